use super::configuration_settings::Settings;
use super::{Output, to_change};
use crate::lambda::configuration::Configuration;
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Changes settings of `$LATEST`; what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionConfiguration {
    pub function_name: String,
    pub settings: Settings,
    pub revision_id: Option<String>,
}

impl UpdateFunctionConfiguration {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        self.settings.check(&mut validation);
        validation.finish()?;

        let revision_id = self.revision_id.as_deref();
        let function = to_change(&mut state.functions, &self.function_name, revision_id)?;
        let mut configuration = Configuration::clone(&function.latest.configuration);
        self.settings.lay_over(&mut configuration)?;
        function.latest.update(configuration, moment);
        Ok(Output::FunctionConfiguration(
            function.describe_latest(function.arn(None)),
        ))
    }
}
