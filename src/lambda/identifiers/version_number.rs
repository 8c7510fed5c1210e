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
    use super::*;

    #[test]
    fn orders_by_value_and_not_by_text() {
        let two: VersionNumber = "2".parse().unwrap();
        let ten: VersionNumber = "10".parse().unwrap();
        assert!(two < ten);
        assert_eq!(ten.to_string(), "10");
    }

    #[test]
    fn refuses_other_ways_to_write_a_number() {
        for text in ["", "0", "01", "+1", "-1", "1.0", "99999999999999999999999"] {
            assert!(text.parse::<VersionNumber>().is_err(), "{text:?}");
        }
    }
}
