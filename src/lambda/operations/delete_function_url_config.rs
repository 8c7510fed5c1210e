use super::Output;
use super::url_settings::{check_target, no_url, url_target};
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Takes the URL of a function or an alias away; those of others remain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionUrlConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl DeleteFunctionUrlConfig {
    pub(super) fn apply(&self, state: &mut ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let qualifier = self.qualifier.as_deref();
        check_target(&mut validation, &self.function_name, qualifier);
        validation.finish()?;
        let reference = NameShape::FunctionUrl.resolve(&self.function_name, qualifier)?;
        let (function, alias) = url_target(state, &reference).ok_or_else(no_url)?;
        function.attached.urls.remove(&alias).ok_or_else(no_url)?;
        Ok(Output::Deleted)
    }
}
