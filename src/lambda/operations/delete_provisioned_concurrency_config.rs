use super::Output;
use super::get_provisioned_concurrency_config::not_published;
use super::put_provisioned_concurrency_config::{check_provisionable, find, provisionable};
use crate::lambda::error::Error;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Ends the provisioned concurrency of a version or an alias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteProvisionedConcurrencyConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl DeleteProvisionedConcurrencyConfig {
    pub(super) fn apply(&self, state: &mut ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let qualifier = self.qualifier.as_deref();
        check_provisionable(&mut validation, &self.function_name, qualifier);
        validation.finish()?;
        let (reference, qualifier) = provisionable(&self.function_name, qualifier, not_published)?;
        find(state.functions.get(&reference.name), &reference, &qualifier)?;
        let function = state.function_mut(&reference.name, reference.asked())?;
        // A configuration that is not there is as good as deleted.
        function.attached.provisioned.remove(&qualifier);
        Ok(Output::Deleted)
    }
}
