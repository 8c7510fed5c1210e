use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;

use super::ParseError;

/// The number of a published version: 1, 2, 3 and so on, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionNumber(NonZeroU64);

impl VersionNumber {
    /// The number of a function's first version.
    pub const FIRST: Self = Self(NonZeroU64::MIN);
    /// The highest number there could be.
    pub const LAST: Self = Self(NonZeroU64::MAX);

    /// The number itself.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0.get()
    }

    /// The number after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl FromStr for VersionNumber {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        // "01" and "+1" are not how any version is written.
        let canonical = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        text.parse()
            .ok()
            .filter(|_| canonical)
            .map(Self)
            .ok_or(ParseError("a version is a number from 1"))
    }
}

impl fmt::Display for VersionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepts, ascends, refuses};
    use super::*;

    #[test]
    fn is_written_in_one_way_and_ordered_by_value() {
        accepts::<VersionNumber>(&["1", "10", "18446744073709551615"]);
        refuses::<VersionNumber>(
            "a version is a number from 1",
            &["", "0", "01", "+1", "-1", "1.0", "99999999999999999999999"],
        );
        ascends::<VersionNumber>(&["1", "2", "10"]);
    }

    #[test]
    fn is_counted_from_one() {
        assert_eq!(VersionNumber::FIRST.to_string(), "1");
        assert_eq!(VersionNumber::FIRST.next().to_string(), "2");
    }
}
