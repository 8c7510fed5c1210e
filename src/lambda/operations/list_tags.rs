use super::Output;
use super::tagging::{RESOURCE, tagged};
use crate::lambda::error::Error;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists a function's tags.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTags {
    /// The function's ARN.
    pub resource: String,
}

impl ListTags {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        validation.shape(Some(&self.resource), &RESOURCE);
        validation.finish()?;

        let reference = tagged(&self.resource)?;
        let function = state.function(&reference.name, reference.arn())?;
        Ok(Output::Tags(function.tags.clone()))
    }
}
