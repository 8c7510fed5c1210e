use super::Output;
use super::put_provisioned_concurrency_config::{check_provisionable, find, provisionable};
use crate::lambda::error::{Error, ErrorCode};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Describes the provisioned concurrency of a version or an alias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetProvisionedConcurrencyConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl GetProvisionedConcurrencyConfig {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let qualifier = self.qualifier.as_deref();
        check_provisionable(&mut validation, &self.function_name, qualifier);
        validation.finish()?;
        let (reference, qualifier) = provisionable(&self.function_name, qualifier, not_published)?;
        let function = find(state.functions.get(&reference.name), &reference, &qualifier)?;
        let config = function.attached.provisioned.get(&qualifier);
        config
            .map(|config| Output::ProvisionedConcurrency(config.clone()))
            .ok_or_else(|| {
                Error::new(
                    ErrorCode::ProvisionedConcurrencyConfigNotFoundException,
                    "No Provisioned Concurrency Config found for this function",
                )
            })
    }
}

/// The 400 of `$LATEST` where nothing is set.
pub(super) fn not_published() -> Error {
    Error::invalid_parameter(
        "The function resource provided must be an alias or a published version.",
    )
}
