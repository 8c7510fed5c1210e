use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use super::ParseError;

/// The name of a function: letters, digits, hyphens and underscores, at most 64 when it is created.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionName(String);

impl FunctionName {
    /// The longest name a function can be created with.
    pub const MAX_LENGTH: usize = 64;

    /// A name that stood in a reference of valid shape; it may be too long to exist.
    pub(super) fn from_reference(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FunctionName {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let valid = (1..=Self::MAX_LENGTH).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        if valid {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseError(
                "a function name is 1 to 64 letters, digits, hyphens and underscores",
            ))
        }
    }
}

/// Names are in the order of their text.
impl Borrow<str> for FunctionName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FunctionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepts, ascends, refuses};
    use super::*;

    #[test]
    fn is_what_a_function_can_be_created_with() {
        accepts::<FunctionName>(&["lambda-version-demo", "_", "2024", &"a".repeat(64)]);
        refuses::<FunctionName>(
            "a function name is 1 to 64 letters, digits, hyphens and underscores",
            &["", "my.function", "my-function!", "größe", &"a".repeat(65)],
        );
        ascends::<FunctionName>(&["A", "a", "a-1", "b"]);
    }
}
