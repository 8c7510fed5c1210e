use super::Output;
use super::get_function_configuration::qualified;
use crate::lambda::error::Error;
use crate::lambda::service::ServiceState;

/// Reads the resource policy of a function, a version or an alias.
///
/// A version that is not there is answered like one without a policy, and so is an alias ([`POLICY_OF_NOTHING`]).
///
/// [`POLICY_OF_NOTHING`]: crate::lambda::choices::POLICY_OF_NOTHING
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicy {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl GetPolicy {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let reference = qualified(&self.function_name, self.qualifier.as_deref())?;
        let function = state.function(&reference.name, reference.arn())?;
        match function.policies.get(&reference.qualifier) {
            Some(policy) => Ok(Output::Policy(policy.clone())),
            None => Err(Error::not_found(
                "The resource you requested does not exist.",
            )),
        }
    }
}
