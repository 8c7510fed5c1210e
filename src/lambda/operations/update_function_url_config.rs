use super::Output;
use super::url_settings::{UrlSettings, check_target, no_url, nowhere, url_target};
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Changes the settings of a URL; what is left out is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionUrlConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub settings: UrlSettings,
}

impl UpdateFunctionUrlConfig {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let qualifier = self.qualifier.as_deref();
        check_target(&mut validation, &self.function_name, qualifier);
        self.settings.check(&mut validation);
        validation.finish()?;

        let reference = NameShape::FunctionUrl.resolve(&self.function_name, qualifier)?;
        let (function, alias) = url_target(state, &reference).ok_or_else(nowhere)?;
        let url = function.attached.urls.get_mut(&alias).ok_or_else(no_url)?;
        let settings = self.settings.clone();
        if let Some(auth_type) = settings.auth_type {
            url.auth_type = auth_type;
        }
        if settings.invoke_mode.is_some() {
            url.invoke_mode = settings.invoke_mode;
        }
        // The whole of it is replaced, as of every structure that is sent.
        if let Some(cors) = settings.cors {
            url.cors = Some(cors);
        }
        url.last_modified = moment.at;
        Ok(Output::UrlUpdated(reference.asked(), url.clone()))
    }
}
