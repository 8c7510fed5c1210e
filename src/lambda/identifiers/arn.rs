use std::fmt;
use std::str::FromStr;

use super::{FunctionName, ParseError, Qualifier};

/// The ARN of a function, with or without a qualifier.
///
/// The two forms are different identities in what the service answers, even when they run the same code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionArn {
    name: FunctionName,
    qualifier: Option<Qualifier>,
}

impl FunctionArn {
    /// The region the playground stands for.
    pub const REGION: &'static str = "us-east-1";
    /// The account the playground stands for.
    pub const ACCOUNT: &'static str = "123456789012";

    /// The unqualified ARN.
    #[must_use]
    pub fn unqualified(name: &FunctionName) -> Self {
        Self {
            name: name.clone(),
            qualifier: None,
        }
    }

    /// The same function's ARN with a qualifier.
    #[must_use]
    pub fn qualified(name: &FunctionName, qualifier: Qualifier) -> Self {
        Self {
            name: name.clone(),
            qualifier: Some(qualifier),
        }
    }

    /// The qualifier, if it has one.
    #[must_use]
    pub fn qualifier(&self) -> Option<&Qualifier> {
        self.qualifier.as_ref()
    }
}

/// Reads the ARN of a function in the region and account that the playground stands for.
impl FromStr for FunctionArn {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let rest = text.strip_prefix("arn:aws:lambda:");
        let rest = rest.and_then(|rest| rest.strip_prefix(Self::REGION)?.strip_prefix(':'));
        let rest = rest.and_then(|rest| rest.strip_prefix(Self::ACCOUNT)?.strip_prefix(':'));
        let rest = rest.and_then(|rest| rest.strip_prefix("function:"));
        let rest = rest.ok_or(ParseError(
            "an ARN is arn:aws:lambda:us-east-1:123456789012:function: and a function's name, with or \
             without a qualifier",
        ))?;
        let (name, qualifier) = match rest.split_once(':') {
            Some((name, qualifier)) => (name, Some(qualifier.parse()?)),
            None => (rest, None),
        };
        Ok(Self {
            name: name.parse()?,
            qualifier,
        })
    }
}

impl fmt::Display for FunctionArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "arn:aws:lambda:{}:{}:function:{}",
            Self::REGION,
            Self::ACCOUNT,
            self.name
        )?;
        match &self.qualifier {
            Some(qualifier) => write!(f, ":{qualifier}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepts, ascends, refuses};
    use super::*;

    #[test]
    fn is_read_as_the_service_writes_it() {
        accepts::<FunctionArn>(&[
            "arn:aws:lambda:us-east-1:123456789012:function:fn",
            "arn:aws:lambda:us-east-1:123456789012:function:fn:$LATEST",
            "arn:aws:lambda:us-east-1:123456789012:function:fn:1",
            "arn:aws:lambda:us-east-1:123456789012:function:fn:live",
        ]);
        refuses::<FunctionArn>(
            "an ARN is arn:aws:lambda:us-east-1:123456789012:function: and a function's name, with or \
             without a qualifier",
            &[
                "",
                "fn",
                "arn:aws:s3:::bucket",
                "arn:aws:lambda:eu-central-1:123456789012:function:fn",
                "arn:aws:lambda:us-east-1:999999999999:function:fn",
                "arn:aws:lambda:us-east-1:123456789012:function",
            ],
        );
        refuses::<FunctionArn>(
            "a function name is 1 to 64 letters, digits, hyphens and underscores",
            &["arn:aws:lambda:us-east-1:123456789012:function:"],
        );
        refuses::<FunctionArn>(
            "a qualifier is $LATEST, a version's number or an alias's name",
            &["arn:aws:lambda:us-east-1:123456789012:function:fn:a:b"],
        );
    }

    #[test]
    fn is_ordered_by_function_and_then_by_qualifier() {
        ascends::<FunctionArn>(&[
            "arn:aws:lambda:us-east-1:123456789012:function:a",
            "arn:aws:lambda:us-east-1:123456789012:function:a:$LATEST",
            "arn:aws:lambda:us-east-1:123456789012:function:a:2",
            "arn:aws:lambda:us-east-1:123456789012:function:a:10",
            "arn:aws:lambda:us-east-1:123456789012:function:a:live",
            "arn:aws:lambda:us-east-1:123456789012:function:b",
        ]);
    }
}
