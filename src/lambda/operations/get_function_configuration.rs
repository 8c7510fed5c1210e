use super::Output;
use crate::lambda::configuration::FunctionConfiguration;
use crate::lambda::error::Error;
use crate::lambda::function::Function;
use crate::lambda::identifiers::{FunctionReference, NameShape, Qualifier, check_qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Describes `$LATEST`, a version, or the primary version of an alias; weights never matter here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConfiguration {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl GetFunctionConfiguration {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let (_, described) = describe(state, &self.function_name, self.qualifier.as_deref())?;
        Ok(Output::FunctionConfiguration(described))
    }
}

/// Finds what a name and a qualifier stand for, and describes it under the ARN that was asked for.
pub(super) fn describe<'s>(
    state: &'s ServiceState,
    function_name: &str,
    qualifier: Option<&str>,
) -> Result<(&'s Function, FunctionConfiguration), Error> {
    let reference = qualified(function_name, qualifier)?;
    let asked = reference.asked();
    let function = state.function(&reference.name, &asked)?;
    let version = match &reference.qualifier {
        Some(Qualifier::Alias(name)) => function.alias(name).map(|alias| alias.routing.primary()),
        Some(qualifier) => Some(qualifier.clone()),
        None => Some(Qualifier::Latest),
    };
    let described = match version {
        Some(Qualifier::Latest) => Some(function.describe_latest(asked.clone())),
        Some(Qualifier::Version(number)) => function
            .version(number)
            .map(|version| function.describe_version(version, asked.clone())),
        _ => None,
    };
    described
        .map(|described| (function, described))
        .ok_or_else(|| Error::function_not_found(asked))
}

/// Checks name and qualifier of a reading request, and takes the name apart.
pub(super) fn qualified(
    function_name: &str,
    qualifier: Option<&str>,
) -> Result<FunctionReference, Error> {
    let mut validation = Validation::default();
    NameShape::Namespaced.check(&mut validation, function_name);
    check_qualifier(&mut validation, qualifier);
    validation.finish()?;
    NameShape::Namespaced.resolve(function_name, qualifier)
}
