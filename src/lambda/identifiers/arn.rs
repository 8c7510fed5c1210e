use std::fmt;

use super::{FunctionName, Qualifier};

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
    use super::*;

    #[test]
    fn is_written_as_the_service_writes_it() {
        let name: FunctionName = "fn".parse().unwrap();
        assert_eq!(
            FunctionArn::unqualified(&name).to_string(),
            "arn:aws:lambda:us-east-1:123456789012:function:fn"
        );
        assert_eq!(
            FunctionArn::qualified(&name, Qualifier::Latest).to_string(),
            "arn:aws:lambda:us-east-1:123456789012:function:fn:$LATEST"
        );
    }
}
