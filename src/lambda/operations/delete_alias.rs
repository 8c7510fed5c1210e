use super::Output;
use super::get_alias::alias_named;
use crate::lambda::error::Error;
use crate::lambda::identifiers::Qualifier;
use crate::lambda::service::ServiceState;

/// Deletes an alias with all that hangs on it; the versions it named remain.
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
        let qualifier = Qualifier::Alias(name);
        function.attached.detach(&qualifier);
        function.policies.remove(&Some(qualifier));
        Ok(Output::Deleted)
    }
}
