use super::Output;
use super::put_function_concurrency::function_alone;
use crate::lambda::error::Error;
use crate::lambda::service::ServiceState;

/// Tells how many invocations of a function may run at once, where that is reserved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConcurrency {
    pub function_name: String,
}

impl GetFunctionConcurrency {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let reference = function_alone(&self.function_name)?;
        // Unlike setting it, reading it names a missing function by its plain ARN.
        let function = state.function(&reference.name, reference.arn())?;
        Ok(Output::Concurrency(function.reserved_concurrency))
    }
}
