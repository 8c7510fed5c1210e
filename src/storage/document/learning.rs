use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::lambda::{Qualifier, Service, Weight};
use crate::lessons::{
    Ended, Guess, LESSONS, Language, Lesson, LessonProgress, Outcome, Progress, StepProgress,
    lesson,
};

/// How far the learner is, and how the lessons are shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Learning {
    /// Whether the lesson panel is open.
    pub open: bool,
    /// Whether steps are offered in their order alone.
    pub locked: bool,
    /// The code of the language; empty for the default.
    language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lesson: Option<String>,
    lessons: BTreeMap<String, LessonEntry>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct LessonEntry {
    #[serde(skip_serializing_if = "Option::is_none")]
    function: Option<String>,
    setups: u8,
    /// The seed of the teacher's link.
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen: Option<String>,
    steps: BTreeMap<String, StepEntry>,
    hints: BTreeMap<String, u8>,
    /// From how many to how many.
    guesses: BTreeMap<String, (u32, u32)>,
    outcomes: BTreeMap<String, OutcomeEntry>,
    operations: BTreeMap<String, u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StepEntry {
    done: bool,
    /// Milliseconds since the epoch.
    at: i64,
    changes: (usize, usize),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OutcomeEntry {
    version: String,
    got: u32,
    of: u32,
    errors: u32,
    weight: f64,
}

impl Learning {
    /// Writes how far the learner is.
    #[must_use]
    pub fn write(open: bool, locked: bool, language: Language, progress: &Progress) -> Self {
        let lessons = LESSONS.into_iter().filter_map(|lesson| {
            let entry = LessonEntry::write(progress.of(lesson)?);
            Some((lesson.id.to_owned(), entry))
        });
        Self {
            open,
            locked,
            language: language.code().to_owned(),
            lesson: progress.lesson().map(|lesson| lesson.id.to_owned()),
            lessons: lessons.collect(),
        }
    }

    /// The language the lessons are told in, if one was chosen that they are told in.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        Language::from_code(&self.language)
    }

    /// How far the learner is, without what this release has no lesson or step for.
    #[must_use]
    pub fn progress(&self, service: &Service) -> Progress {
        let lessons = self.lessons.iter().filter_map(|(id, entry)| {
            let lesson = lesson(id)?;
            Some((lesson.id, entry.read(lesson)))
        });
        let open = self.lesson.as_deref().and_then(lesson);
        Progress::restored(open, lessons.collect(), service)
    }
}

impl LessonEntry {
    fn write(progress: &LessonProgress) -> Self {
        let steps = progress.steps.iter().map(|(id, step)| {
            let entry = StepEntry {
                done: step.ended == Ended::Done,
                at: step.at.as_millisecond(),
                changes: step.changes,
            };
            ((*id).to_owned(), entry)
        });
        let guesses = progress.guesses.iter();
        let outcomes = progress.outcomes.iter();
        let hints = progress.hints.iter();
        let operations = progress.operations.iter();
        Self {
            function: progress.function.as_ref().map(ToString::to_string),
            setups: progress.setups,
            seed: progress.seed.clone(),
            chosen: progress.chosen.map(str::to_owned),
            steps: steps.collect(),
            hints: hints
                .map(|(id, count)| ((*id).to_owned(), *count))
                .collect(),
            guesses: guesses
                .map(|(id, guess)| ((*id).to_owned(), (guess.least, guess.most)))
                .collect(),
            outcomes: outcomes
                .map(|(id, outcome)| ((*id).to_owned(), OutcomeEntry::write(outcome)))
                .collect(),
            operations: operations
                .map(|(id, count)| ((*id).to_owned(), *count))
                .collect(),
        }
    }

    fn read(&self, lesson: &'static Lesson) -> LessonProgress {
        let id = |id: &str| lesson.step(id).map(|step| step.id);
        let steps = self
            .steps
            .iter()
            .filter_map(|(step, entry)| Some((id(step)?, entry.read())));
        let hints = self.hints.iter();
        let guesses = self.guesses.iter().filter_map(|(step, (least, most))| {
            let (least, most) = (*least, *most);
            Some((id(step)?, Guess { least, most }))
        });
        let outcomes = self.outcomes.iter();
        let operations = self.operations.iter();
        LessonProgress {
            function: self.function.as_ref().and_then(|name| name.parse().ok()),
            setups: self.setups,
            seed: self.seed.clone(),
            chosen: self.chosen.as_deref().and_then(id),
            steps: steps.collect(),
            hints: hints
                .filter_map(|(step, count)| Some((id(step)?, *count)))
                .collect(),
            guesses: guesses.collect(),
            outcomes: outcomes
                .filter_map(|(step, entry)| Some((id(step)?, entry.read()?)))
                .collect(),
            operations: operations
                .filter_map(|(step, count)| Some((id(step)?, *count)))
                .collect(),
        }
    }
}

impl StepEntry {
    fn read(&self) -> StepProgress {
        StepProgress {
            ended: if self.done {
                Ended::Done
            } else {
                Ended::Skipped
            },
            at: Timestamp::from_millisecond(self.at).unwrap_or_default(),
            changes: self.changes,
        }
    }
}

impl OutcomeEntry {
    fn write(outcome: &Outcome) -> Self {
        Self {
            version: outcome.version.to_string(),
            got: outcome.got,
            of: outcome.of,
            errors: outcome.errors,
            weight: outcome.weight.fraction(),
        }
    }

    fn read(&self) -> Option<Outcome> {
        Some(Outcome {
            version: Qualifier::classify(&self.version),
            got: self.got,
            of: self.of,
            errors: self.errors,
            weight: Weight::new(self.weight)?,
        })
    }
}
