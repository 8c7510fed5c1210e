//! What the runtime's process finds in its environment.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::Timestamp;
use uuid::Uuid;

use super::Invocation;
use crate::lambda::configuration::Configuration;
use crate::lambda::function::Version;
use crate::lambda::identifiers::{FunctionArn, FunctionName, Generation, Qualifier};
use crate::lambda::runtime::Runtime;

/// What an execution environment is made for: one version's code and settings.
#[derive(Clone, Debug, PartialEq)]
pub struct EnvironmentTarget {
    pub function: FunctionName,
    /// `$LATEST` or a number, never an alias.
    pub version: Qualifier,
    pub generation: Generation,
    pub configuration: Rc<Configuration>,
}

/// Why an execution environment is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initialization {
    /// A call needs it.
    OnDemand,
    /// It is kept ready ahead of calls.
    Provisioned,
}

impl EnvironmentTarget {
    pub(in crate::lambda) fn of(function: &FunctionName, version: &Version) -> Self {
        Self {
            function: function.clone(),
            version: Qualifier::Version(version.number),
            generation: version.generation(),
            configuration: Rc::clone(&version.configuration),
        }
    }

    /// The name of an environment's log stream: the bracket names the version, never an alias.
    #[must_use]
    pub fn log_stream(&self, at: Timestamp, id: [u8; 16]) -> String {
        format!(
            "{}[{}]{}",
            at.strftime("%Y/%m/%d/"),
            self.version,
            Uuid::from_bytes(id).simple()
        )
    }

    /// The variables of an environment: the runtime's, and the function's own.
    ///
    /// The credentials are words, not secrets: there is nothing they would open.
    #[must_use]
    pub fn variables(
        &self,
        initialization: Initialization,
        log_stream: &str,
    ) -> BTreeMap<String, String> {
        let configuration = &self.configuration;
        let runtime = configuration.runtime;
        let mut variables: BTreeMap<String, String> = [
            ("AWS_ACCESS_KEY_ID", "playground"),
            ("AWS_DEFAULT_REGION", FunctionArn::REGION),
            ("AWS_EXECUTION_ENV", &format!("AWS_Lambda_{runtime}")),
            (
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                &configuration.memory_size.to_string(),
            ),
            ("AWS_LAMBDA_FUNCTION_NAME", self.function.as_str()),
            ("AWS_LAMBDA_FUNCTION_VERSION", &self.version.to_string()),
            (
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                match initialization {
                    Initialization::OnDemand => "on-demand",
                    Initialization::Provisioned => "provisioned-concurrency",
                },
            ),
            (
                "AWS_LAMBDA_LOG_GROUP_NAME",
                &configuration.logging.group(self.function.as_str()),
            ),
            ("AWS_LAMBDA_LOG_STREAM_NAME", log_stream),
            ("AWS_LAMBDA_RUNTIME_API", "169.254.100.1:9001"),
            ("AWS_REGION", FunctionArn::REGION),
            ("AWS_SECRET_ACCESS_KEY", "playground"),
            ("AWS_SESSION_TOKEN", "playground"),
            ("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR"),
            ("AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1:2000"),
            ("LAMBDA_RUNTIME_DIR", "/var/runtime"),
            ("LAMBDA_TASK_ROOT", "/var/task"),
            ("LANG", "en_US.UTF-8"),
            ("LD_LIBRARY_PATH", LIBRARIES),
            (
                "PATH",
                "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
            ),
            ("PWD", "/var/task"),
            ("PYTHONPATH", "/var/runtime"),
            ("SHLVL", "0"),
            ("TZ", ":UTC"),
            ("_AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1"),
            ("_AWS_XRAY_DAEMON_PORT", "2000"),
            ("_HANDLER", &configuration.handler),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
        if matches!(
            runtime,
            Runtime::Python312 | Runtime::Python313 | Runtime::Python314
        ) {
            variables.insert("LC_CTYPE".to_owned(), "C.UTF-8".to_owned());
        }
        let own = configuration.variables();
        variables.extend(own.map(|(name, value)| (name.clone(), value.clone())));
        variables
    }
}

impl Invocation {
    /// What its execution environment is made for.
    #[must_use]
    pub fn target(&self) -> EnvironmentTarget {
        EnvironmentTarget {
            function: self.function.clone(),
            version: self.executed_version.clone(),
            generation: self.generation,
            configuration: Rc::clone(&self.configuration),
        }
    }

    /// The trace header of the invocation, which nothing samples.
    #[must_use]
    pub fn trace_id(&self) -> String {
        let id = self.request_id.simple().to_string();
        format!(
            "Root=1-{:08x}-{};Parent={};Sampled=0",
            self.at.as_second(),
            &id[..24],
            &id[16..]
        )
    }
}

const LIBRARIES: &str = "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:\
                         /var/task/lib:/opt/lib";
