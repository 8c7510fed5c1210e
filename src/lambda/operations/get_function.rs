use super::Output;
use super::get_function_configuration::describe;
use crate::lambda::error::Error;
use crate::lambda::service::ServiceState;

/// Describes a function or version, with where its code is and what hangs on the function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunction {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl GetFunction {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let (function, configuration) =
            describe(state, &self.function_name, self.qualifier.as_deref())?;
        Ok(Output::Function {
            configuration,
            tags: function.tags.clone(),
            reserved_concurrency: function.reserved_concurrency,
        })
    }
}
