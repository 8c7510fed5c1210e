use super::Output;
use super::url_settings::{check_target, no_url};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Describes the URL of a function or an alias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionUrlConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl GetFunctionUrlConfig {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let qualifier = self.qualifier.as_deref();
        check_target(&mut validation, &self.function_name, qualifier);
        validation.finish()?;
        let reference = NameShape::FunctionUrl.resolve(&self.function_name, qualifier)?;
        let function = state.functions.get(&reference.name).ok_or_else(no_url)?;
        let alias = match &reference.qualifier {
            Some(Qualifier::Alias(name)) => Some(name.clone()),
            _ => None,
        };
        let url = function.attached.urls.get(&alias).ok_or_else(no_url)?;
        Ok(Output::Url(reference.asked(), url.clone()))
    }
}
