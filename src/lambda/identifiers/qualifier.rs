use std::fmt;
use std::str::FromStr;

use super::{AliasName, ParseError, VersionNumber};
use crate::lambda::validation::{TextShape, Validation};

/// The shape of a `Qualifier` parameter.
static QUALIFIER: TextShape = TextShape::new(
    "qualifier",
    1..=AliasName::MAX_LENGTH,
    "\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+",
);

/// What follows a function's name to say which of its versions is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// The unpublished version, `$LATEST`; case matters.
    Latest,
    /// A published version.
    Version(VersionNumber),
    /// An alias.
    Alias(AliasName),
    /// Text of valid shape that can name nothing, such as `$latest` or `01`.
    Unknown(String),
}

impl Qualifier {
    /// How the unpublished version is written.
    pub const LATEST: &'static str = "$LATEST";

    /// Tells what a qualifier names, of whatever shape it is.
    #[must_use]
    pub fn classify(text: &str) -> Self {
        if text == Self::LATEST {
            return Self::Latest;
        }
        let version = text.parse().map(Self::Version);
        version
            .or_else(|_| text.parse().map(Self::Alias))
            .unwrap_or_else(|_| Self::Unknown(text.to_owned()))
    }

    /// What it is called at the beginning of a sentence and in a heading: `$LATEST`, `Version 2`, `prod`.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Version(number) => format!("Version {number}"),
            other => other.to_string(),
        }
    }

    /// What it is called in the middle of a sentence: `$LATEST`, `version 2`, `prod`.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Version(number) => format!("version {number}"),
            other => other.to_string(),
        }
    }
}

impl FromStr for Qualifier {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if QUALIFIER.fits(text) {
            Ok(Self::classify(text))
        } else {
            Err(ParseError(
                "a qualifier is $LATEST, a version's number or an alias's name",
            ))
        }
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest => f.write_str(Self::LATEST),
            Self::Version(number) => number.fmt(f),
            Self::Alias(name) => name.fmt(f),
            Self::Unknown(text) => f.write_str(text),
        }
    }
}

/// Checks the shape of a `Qualifier` parameter.
pub(in crate::lambda) fn check_qualifier(validation: &mut Validation, qualifier: Option<&str>) {
    validation.shape(qualifier, &QUALIFIER);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepts, ascends, refuses};
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: fn(&Qualifier) -> bool) {
        assert!(expect(&Qualifier::classify(text)), "{text:?}");
    }

    #[test]
    fn tells_versions_from_aliases() {
        check("$LATEST", |found| *found == Qualifier::Latest);
        for text in ["$latest", "0", "01", "$LATEST.PUBLISHED", "a$b"] {
            check(text, |found| matches!(found, Qualifier::Unknown(_)));
        }
        for text in ["1", "1221"] {
            check(text, |found| matches!(found, Qualifier::Version(_)));
        }
        for text in ["prod", "2024-01-02", "LATEST"] {
            check(text, |found| matches!(found, Qualifier::Alias(_)));
        }
    }

    #[test]
    fn has_the_shape_of_a_name() {
        accepts::<Qualifier>(&["$LATEST", "$LATEST.PUBLISHED", "1", "prod", "a$b", "01"]);
        refuses::<Qualifier>(
            "a qualifier is $LATEST, a version's number or an alias's name",
            &["", "v1.0", "a b", "$LATEST.OTHER", &"a".repeat(129)],
        );
        ascends::<Qualifier>(&["$LATEST", "2", "10", "dev", "prod", "$latest"]);
    }
}
