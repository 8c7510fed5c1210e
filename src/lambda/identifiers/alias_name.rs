use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use super::ParseError;
use crate::lambda::validation::TextShape;

/// The shape of an alias name; all digits would be a version number.
pub(in crate::lambda) static ALIAS_NAME: TextShape = TextShape::new(
    "name",
    1..=AliasName::MAX_LENGTH,
    "(?!^[0-9]+$)([a-zA-Z0-9-_]+)",
);

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
        if ALIAS_NAME.fits(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseError(
                "an alias name is 1 to 128 letters, digits, hyphens and underscores, and not a number",
            ))
        }
    }
}

/// Names are in the order of their text.
impl Borrow<str> for AliasName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AliasName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepts, ascends, refuses};
    use super::*;

    #[test]
    fn is_no_version_number() {
        accepts::<AliasName>(&["prod", "2024-01-02", "_", "LATEST", &"a".repeat(128)]);
        refuses::<AliasName>(
            "an alias name is 1 to 128 letters, digits, hyphens and underscores, and not a number",
            &["2024", "v1.0", "$LATEST", "", "größe", &"a".repeat(129)],
        );
        ascends::<AliasName>(&["Prod", "dev", "prod", "prod-2"]);
    }
}
