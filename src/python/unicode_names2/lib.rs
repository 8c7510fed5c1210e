//! The names of characters, in the place of version 3 of `unicode_names2`.
//!
//! Its tables are as small as memory can have them and a third of a megabyte larger than they need be on the way to the
//! browser, where the guest does without them until somebody asks for a name. So this has one plain table, which the host
//! brings by then, and looks names up by reading it; the root manifest puts it in the place of the other.
//!
//! The table: the number of runs, and each run as its first character, its last, and the text before their numbers; the
//! number of blocks, and for each its first character and where it begins; then the blocks, each so many characters with
//! their names. Numbers have 32 bits, the lowest first; texts have their length before them, in one byte.

use core::fmt;
use std::sync::OnceLock;

include!("layout.rs");

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names"));

/// Brings the table, if it is not there from the start.
static BRING: OnceLock<fn() -> bool> = OnceLock::new();

/// A character's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What need not be in memory while nobody asks for a name.
#[must_use]
pub fn table() -> &'static [u8] {
    TABLE
}

/// Has the table brought by a function before it is read; false where it cannot be had.
pub fn bring_by(bring: fn() -> bool) {
    // The first who says so counts.
    let _ = BRING.set(bring);
}

/// Returns the name of a character, or none if it has none.
#[must_use]
pub fn name(character: char) -> Option<Name> {
    let (runs, blocks) = open()?;
    let number = u32::from(character);
    for (first, last, prefix) in runs {
        if (first..=last).contains(&number) {
            return Some(Name(format!("{prefix}{number:X}")));
        }
    }
    let (_, name) = blocks
        .block_of(number)?
        .find(|(other, _)| *other == number)?;
    Some(Name(name.to_owned()))
}

/// Returns the character of a name, whose letters may be small or capital.
#[must_use]
pub fn character(name: &str) -> Option<char> {
    let (mut runs, blocks) = open()?;
    let name = name.to_ascii_uppercase();
    let of_run = runs.find_map(|(first, last, prefix)| {
        let number = u32::from_str_radix(name.strip_prefix(prefix)?, 16).ok()?;
        let is_own = (first..=last).contains(&number) && format!("{prefix}{number:X}") == name;
        is_own.then_some(number)
    });
    let number = match of_run {
        Some(number) => number,
        None => blocks.all().find(|(_, other)| *other == name)?.0,
    };
    char::from_u32(number)
}

/// The index, and what it leads to.
struct Blocks {
    index: &'static [u8],
    entries: &'static [u8],
}

impl Blocks {
    /// The names of the block in which a character would be.
    fn block_of(&self, number: u32) -> Option<impl Iterator<Item = (u32, &'static str)> + use<>> {
        let (index, _) = self.index.as_chunks::<ENTRY>();
        let after = index.partition_point(|entry| read(entry).is_some_and(|first| first <= number));
        let start = read(&index.get(after.checked_sub(1)?)?[4..])?;
        Some(Entries(self.entries.get(start as usize..)?).take(BLOCK))
    }

    fn all(&self) -> Entries {
        Entries(self.entries)
    }
}

/// Characters with their names.
struct Entries(&'static [u8]);

impl Iterator for Entries {
    type Item = (u32, &'static str);

    fn next(&mut self) -> Option<Self::Item> {
        let number = take_number(&mut self.0)?;
        Some((number, take_text(&mut self.0)?))
    }
}

/// Has the table brought, and divides it.
fn open() -> Option<(impl Iterator<Item = (u32, u32, &'static str)>, Blocks)> {
    if BRING.get().is_some_and(|bring| !bring()) {
        return None;
    }
    // What is brought is not known when this is compiled.
    let mut rest = core::hint::black_box(TABLE);
    let count = take_number(&mut rest)? as usize;
    let mut runs = Vec::with_capacity(count);
    for _ in 0..count {
        let (first, last) = (take_number(&mut rest)?, take_number(&mut rest)?);
        runs.push((first, last, take_text(&mut rest)?));
    }
    let count = take_number(&mut rest)? as usize;
    let (index, entries) = rest.split_at_checked(count * ENTRY)?;
    Some((runs.into_iter(), Blocks { index, entries }))
}

fn take_number(rest: &mut &'static [u8]) -> Option<u32> {
    let number = read(rest)?;
    *rest = &rest[4..];
    Some(number)
}

fn take_text(rest: &mut &'static [u8]) -> Option<&'static str> {
    let (length, behind) = rest.split_first()?;
    let (text, behind) = behind.split_at_checked(usize::from(*length))?;
    *rest = behind;
    core::str::from_utf8(text).ok()
}

fn read(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_characters_and_back() {
        for (character_, name_) in [
            (' ', "SPACE"),
            ('a', "LATIN SMALL LETTER A"),
            ('☃', "SNOWMAN"),
            ('가', "HANGUL SYLLABLE GA"),
            ('힣', "HANGUL SYLLABLE HIH"),
            ('\u{4e00}', "CJK UNIFIED IDEOGRAPH-4E00"),
            ('\u{f900}', "CJK COMPATIBILITY IDEOGRAPH-F900"),
            ('\u{1b170}', "NUSHU CHARACTER-1B170"),
            ('\u{e01ef}', "VARIATION SELECTOR-256"),
        ] {
            assert_eq!(name(character_).unwrap().to_string(), name_);
            assert_eq!(character(name_), Some(character_));
            assert_eq!(character(&name_.to_ascii_lowercase()), Some(character_));
        }
    }

    #[test]
    fn what_is_no_name_leads_nowhere() {
        assert_eq!(name('\0'), None);
        assert_eq!(name('\u{e000}'), None);
        assert_eq!(name(char::MAX), None);
        for text in [
            "",
            "SNOW MAN",
            "CJK UNIFIED IDEOGRAPH-04E00",
            "CJK UNIFIED IDEOGRAPH-41",
            "CJK UNIFIED IDEOGRAPH-",
        ] {
            assert_eq!(character(text), None, "{text}");
        }
    }

    #[test]
    fn every_name_is_found_in_its_block() {
        let (_, blocks) = open().unwrap();
        let mut count = 0;
        for (number, name_) in blocks.all() {
            let character = char::from_u32(number).unwrap();
            assert_eq!(name(character).unwrap().to_string(), name_);
            count += 1;
        }
        assert!(count > 40_000);
    }
}
