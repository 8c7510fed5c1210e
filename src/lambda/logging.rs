//! How and where a function's logs are written.

/// What is set of a function's logs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logging {
    pub format: LogFormat,
    /// `None` for the group that is named after the function.
    pub group: Option<String>,
}

/// How lines are written, and from which level on; only JSON has levels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    #[default]
    Text,
    /// It is kept and answered; the lines themselves stay text, which the page lists as a difference.
    Json {
        application_level: String,
        system_level: String,
    },
}

impl Logging {
    /// The log group of a function of that name.
    #[must_use]
    pub fn group(&self, function_name: &str) -> String {
        let group = self.group.clone();
        group.unwrap_or_else(|| format!("/aws/lambda/{function_name}"))
    }
}
