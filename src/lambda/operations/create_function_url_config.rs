use super::Output;
use super::url_settings::{UrlSettings, check_target, nowhere, url_target};
use crate::lambda::attached::FunctionUrl;
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Gives a function or an alias an address of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateFunctionUrlConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub settings: UrlSettings,
}

/// The characters of a URL's id.
const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz2345678901";

impl CreateFunctionUrlConfig {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        check_target(
            &mut validation,
            &self.function_name,
            self.qualifier.as_deref(),
        );
        validation.required(self.settings.auth_type.as_ref(), "authType");
        self.settings.check(&mut validation);
        validation.finish()?;

        let reference =
            NameShape::FunctionUrl.resolve(&self.function_name, self.qualifier.as_deref())?;
        let (function, alias) = url_target(state, &reference).ok_or_else(nowhere)?;
        let arn = reference.asked();
        if function.attached.urls.contains_key(&alias) {
            // Two blanks, as recorded.
            return Err(Error::conflict(format!(
                "Failed to create function url config for [functionArn = {arn}]. Error message:  \
                 FunctionUrlConfig exists for this Lambda function"
            )));
        }
        let settings = self.settings.clone();
        let url = FunctionUrl {
            id: url_id(moment),
            auth_type: settings.auth_type.unwrap_or_default(),
            invoke_mode: settings.invoke_mode,
            cors: settings.cors,
            created: moment.at,
            last_modified: moment.at,
        };
        function.attached.urls.insert(alias, url.clone());
        Ok(Output::UrlCreated(arn, url))
    }
}

fn url_id(moment: &Moment) -> String {
    let bytes = moment.bytes("url").into_iter();
    bytes
        .map(|byte| char::from(DIGITS[usize::from(byte) % DIGITS.len()]))
        .collect()
}
