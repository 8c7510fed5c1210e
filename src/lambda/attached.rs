//! What hangs on a function's qualifiers: provisioned concurrency, URLs, and how events are handled.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;

use super::identifiers::{AliasName, Qualifier};

/// Everything that is configured for one qualifier of a function and not part of a version.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Attached {
    /// By published version or alias.
    pub(super) provisioned: BTreeMap<Qualifier, ProvisionedConcurrency>,
    /// By alias; `None` is the function itself.
    pub(super) urls: BTreeMap<Option<AliasName>, FunctionUrl>,
    /// By `$LATEST`, published version or alias.
    pub(super) event_invoke: BTreeMap<Qualifier, EventInvokeConfig>,
}

/// How many execution environments are kept ready ahead of calls.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvisionedConcurrency {
    pub requested: u32,
    /// How many can serve calls so far.
    pub available: u32,
    /// When it was last set.
    pub last_modified: Timestamp,
    /// Since when the rest of them has been on its way.
    pub(super) in_progress_since: Option<Timestamp>,
}

/// A function's own address.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionUrl {
    /// 32 lower-case letters and digits.
    pub id: String,
    /// `NONE` or `AWS_IAM`.
    pub auth_type: String,
    /// `BUFFERED` or `RESPONSE_STREAM`.
    pub invoke_mode: String,
    pub cors: Option<Cors>,
    pub created: Timestamp,
    pub last_modified: Timestamp,
}

/// What pages of other origins may do with a URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cors {
    pub allow_credentials: Option<bool>,
    pub allow_headers: Option<Vec<String>>,
    pub allow_methods: Option<Vec<String>>,
    pub allow_origins: Option<Vec<String>>,
    pub expose_headers: Option<Vec<String>>,
    /// In seconds.
    pub max_age: Option<i64>,
}

/// What becomes of events that nobody waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct EventInvokeConfig {
    /// How often a failed event is tried again.
    pub maximum_retry_attempts: Option<u32>,
    /// How long an event is kept.
    pub maximum_event_age: Option<Duration>,
    /// The ARNs of destinations, which are kept and not delivered to.
    pub on_success: Option<String>,
    pub on_failure: Option<String>,
    pub last_modified: Timestamp,
}

impl Attached {
    /// Drops what hangs on a qualifier that is deleted.
    pub(super) fn detach(&mut self, qualifier: &Qualifier) {
        self.provisioned.remove(qualifier);
        self.event_invoke.remove(qualifier);
        if let Qualifier::Alias(name) = qualifier {
            self.urls.remove(&Some(name.clone()));
        }
    }

    /// Takes the transitions that began at or before a time.
    pub(super) fn settle(&mut self, begun_by: Timestamp) {
        for config in self.provisioned.values_mut() {
            if config
                .in_progress_since
                .is_some_and(|since| since <= begun_by)
            {
                config.available = config.requested;
                config.in_progress_since = None;
            }
        }
    }

    /// How much concurrency is provisioned in all.
    pub(super) fn provisioned_total(&self) -> u32 {
        let requested = self.provisioned.values().map(|config| config.requested);
        requested.fold(0, u32::saturating_add)
    }
}

impl ProvisionedConcurrency {
    /// Whether all that was requested can serve calls.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.in_progress_since.is_none()
    }
}

impl FunctionUrl {
    /// The address itself.
    #[must_use]
    pub fn address(&self) -> String {
        format!(
            "https://{}.lambda-url.{}.on.aws/",
            self.id,
            super::FunctionArn::REGION
        )
    }
}
