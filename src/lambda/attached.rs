//! What hangs on a function's qualifiers: provisioned concurrency, URLs, and how events are handled.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;

use super::alias::Routing;
use super::function::Function;
use super::identifiers::{AliasName, FunctionArn, Qualifier, VersionNumber};
use super::invocation::EnvironmentTarget;

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
    /// Whether one of them could not start; told once nothing is on its way any more.
    pub(super) failed: bool,
}

/// How far provisioned concurrency has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProvisioningStatus {
    InProgress,
    /// All that was requested can serve calls.
    Ready,
    /// An environment could not start.
    Failed,
}

/// A function's own address.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionUrl {
    /// 32 lower-case letters and digits.
    pub id: String,
    /// `NONE` or `AWS_IAM`.
    pub auth_type: String,
    /// `BUFFERED` or `RESPONSE_STREAM`, where it was ever set: the answer to a change tells no more than that.
    pub invoke_mode: Option<String>,
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

/// What hangs on the function's qualifiers.
impl Function {
    /// How many environments are kept ready ahead of calls, by version or alias.
    pub fn provisioned(&self) -> impl Iterator<Item = (&Qualifier, &ProvisionedConcurrency)> {
        self.attached.provisioned.iter()
    }

    /// The function's URLs, by alias; `None` is the function itself.
    pub fn urls(&self) -> impl Iterator<Item = (Option<&AliasName>, &FunctionUrl)> {
        let urls = self.attached.urls.iter();
        urls.map(|(alias, url)| (alias.as_ref(), url))
    }

    /// What becomes of events, by `$LATEST`, version or alias.
    pub fn event_invoke_configs(&self) -> impl Iterator<Item = (&Qualifier, &EventInvokeConfig)> {
        self.attached.event_invoke.iter()
    }

    /// How much of the account's concurrency the function keeps for itself.
    ///
    /// What is provisioned comes out of what is reserved, or counts in full: a choice ([`PROVISIONED_CLAIM`]).
    ///
    /// [`PROVISIONED_CLAIM`]: crate::lambda::choices::PROVISIONED_CLAIM
    #[must_use]
    pub fn claimed_concurrency(&self) -> u32 {
        self.reserved_concurrency
            .unwrap_or_else(|| self.attached.provisioned_total())
    }

    /// The versions whose environments are kept ready ahead of calls, and how many of each ([`PROVISIONED_SHARES`]).
    ///
    /// They start as soon as they are asked for, so that they are there when they are said to be, and serve from then on
    /// ([`PROVISIONED_EARLY`]). Where one could not, none is kept ([`PROVISIONED_FAILED`]).
    ///
    /// [`PROVISIONED_EARLY`]: crate::lambda::choices::PROVISIONED_EARLY
    /// [`PROVISIONED_SHARES`]: crate::lambda::choices::PROVISIONED_SHARES
    /// [`PROVISIONED_FAILED`]: crate::lambda::choices::PROVISIONED_FAILED
    pub fn provisions(&self) -> impl Iterator<Item = (EnvironmentTarget, u32)> {
        let provisioned = self.attached.provisioned.iter();
        let kept = provisioned.filter(|(_, config)| !config.failed);
        kept.flat_map(|(qualifier, config)| {
            let shares = self.routing(qualifier).into_iter();
            let shares = shares.flat_map(Routing::shares);
            shares.filter_map(|(number, share)| {
                let target = EnvironmentTarget::of(&self.name, self.version(number)?);
                Some((target, share_of(config.requested, share)))
            })
        })
    }

    /// How much of the reserved concurrency a version keeps for itself by being provisioned, ready or not.
    pub(super) fn kept_for(&self, version: &Qualifier) -> u32 {
        let provisions = self.provisions();
        let own = provisions.filter(|(target, _)| target.version == *version);
        own.map(|(_, count)| count).sum()
    }

    /// How much of the reserved concurrency all versions keep for themselves.
    pub(super) fn kept(&self) -> u32 {
        let kept = self.provisioned().filter(|(_, config)| !config.failed);
        kept.map(|(_, config)| config.requested).sum()
    }

    /// Takes note that an environment of a version could not start ahead of calls; false if none was asked for.
    pub(super) fn fail_provisioning(&mut self, version: VersionNumber) -> bool {
        let provisioned = self.provisioned().filter(|(_, config)| !config.failed);
        let reaches = |routing: Routing| routing.contains(version);
        let failed: Vec<Qualifier> = provisioned
            .filter(|(qualifier, _)| self.routing(qualifier).is_some_and(reaches))
            .map(|(qualifier, _)| qualifier.clone())
            .collect();
        for qualifier in &failed {
            if let Some(config) = self.attached.provisioned.get_mut(qualifier) {
                config.failed = true;
                config.available = 0;
            }
        }
        !failed.is_empty()
    }

    /// Where calls of a version or an alias go.
    fn routing(&self, qualifier: &Qualifier) -> Option<Routing> {
        match qualifier {
            Qualifier::Alias(name) => self.alias(name).map(|alias| alias.routing),
            Qualifier::Version(number) => Some(Routing::Version(*number)),
            Qualifier::Latest | Qualifier::Unknown(_) => None,
        }
    }
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
                config.available = if config.failed { 0 } else { config.requested };
                config.in_progress_since = None;
            }
        }
    }

    /// Since when environments have been on their way.
    pub(super) fn in_progress(&self) -> impl Iterator<Item = Timestamp> {
        let provisioned = self.provisioned.values();
        provisioned.filter_map(|config| config.in_progress_since)
    }

    /// How much concurrency is provisioned in all.
    pub(super) fn provisioned_total(&self) -> u32 {
        let requested = self.provisioned.values().map(|config| config.requested);
        requested.fold(0, u32::saturating_add)
    }
}

impl ProvisionedConcurrency {
    /// How far it has come.
    #[must_use]
    pub fn status(&self) -> ProvisioningStatus {
        match self.in_progress_since {
            Some(_) => ProvisioningStatus::InProgress,
            None if self.failed => ProvisioningStatus::Failed,
            None => ProvisioningStatus::Ready,
        }
    }
}

impl FunctionUrl {
    /// The invoke mode of a URL for which none was set.
    pub const BUFFERED: &str = "BUFFERED";

    /// How the function is invoked, whether or not it was ever said.
    #[must_use]
    pub fn invoke_mode(&self) -> &str {
        self.invoke_mode.as_deref().unwrap_or(Self::BUFFERED)
    }

    /// The address itself.
    #[must_use]
    pub fn address(&self) -> String {
        let region = FunctionArn::REGION;
        format!("https://{}.lambda-url.{region}.on.aws/", self.id)
    }
}

/// A share of a number, rounded up.
fn share_of(number: u32, share: f64) -> u32 {
    // Less by what a share such as 1.0 - 0.7 may be too large.
    let exact = f64::from(number) * share - 1e-6;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share is no larger than the whole, and a cast of less than 0 is 0"
    )]
    let rounded = exact.ceil() as u32;
    rounded
}
