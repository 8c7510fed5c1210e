use std::fmt;
use std::str::FromStr;

use super::ParseError;
use crate::lambda::validation::Pattern;

/// The shape of an alias name; all digits would be a version number.
pub(in crate::lambda) static ALIAS_NAME: Pattern = Pattern::new("(?!^[0-9]+$)([a-zA-Z0-9-_]+)");

/// The name of an alias.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AliasName(String);

impl AliasName {
    /// The longest name an alias can have.
    pub const MAX_LENGTH: usize = 128;

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AliasName {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text.len() <= Self::MAX_LENGTH && ALIAS_NAME.matches(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseError(
                "an alias name is 1 to 128 letters, digits, hyphens and underscores, and not a number",
            ))
        }
    }
}

impl fmt::Display for AliasName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, valid: bool) {
        assert_eq!(text.parse::<AliasName>().is_ok(), valid, "{text:?}");
    }

    #[test]
    fn accepts_names_that_are_no_version_numbers() {
        check("prod", true);
        check("2024-01-02", true);
        check("_", true);
        check(&"a".repeat(128), true);
        check(&"a".repeat(129), false);
        check("2024", false);
        check("v1.0", false);
        check("$LATEST", false);
        check("", false);
    }
}
