use crate::lambda::error::Error;
use crate::lambda::logging::{LogFormat, Logging};
use crate::lambda::validation::{TextShape, Validation};

/// What a request sets of a function's logs; a member left out stays as it is, which is not recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoggingSettings {
    /// `Text` or `JSON`.
    pub format: Option<String>,
    /// From `TRACE` to `FATAL`, for JSON alone.
    pub application_level: Option<String>,
    /// `DEBUG`, `INFO` or `WARN`, for JSON alone.
    pub system_level: Option<String>,
    pub group: Option<String>,
}

static GROUP: TextShape =
    TextShape::new("loggingConfig.logGroup", 1..=512, "[\\.\\-_/#A-Za-z0-9]+");

const FORMATS: [&str; 2] = ["JSON", "Text"];
const APPLICATION_LEVELS: [&str; 6] = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
const SYSTEM_LEVELS: [&str; 3] = ["DEBUG", "INFO", "WARN"];
const DEFAULT_LEVEL: &str = "INFO";

impl LoggingSettings {
    /// Checks the shape of every member that was sent.
    pub(super) fn check(&self, validation: &mut Validation) {
        let mut check = |value: &Option<String>, member: &str, values: &[&str]| {
            if let Some(value) = value {
                validation.one_of(value, member, values);
            }
        };
        check(&self.format, "loggingConfig.logFormat", &FORMATS);
        check(
            &self.application_level,
            "loggingConfig.applicationLogLevel",
            &APPLICATION_LEVELS,
        );
        check(
            &self.system_level,
            "loggingConfig.systemLogLevel",
            &SYSTEM_LEVELS,
        );
        validation.shape(self.group.as_deref(), &GROUP);
    }

    /// Lays the settings over what is set.
    ///
    /// # Errors
    ///
    /// Levels where the logs are text.
    pub(super) fn lay_over(&self, logging: &mut Logging) -> Result<(), Error> {
        if let Some(group) = &self.group {
            logging.group = Some(group.clone());
        }
        let was_json = matches!(logging.format, LogFormat::Json { .. });
        let is_json = self
            .format
            .as_ref()
            .map_or(was_json, |format| format == "JSON");
        if is_json {
            self.lay_over_json(&mut logging.format);
            return Ok(());
        }
        if self.application_level.is_some() || self.system_level.is_some() {
            return Err(Error::invalid_parameter(
                "LogLevel is not supported when LogFormat is set to \"Text\". Remove LogLevel from \
                 your request or change the LogFormat to \"Json\" and try again.",
            ));
        }
        logging.format = LogFormat::Text;
        Ok(())
    }

    fn lay_over_json(&self, format: &mut LogFormat) {
        let (application, system) = match format {
            LogFormat::Text => (DEFAULT_LEVEL, DEFAULT_LEVEL),
            LogFormat::Json {
                application_level,
                system_level,
            } => (application_level.as_str(), system_level.as_str()),
        };
        let or = |sent: &Option<String>, level: &str| sent.as_deref().unwrap_or(level).to_owned();
        *format = LogFormat::Json {
            application_level: or(&self.application_level, application),
            system_level: or(&self.system_level, system),
        };
    }
}
