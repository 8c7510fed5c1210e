use super::Output;
use super::put_function_concurrency::function_alone;
use crate::lambda::error::Error;
use crate::lambda::identifiers::{FunctionArn, Qualifier};
use crate::lambda::service::ServiceState;

/// Gives a function's reserved concurrency back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionConcurrency {
    pub function_name: String,
}

impl DeleteFunctionConcurrency {
    pub(super) fn apply(&self, state: &mut ServiceState) -> Result<Output, Error> {
        let reference = function_alone(&self.function_name)?;
        let missing = FunctionArn::qualified(&reference.name, Qualifier::Latest);
        let function = state.function_mut(&reference.name, missing)?;
        function.reserved_concurrency = None;
        Ok(Output::Deleted)
    }
}
