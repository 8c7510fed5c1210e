//! What a function runs with, and how the service describes it.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use jiff::Timestamp;

use super::identifiers::{Description, FunctionArn, Qualifier, RevisionId};
use super::logging::Logging;
use super::package::Package;
use super::runtime::Runtime;

/// Code and settings together: everything that publishing a version freezes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration {
    pub description: Description,
    pub runtime: Runtime,
    /// `module.function`.
    pub handler: String,
    /// The execution role's ARN.
    pub role: String,
    /// Whole seconds.
    pub timeout: Duration,
    /// In megabytes.
    pub memory_size: u32,
    /// The size of `/tmp` in megabytes.
    pub ephemeral_storage: u32,
    /// Either `x86_64` or `arm64`.
    pub architecture: String,
    /// `None` until variables were ever sent; an empty map is not the same.
    pub environment: Option<Rc<BTreeMap<String, String>>>,
    /// The ARN of the dead-letter queue or topic.
    pub dead_letter_target: Option<String>,
    /// Either `PassThrough` or `Active`.
    pub tracing_mode: String,
    pub logging: Logging,
    /// Whether published versions start from a snapshot; kept and answered alone ([`SNAP_START`]).
    ///
    /// [`SNAP_START`]: super::choices::SNAP_START
    pub snap_start: bool,
    pub code: Package,
}

impl Configuration {
    /// The variables that were sent, by name.
    pub fn variables(&self) -> impl Iterator<Item = (&String, &String)> {
        self.environment
            .iter()
            .flat_map(|variables| variables.iter())
    }
}

/// One version as the service describes it in answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionConfiguration {
    pub function_arn: FunctionArn,
    pub function_name: String,
    /// `$LATEST` or a number, whatever qualifier was asked for.
    pub version: Qualifier,
    pub description: Description,
    pub configuration: Rc<Configuration>,
    pub revision_id: RevisionId,
    pub last_modified: Timestamp,
    pub state: State,
    pub last_update_status: Option<LastUpdateStatus>,
}

/// Whether a function or version can be invoked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Pending,
    Active,
}

/// How the latest update went; absent while the function is being created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastUpdateStatus {
    InProgress,
    Successful,
}

impl State {
    /// The state in the service's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "Pending",
            Self::Active => "Active",
        }
    }
}

impl LastUpdateStatus {
    /// The status in the service's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InProgress => "InProgress",
            Self::Successful => "Successful",
        }
    }
}
