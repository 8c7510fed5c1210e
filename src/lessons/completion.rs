//! The completion code, which a learner gives to a teacher.

use std::fmt;

use data_encoding::{Encoding, Specification};
use sha2::{Digest, Sha256};

use super::course::LESSONS;
use super::lesson::Lesson;
use super::progress::{Ended, LessonProgress};
use crate::traffic::Seed;

/// How a learner left the steps of a lesson.
///
/// Its code shows that this page counted those steps as done or skipped for somebody who gave that name, with that seed,
/// and that the code was neither mistyped nor handed on under another name. It does not show who sat before the page, nor
/// that anything was understood; and whoever reads this source can make a code for anything, since the page works without
/// a server and has no secret. So it saves a teacher from mistakes and from the idle, not from the determined.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    pub lesson: &'static Lesson,
    /// How each step of the lesson ended, in their order; nothing for those that have not.
    pub steps: Vec<Option<Ended>>,
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionError {
    /// A character is wrong, missing, or too many.
    Mistyped,
    /// It is of another release, whose lessons differ.
    OtherRelease,
    /// The code is sound, and was made for another name.
    OtherName,
    /// The code is sound, and was made with another seed.
    OtherSeed,
    /// The code is sound, and was made for another name with another seed.
    OtherNameAndSeed,
}

/// The lengths, in bytes, of what a code holds besides the steps.
const LESSON: usize = 2;
const NAME: usize = 3;
const SEED: usize = 2;
const CHECK: usize = 2;

/// How many steps fit into a byte.
const STEPS_IN_A_BYTE: usize = 4;

/// How many characters stand together.
const GROUP: usize = 4;

impl Completion {
    /// How a lesson stands.
    #[must_use]
    pub fn of(lesson: &'static Lesson, progress: Option<&LessonProgress>) -> Self {
        let ended = |id| Some(progress?.steps.get(id)?.ended);
        Self {
            lesson,
            steps: lesson.steps.iter().map(|step| ended(step.id)).collect(),
        }
    }

