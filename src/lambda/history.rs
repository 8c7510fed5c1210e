//! Every change as the operation that it was.

use super::identifiers::{FunctionName, VersionNumber};
use super::moment::Moment;
use super::operations::Operation;
use super::service::CloudDelays;

/// One entry of the history: what was done, and the moment it was done at.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub act: Act,
    pub moment: Moment,
}

/// What changes the state: an operation of the API, or what the cloud takes time for.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    Operation(Box<Operation>),
    /// From then on, what is pending takes that long.
    SetDelays(CloudDelays),
    /// Everything pending was finished on request.
    Settle,
    /// An environment of a version could not start ahead of calls.
    ProvisioningFailed {
        function: FunctionName,
        version: VersionNumber,
    },
}
