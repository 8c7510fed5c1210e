use super::Output;
use super::event_invoke_settings::{check_named, event_arn, no_config};
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Tells what becomes of the events of `$LATEST`, a version or an alias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionEventInvokeConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl GetFunctionEventInvokeConfig {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let qualifier = self.qualifier.as_deref();
        check_named(&mut validation, &self.function_name, qualifier);
        validation.finish()?;
        let reference = NameShape::Namespaced.resolve(&self.function_name, qualifier)?;
        let (target, arn) = event_arn(&reference);
        // A missing function is told like a missing configuration.
        let function = state.functions.get(&reference.name);
        let config = function.and_then(|function| function.attached.event_invoke.get(&target));
        match config {
            Some(config) => Ok(Output::EventInvokeConfig(arn, config.clone())),
            None => Err(no_config(&arn)),
        }
    }
}
