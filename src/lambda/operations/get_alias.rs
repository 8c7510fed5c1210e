use super::create_alias::check_alias_name;
use super::{Output, refuse_qualifier};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{AliasName, FunctionReference, NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Describes an alias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAlias {
    pub function_name: String,
    pub name: String,
}

impl GetAlias {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let (reference, name) = alias_named(&self.function_name, &self.name)?;
        let function = state.function(&reference.name, reference.arn())?;
        let arn = function.arn(Some(Qualifier::Alias(name.clone())));
        match function.alias(&name) {
            Some(alias) => Ok(Output::Alias(arn, alias.clone())),
            None => Err(Error::alias_not_found(arn)),
        }
    }
}

/// Checks the names of a function and an alias, and takes the function's apart.
///
/// That a missing function is told before a missing alias is a choice ([`ALIAS_OF_NOTHING`]).
///
/// [`ALIAS_OF_NOTHING`]: crate::lambda::choices::ALIAS_OF_NOTHING
pub(super) fn alias_named(
    function_name: &str,
    name: &str,
) -> Result<(FunctionReference, AliasName), Error> {
    let mut validation = Validation::default();
    NameShape::FunctionName.check(&mut validation, function_name);
    check_alias_name(&mut validation, Some(name));
    validation.finish()?;
    let reference = NameShape::FunctionName.resolve(function_name, None)?;
    refuse_qualifier(&reference)?;
    Ok((reference, name.parse()?))
}
