//! What an invocation is resolved to, what came of it, and how the service reports it.

mod answer;
mod environment;
mod latest;
mod log;
mod retry;

use std::rc::Rc;
use std::time::Duration;

use jiff::Timestamp;
use uuid::Uuid;

pub use environment::{EnvironmentTarget, Initialization};
pub use latest::LatestInvocations;
pub use retry::Retries;

use super::configuration::Configuration;
use super::identifiers::{FunctionArn, FunctionName, Generation, Qualifier, Weight};

/// An invocation that found its code.
#[derive(Clone, Debug, PartialEq)]
pub struct Invocation {
    pub request_id: Uuid,
    pub invocation_type: InvocationType,
    /// Whether the caller wants the end of the log.
    pub tail: bool,
    pub function: FunctionName,
    /// The ARN exactly as it was asked for: unqualified, or with the qualifier.
    pub invoked_arn: FunctionArn,
    /// `$LATEST` or a number, never an alias.
    pub executed_version: Qualifier,
    /// What an execution environment for this invocation belongs to.
    pub generation: Generation,
    /// The draw and the weight it was held against, where the alias is weighted.
    pub draw: Option<(f64, Weight)>,
    pub configuration: Rc<Configuration>,
    /// The event: JSON text.
    pub event: Rc<str>,
    pub client_context: Option<String>,
    pub at: Timestamp,
    /// What is left to an event that fails.
    pub retries: Retries,
}

/// An invocation together with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct InvocationRecord {
    pub invocation: Invocation,
    pub execution: Execution,
}

/// How the caller waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InvocationType {
    #[default]
    RequestResponse,
    Event,
    DryRun,
}

/// What came of running an invocation in an execution environment.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    /// The response or the error: JSON text.
    pub payload: String,
    pub failure: Option<Failure>,
    /// What the handler wrote.
    pub log: String,
    /// What the environment wrote while it started, where this is its first invocation since.
    pub init_log: Option<String>,
    /// How that start ended.
    pub init_status: InitStatus,
    /// How long the handler took, sleeps included.
    pub duration: Duration,
    /// How long the environment took to start; only on a cold start, not where it was kept ready.
    pub init_duration: Option<Duration>,
    /// The most memory the environment used so far, in bytes.
    pub memory_used: u64,
    pub log_stream: Rc<str>,
}

/// How the start of an environment ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InitStatus {
    #[default]
    Success,
    /// The environment could not start, so that the handler did not run.
    Error,
    /// It took longer than a start may, and was made once more as a part of the invocation.
    Timeout,
}

/// Why an invocation failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The handler raised, or could not be loaded; the payload says which.
    Error,
    /// The function's timeout passed.
    Timeout,
    /// The process ended.
    Exit,
    /// The memory size was exceeded.
    OutOfMemory,
}

impl InvocationType {
    pub(super) const NAMES: [&str; 3] = ["Event", "RequestResponse", "DryRun"];

    pub(super) fn parse(text: &str) -> Self {
        match text {
            "Event" => Self::Event,
            "DryRun" => Self::DryRun,
            _ => Self::RequestResponse,
        }
    }
}
