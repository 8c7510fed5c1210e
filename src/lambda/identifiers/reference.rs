use super::{FunctionArn, FunctionName, Qualifier};
use crate::lambda::error::Error;
use crate::lambda::validation::{Pattern, Validation};

/// Which of its three shapes of function name an operation accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lambda) enum NameShape {
    /// At most 140 characters; what changes `$LATEST`, and the alias operations.
    FunctionName,
    /// At most 256 characters and dots too; what reads, invokes and deletes.
    Namespaced,
    /// At most 140 characters, and no qualifier but an alias; the operations on URLs.
    FunctionUrl,
}

/// The four forms of a function's name, taken apart: name, `name:qualifier`, partial and full ARN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lambda) struct FunctionReference {
    pub(in crate::lambda) name: FunctionName,
    /// The qualifier that the name carried or the request named; both agree.
    pub(in crate::lambda) qualifier: Option<Qualifier>,
    region: Option<String>,
    account: Option<String>,
    named: Option<String>,
}

static FUNCTION_NAME: Pattern = Pattern::new(
    "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?\
     (\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?",
);

static NAMESPACED_FUNCTION_NAME: Pattern = Pattern::new(
    "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?\
     (\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?",
);

static FUNCTION_URL_NAME: Pattern = Pattern::new(
    "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?\
     (\\d{12}:)?(function:)?([a-zA-Z0-9-_]{1,64})(:((?!\\d+$)[0-9a-zA-Z-_]+))?",
);

/// The groups of all patterns that hold the parts.
const REGION: usize = 3;
const ACCOUNT: usize = 9;
const NAME: usize = 11;
const QUALIFIER: usize = 13;

impl NameShape {
    fn pattern(self) -> &'static Pattern {
        match self {
            Self::FunctionName => &FUNCTION_NAME,
            Self::Namespaced => &NAMESPACED_FUNCTION_NAME,
            Self::FunctionUrl => &FUNCTION_URL_NAME,
        }
    }

    fn max_length(self) -> usize {
        match self {
            Self::FunctionName | Self::FunctionUrl => 140,
            Self::Namespaced => 256,
        }
    }

    /// Checks the shape of the member `functionName`.
    pub(in crate::lambda) fn check(self, validation: &mut Validation, text: &str) {
        validation.max_length(text, "functionName", self.max_length());
        validation.min_length(text, "functionName", 1);
        validation.pattern(text, "functionName", self.pattern());
    }

    /// Takes a name of valid shape apart.
    ///
    /// # Errors
    ///
    /// Another region, another account, or a qualifier that differs from the one in the name, in this order.
    pub(in crate::lambda) fn resolve(
        self,
        text: &str,
        qualifier: Option<&str>,
    ) -> Result<FunctionReference, Error> {
        let mut reference = self.parse(text);
        reference.check_reachable()?;
        let named = reference.named.as_deref();
        if let (Some(named), Some(asked)) = (named, qualifier)
            && named != asked
        {
            return Err(Error::invalid_parameter(
                "The derived qualifier from the function name does not match the specified qualifier.",
            ));
        }
        reference.qualifier = named.or(qualifier).map(Qualifier::classify);
        Ok(reference)
    }

    fn parse(self, text: &str) -> FunctionReference {
        let captures = self.pattern().captures(text);
        let group = |index| {
            let found = captures.as_ref()?.get(index)?;
            Some(found.as_str().trim_end_matches(':').to_owned())
        };
        FunctionReference {
            name: FunctionName::from_reference(&group(NAME).unwrap_or_default()),
            qualifier: None,
            region: group(REGION),
            account: group(ACCOUNT),
            named: group(QUALIFIER),
        }
    }
}

impl FunctionReference {
    /// The unqualified ARN of the function.
    pub(in crate::lambda) fn arn(&self) -> FunctionArn {
        FunctionArn::unqualified(&self.name)
    }

    /// The ARN as it was asked for: unqualified, or with the qualifier.
    pub(in crate::lambda) fn asked(&self) -> FunctionArn {
        match &self.qualifier {
            Some(qualifier) => FunctionArn::qualified(&self.name, qualifier.clone()),
            None => self.arn(),
        }
    }

    fn check_reachable(&self) -> Result<(), Error> {
        if let Some(region) = &self.region
            && region != FunctionArn::REGION
        {
            return Err(Error::not_found(format!(
                "Functions from '{region}' are not reachable in this region ('{}')",
                FunctionArn::REGION
            )));
        }
        match &self.account {
            Some(account) if account != FunctionArn::ACCOUNT => Err(Error::access_denied()),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Result<&str, &str>) {
        let found = NameShape::Namespaced
            .resolve(text, None)
            .map(|reference| reference.asked().to_string())
            .map_err(|error| error.to_string());
        assert_eq!(found.as_deref().map_err(String::as_str), expect, "{text:?}");
    }

    #[test]
    fn takes_all_forms_of_a_name() {
        let plain = Ok("arn:aws:lambda:us-east-1:123456789012:function:fn");
        check("fn", plain);
        check("function:fn", plain);
        check("123456789012:function:fn", plain);
        check("arn:aws:lambda:us-east-1:123456789012:function:fn", plain);
        let qualified = Ok("arn:aws:lambda:us-east-1:123456789012:function:fn:live");
        check("fn:live", qualified);
        check("123456789012:function:fn:live", qualified);
        check(
            "arn:aws:lambda:us-east-1:123456789012:function:fn:live",
            qualified,
        );
    }

    #[test]
    fn reads_an_arn_without_a_name_as_a_function_named_function() {
        check(
            "arn:aws:lambda:us-east-1:123456789012:function",
            Ok("arn:aws:lambda:us-east-1:123456789012:function:function"),
        );
    }

    #[test]
    fn refuses_other_regions_and_accounts() {
        check(
            "arn:aws:lambda:eu-central-1:123456789012:function:fn",
            Err("Functions from 'eu-central-1' are not reachable in this region ('us-east-1')"),
        );
        check(
            "arn:aws:lambda:us-east-1:999999999999:function:fn",
            Err("AccessDeniedException"),
        );
    }

    #[test]
    fn wants_name_and_parameter_to_agree() {
        let resolve = |text, qualifier| NameShape::Namespaced.resolve(text, Some(qualifier));
        assert_eq!(
            resolve("fn:1", "1").unwrap().asked().to_string(),
            "arn:aws:lambda:us-east-1:123456789012:function:fn:1"
        );
        assert_eq!(
            resolve("fn:1", "2").unwrap_err().to_string(),
            "The derived qualifier from the function name does not match the specified qualifier."
        );
    }
}
