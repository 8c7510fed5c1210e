use super::Output;
use super::event_invoke_settings::{EventInvokeSettings, event_target, no_config};
use crate::lambda::error::Error;
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;

/// Changes what becomes of the events of `$LATEST`, a version or an alias; what is left out is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionEventInvokeConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub settings: EventInvokeSettings,
}

impl UpdateFunctionEventInvokeConfig {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let qualifier = self.qualifier.as_deref();
        let reference = self.settings.checked(&self.function_name, qualifier)?;
        let (name, target, arn) = event_target(state, &reference)?;
        let function = state.function(&name, &arn)?;
        let before = function.attached.event_invoke.get(&target);
        let mut config = before.ok_or_else(|| no_config(&arn))?.clone();
        self.settings.check_destinations(state, &name)?;
        self.settings.lay_over(&mut config);
        config.last_modified = moment.at;
        let function = state.function_mut(&name, &arn)?;
        function
            .attached
            .event_invoke
            .insert(target, config.clone());
        Ok(Output::EventInvokeConfig(arn, config))
    }
}
