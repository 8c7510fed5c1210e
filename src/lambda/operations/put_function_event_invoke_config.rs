use super::Output;
use super::event_invoke_settings::{EventInvokeSettings, event_target};
use crate::lambda::attached::EventInvokeConfig;
use crate::lambda::error::Error;
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;

/// Says what becomes of the events of `$LATEST`, a version or an alias, and forgets what was said before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionEventInvokeConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub settings: EventInvokeSettings,
}

impl PutFunctionEventInvokeConfig {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let qualifier = self.qualifier.as_deref();
        let reference = self.settings.checked(&self.function_name, qualifier)?;
        let (name, target, arn) = event_target(state, &reference)?;
        self.settings.check_destinations(state, &name)?;
        let mut config = EventInvokeConfig {
            maximum_retry_attempts: None,
            maximum_event_age: None,
            on_success: None,
            on_failure: None,
            last_modified: moment.at,
        };
        self.settings.lay_over(&mut config);
        let function = state.function_mut(&name, &arn)?;
        function
            .attached
            .event_invoke
            .insert(target, config.clone());
        Ok(Output::EventInvokeConfig(arn, config))
    }
}
