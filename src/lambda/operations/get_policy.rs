use super::Output;
use super::get_function_configuration::qualified;
use crate::lambda::error::Error;
use crate::lambda::service::ServiceState;

/// Reads the resource policy of a function, a version or an alias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicy {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl GetPolicy {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let reference = qualified(&self.function_name, self.qualifier.as_deref())?;
        let function = state.function(&reference.name, reference.arn())?;
        // A version that is not there is recorded to be answered like one without a policy; an alias is taken to be.
        match function.policies.get(&reference.qualifier) {
            Some(policy) => Ok(Output::Policy(policy.clone())),
            None => Err(Error::not_found(
                "The resource you requested does not exist.",
            )),
        }
    }
}