    /// How many steps were done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.count(Some(Ended::Done))
    }

    /// How many steps were skipped.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.count(Some(Ended::Skipped))
    }

    /// How many steps were neither done nor skipped.
    #[must_use]
    pub fn open(&self) -> usize {
        self.count(None)
    }

    /// The code: groups of Crockford's base 32, such as `3F7K-…`.
    ///
    /// In a name, upper and lower case and the width of spaces do not count, as a teacher types it again.
    #[must_use]
    pub fn code(&self, name: &str, seed: &Seed) -> String {
        let mut bytes = self.lesson.digest().to_vec();
        bytes.extend(self.packed());
        let (name, seed) = self.owner(name, seed);
        bytes.extend(name);
        bytes.extend(seed);
        bytes.extend(digest::<CHECK>("check", &[&bytes]));
        let characters = alphabet().map_or_else(String::new, |it| it.encode(&bytes));
        let mut code = String::new();
        for (place, character) in characters.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                code.push('-');
            }
            code.push(character);
        }
        code
    }

    /// The code of a lesson for a learner of that name, with the seed of the teacher's link; nothing without a name.
    #[must_use]
    pub fn code_for(
        lesson: &'static Lesson,
        progress: &LessonProgress,
        name: &str,
    ) -> Option<String> {
        let seed = Seed::new(progress.seed.as_deref().unwrap_or_default());
        let completion = Self::of(lesson, Some(progress));
        (!name.trim().is_empty()).then(|| completion.code(name, &seed))
    }

    /// Reads a code, and whether it was made for a name and with a seed.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn check(code: &str, name: &str, seed: &Seed) -> Result<Self, CompletionError> {
        let alphabet = alphabet().ok_or(CompletionError::Mistyped)?;
        let bytes = alphabet.decode(code.trim().as_bytes());
        let bytes = bytes.map_err(|_| CompletionError::Mistyped)?;
        let (held, check) = split_end::<CHECK>(&bytes)?;
        if *check != digest::<CHECK>("check", &[held]) {
            return Err(CompletionError::Mistyped);
        }
        let (held, seed_held) = split_end::<SEED>(held)?;
        let (held, name_held) = split_end::<NAME>(held)?;
        let (lesson, packed) = held
            .split_first_chunk::<LESSON>()
            .ok_or(CompletionError::Mistyped)?;
        let mut lessons = LESSONS.into_iter();
        let completion = lessons
            .find(|it| it.digest() == *lesson)
            .and_then(|lesson| Self::unpacked(lesson, packed))
            .ok_or(CompletionError::OtherRelease)?;
        let (name, seed) = completion.owner(name, seed);
        match (name == *name_held, seed == *seed_held) {
            (true, true) => Ok(completion),
            (false, true) => Err(CompletionError::OtherName),
            (true, false) => Err(CompletionError::OtherSeed),
            (false, false) => Err(CompletionError::OtherNameAndSeed),
        }
    }

    fn count(&self, ended: Option<Ended>) -> usize {
        self.steps.iter().filter(|step| **step == ended).count()
    }

    /// The steps, two bits each.
    fn packed(&self) -> Vec<u8> {
        let bits = |step: &Option<Ended>| match step {
            None => 0,
            Some(Ended::Done) => 1,
            Some(Ended::Skipped) => 2,
        };
        let bytes = self.steps.chunks(STEPS_IN_A_BYTE);
        bytes
            .map(|steps| (steps.iter().rev()).fold(0, |byte, step| byte << 2 | bits(step)))
            .collect()
    }

    fn unpacked(lesson: &'static Lesson, packed: &[u8]) -> Option<Self> {
        let bits = packed
            .iter()
            .flat_map(|byte| (0..STEPS_IN_A_BYTE).map(move |place| byte >> (2 * place) & 3));
        let ended = |bits| match bits {
            0 => Some(None),
            1 => Some(Some(Ended::Done)),
            2 => Some(Some(Ended::Skipped)),
            _ => None,
        };
        let mut steps: Vec<_> = bits.map(ended).collect::<Option<_>>()?;
        steps.truncate(lesson.steps.len());
        let completion = Self { lesson, steps };
        (completion.packed() == packed && completion.steps.len() == lesson.steps.len())
            .then_some(completion)
    }

    /// What stands for the name and the seed, together with what was done.
    fn owner(&self, name: &str, seed: &Seed) -> ([u8; NAME], [u8; SEED]) {
        let name: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let (lesson, steps) = (self.lesson.digest(), self.packed());
        (
            digest("name", &[&lesson, &steps, name.join(" ").as_bytes()]),
            digest("seed", &[&lesson, &steps, seed.text().as_bytes()]),
        )
    }
}

impl Lesson {
    /// What stands for it in a code: it changes with the steps.
    fn digest(&self) -> [u8; LESSON] {
        let steps: Vec<&str> = self.steps.iter().map(|step| step.id).collect();
        digest("lesson", &[self.id.as_bytes(), steps.join(" ").as_bytes()])
    }
}

/// The first bytes of a digest of parts, for one purpose.
fn digest<const LENGTH: usize>(purpose: &str, parts: &[&[u8]]) -> [u8; LENGTH] {
    let mut digest = Sha256::new().chain_update(purpose);
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let all = digest.finalize();
    let mut first = [0; LENGTH];
    first.copy_from_slice(&all[..LENGTH]);
    first
}

fn split_end<const LENGTH: usize>(bytes: &[u8]) -> Result<(&[u8], &[u8; LENGTH]), CompletionError> {
    bytes.split_last_chunk().ok_or(CompletionError::Mistyped)
}

/// Crockford's alphabet, in which no two characters look alike; those that do are read as the one that is meant.
fn alphabet() -> Option<Encoding> {
    let mut specification = Specification::new();
    (specification.symbols).push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    (specification.translate.from).push_str("abcdefghjkmnpqrstvwxyzoOiIlL");
    (specification.translate.to).push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
    specification.ignore.push_str("- ");
    specification.encoding().ok()
}

impl fmt::Display for CompletionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mistyped => "the code is not complete, or one of its characters is wrong",
            Self::OtherRelease => "the code is of a release with other lessons",
            Self::OtherName => "the code was made for another name",
            Self::OtherSeed => "the code was made with another seed",
            Self::OtherNameAndSeed => "the code was made for another name, with another seed",
        })
    }
}

impl std::error::Error for CompletionError {}

#[cfg(test)]
mod tests;
