use std::str::FromStr;

use crate::lambda::ParseError;
use crate::lambda::validation::Pattern;

/// Who is given a permission.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Principal {
    /// Everyone, written `*`.
    Everyone,
    /// A service of AWS, such as `s3.amazonaws.com`.
    Service(String),
    /// The ARN of an account's root, of a user or of a role.
    Aws(String),
}

static SERVICE: Pattern =
    Pattern::new("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(amazonaws\\.com(\\.cn)?|amazon\\.com)");
static ACCOUNT: Pattern = Pattern::new("\\d{12}");
static IDENTITY: Pattern = Pattern::new("arn:aws[a-zA-Z-]*:(iam|sts)::\\d{12}:.+");

/// Reads a principal as a request names it: an account id stands for the account's root.
///
/// Whether there is such an account, user or role is not asked ([`UNKNOWN_PRINCIPAL`]).
///
/// [`UNKNOWN_PRINCIPAL`]: crate::lambda::choices::UNKNOWN_PRINCIPAL
impl FromStr for Principal {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text == "*" {
            Ok(Self::Everyone)
        } else if ACCOUNT.matches(text) {
            Ok(Self::Aws(format!("arn:aws:iam::{text}:root")))
        } else if IDENTITY.matches(text) {
            Ok(Self::Aws(text.to_owned()))
        } else if SERVICE.matches(text) {
            Ok(Self::Service(text.to_owned()))
        } else {
            Err(ParseError(
                "The provided principal was invalid. Please check the principal and try again.",
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &Principal) {
        assert_eq!(text.parse().as_ref(), Ok(expect), "{text:?}");
    }

    #[track_caller]
    fn refused(text: &str) {
        let error = text.parse::<Principal>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "The provided principal was invalid. Please check the principal and try again."
        );
    }

    fn aws(arn: &str) -> Principal {
        Principal::Aws(arn.into())
    }

    fn service(name: &str) -> Principal {
        Principal::Service(name.into())
    }

    #[test]
    fn is_everyone_a_service_or_somebody_with_an_arn() {
        check("*", &Principal::Everyone);
        for name in [
            "s3.amazonaws.com",
            "elasticloadbalancing.us-east-1.amazonaws.com",
            "alexa-appkit.amazon.com",
        ] {
            check(name, &service(name));
        }
        check("111122223333", &aws("arn:aws:iam::111122223333:root"));
        let role = "arn:aws:iam::111122223333:role/a";
        check(role, &aws(role));
    }

    #[test]
    fn is_nothing_else() {
        refused("invalid.nonaws.com");
        refused("amazonaws.com");
        refused("11112222333");
        refused("arn:aws:s3:::bucket");
        refused("somebody");
        refused("");
    }
}
