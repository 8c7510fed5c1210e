use std::fmt;

use super::{AliasName, VersionNumber};
use crate::lambda::validation::{Pattern, Validation};

/// The shape of a `Qualifier` parameter.
static QUALIFIER: Pattern = Pattern::new("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+");

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

    /// Tells what a qualifier names.
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
    let Some(text) = qualifier else { return };
    validation.max_length(text, "qualifier", AliasName::MAX_LENGTH);
    validation.min_length(text, "qualifier", 1);
    validation.pattern(text, "qualifier", &QUALIFIER);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let kind = match Qualifier::classify(text) {
            Qualifier::Latest => "latest",
            Qualifier::Version(_) => "version",
            Qualifier::Alias(_) => "alias",
            Qualifier::Unknown(_) => "unknown",
        };
        assert_eq!(kind, expect, "{text:?}");
        assert_eq!(Qualifier::classify(text).to_string(), text);
    }

    #[test]
    fn tells_versions_from_aliases() {
        check("$LATEST", "latest");
        check("$latest", "unknown");
        check("1", "version");
        check("1221", "version");
        check("0", "unknown");
        check("prod", "alias");
        check("2024-01-02", "alias");
        check("LATEST", "alias");
    }
}
