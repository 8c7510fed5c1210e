//! Every change as the operation that it was.

use std::fmt;

use super::identifiers::{FunctionName, Qualifier, VersionNumber};
use super::moment::Moment;
use super::operations::{Operation, Output};
use super::service::CloudDelays;

/// One entry of the history: what was done, and the moment it was done at.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub act: Act,
    pub moment: Moment,
    /// The version that it published; replaying finds it again.
    pub published: Option<VersionNumber>,
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

impl Change {
    /// An act at a moment, which published nothing as far as is known.
    #[must_use]
    pub fn new(act: Act, moment: Moment) -> Self {
        Self {
            act,
            moment,
            published: None,
        }
    }

    /// The version that an operation published, by its answer.
    pub(super) fn published(operation: &Operation, output: &Output) -> Option<VersionNumber> {
        match (operation, output) {
            (Operation::PublishVersion(_), Output::Created(made)) => match made.version {
                Qualifier::Version(number) => Some(number),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether somebody did it, rather than the cloud by itself.
    #[must_use]
    pub fn is_deed(&self) -> bool {
        !matches!(self.act, Act::ProvisioningFailed { .. })
    }
}

/// A few words, such as `UpdateAlias prod`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.act {
            Act::Operation(operation) => {
                f.write_str(operation.name())?;
                match (self.published, operation.subject()) {
                    (Some(number), _) => write!(f, " {number}"),
                    (None, Some(subject)) => write!(f, " {subject}"),
                    (None, None) => Ok(()),
                }
            }
            Act::SetDelays(CloudDelays::None) => f.write_str("Cloud delays: none"),
            Act::SetDelays(CloudDelays::UntilSettled) => f.write_str("Cloud delays: until settled"),
            Act::SetDelays(CloudDelays::After(delay)) => {
                write!(f, "Cloud delays: {} s", delay.as_secs_f64())
            }
            Act::Settle => f.write_str("Settled"),
            Act::ProvisioningFailed { version, .. } => {
                write!(f, "Provisioning failed for version {version}")
            }
        }
    }
}
