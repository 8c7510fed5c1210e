//! The settings of logs in JSON.

use serde::{Deserialize, Serialize};

use crate::lambda::logging::{LogFormat, Logging};
use crate::lambda::operations::LoggingSettings;

/// The member `LoggingConfig` of requests, and of their answers.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct LoggingConfig {
    #[serde(skip_serializing_if = "Option::is_none")]
    log_format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    application_log_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    system_log_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    log_group: Option<String>,
}

impl LoggingConfig {
    /// What is set, as the answers of a function of that name show it.
    pub(super) fn of(logging: &Logging, function_name: &str) -> Self {
        let log_group = Some(logging.group(function_name));
        match &logging.format {
            LogFormat::Text => Self {
                log_format: Some("Text".to_owned()),
                log_group,
                ..Self::default()
            },
            LogFormat::Json {
                application_level,
                system_level,
            } => Self {
                log_format: Some("JSON".to_owned()),
                application_log_level: Some(application_level.clone()),
                system_log_level: Some(system_level.clone()),
                log_group,
            },
        }
    }
}

impl From<LoggingConfig> for LoggingSettings {
    fn from(body: LoggingConfig) -> Self {
        Self {
            format: body.log_format,
            application_level: body.application_log_level,
            system_level: body.system_log_level,
            group: body.log_group,
        }
    }
}

impl From<LoggingSettings> for LoggingConfig {
    fn from(settings: LoggingSettings) -> Self {
        Self {
            log_format: settings.format,
            application_log_level: settings.application_level,
            system_log_level: settings.system_level,
            log_group: settings.group,
        }
    }
}
