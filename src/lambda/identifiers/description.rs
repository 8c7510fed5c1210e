use std::fmt;
use std::str::FromStr;

use super::ParseError;
use crate::lambda::validation::Validation;

/// What somebody wrote about a function, a version or an alias: up to 256 characters of any kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Description(String);

impl Description {
    /// How many characters a description can have.
    pub const MAX_LENGTH: usize = 256;

    /// The description as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Description {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text.chars().count() <= Self::MAX_LENGTH {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseError("a description has at most 256 characters"))
        }
    }
}

impl fmt::Display for Description {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Checks the length of the member `description`.
pub(in crate::lambda) fn check_description(validation: &mut Validation, description: Option<&str>) {
    if let Some(description) = description {
        validation.max_length(description, "description", Description::MAX_LENGTH);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepts, ascends, refuses};
    use super::*;

    #[test]
    fn is_any_text_that_is_not_too_long() {
        accepts::<Description>(&["", "second try", " \n", "größer", &"ß".repeat(256)]);
        refuses::<Description>(
            "a description has at most 256 characters",
            &[&"a".repeat(257)],
        );
        ascends::<Description>(&["", "a", "b"]);
    }
}
