use super::Output;
use super::get_alias::alias_named;
use crate::lambda::error::Error;
use crate::lambda::identifiers::Qualifier;
use crate::lambda::service::ServiceState;

/// Deletes an alias; the versions it named remain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAlias {
    pub function_name: String,
    pub name: String,
}

impl DeleteAlias {
    pub(super) fn apply(&self, state: &mut ServiceState) -> Result<Output, Error> {
        let (reference, name) = alias_named(&self.function_name, &self.name)?;
        let function = state.function_mut(&reference.name, reference.arn())?;
        // An alias that is not there is as good as deleted.
        function.aliases.remove(&name);
        function.policies.remove(&Some(Qualifier::Alias(name)));
        Ok(Output::Deleted)
    }
}
