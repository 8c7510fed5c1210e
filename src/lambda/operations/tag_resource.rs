use super::Output;
use super::tagging::{RESOURCE, check_limit, check_tags, not_processed, retag, tagged};
use crate::lambda::error::Error;
use crate::lambda::function::Tags;
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Gives a function tags; a key that it has already gets the new value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResource {
    /// The function's ARN.
    pub resource: String,
    pub tags: Option<Tags>,
}

impl TagResource {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        validation.shape(Some(&self.resource), &RESOURCE);
        validation.required(self.tags.as_ref(), "tags");
        check_tags(&mut validation, self.tags.as_ref());
        validation.finish()?;

        let reference = tagged(&self.resource)?;
        let function = state.function_mut(&reference.name, reference.arn())?;
        let given = self.tags.clone().unwrap_or_default();
        if given.is_empty() {
            return Err(not_processed());
        }
        let mut tags = function.tags.clone();
        tags.extend(given);
        check_limit(&tags)?;
        retag(function, tags, moment);
        Ok(Output::Deleted)
    }
}
