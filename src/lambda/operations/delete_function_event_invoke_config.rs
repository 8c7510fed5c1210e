use super::Output;
use super::event_invoke_settings::{check_named, event_arn, no_config};
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Forgets what should become of the events of `$LATEST`, a version or an alias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionEventInvokeConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl DeleteFunctionEventInvokeConfig {
    pub(super) fn apply(&self, state: &mut ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let qualifier = self.qualifier.as_deref();
        check_named(&mut validation, &self.function_name, qualifier);
        validation.finish()?;
        let reference = NameShape::Namespaced.resolve(&self.function_name, qualifier)?;
        let (target, arn) = event_arn(&reference);
        let function = state.functions.get_mut(&reference.name);
        function
            .and_then(|function| function.attached.event_invoke.remove(&target))
            .map(|_| Output::Deleted)
            .ok_or_else(|| no_config(&arn))
    }
}
