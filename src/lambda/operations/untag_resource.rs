use super::Output;
use super::tagging::{RESOURCE, check_tag_keys, retag, tagged};
use crate::lambda::error::Error;
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Takes tags away from a function; one that it does not have is as good as taken away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResource {
    /// The function's ARN.
    pub resource: String,
    pub tag_keys: Vec<String>,
}

impl UntagResource {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        validation.shape(Some(&self.resource), &RESOURCE);
        // A query without any key is one without the list.
        validation.required(self.tag_keys.first(), "tagKeys");
        check_tag_keys(&mut validation, &self.tag_keys);
        validation.finish()?;

        let reference = tagged(&self.resource)?;
        let function = state.function_mut(&reference.name, reference.arn())?;
        let mut tags = function.tags.clone();
        for key in &self.tag_keys {
            tags.remove(key);
        }
        retag(function, tags, moment);
        Ok(Output::Deleted)
    }
}
