//! A function with its versions and aliases.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::rc::Rc;

use jiff::Timestamp;

use super::alias::Alias;
use super::attached::Attached;
use super::configuration::{Configuration, FunctionConfiguration, LastUpdateStatus, State};
use super::identifiers::{
    AliasName, Description, FunctionArn, FunctionName, Generation, Qualifier, RevisionId,
    VersionNumber,
};
use super::policy::Policy;

/// The tags of a function: values by key.
pub type Tags = BTreeMap<String, String>;

/// A function: `$LATEST`, the published versions and the aliases.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    pub(super) name: FunctionName,
    pub(super) latest: Latest,
    pub(super) versions: BTreeMap<VersionNumber, Version>,
    pub(super) next_version: VersionNumber,
    pub(super) aliases: BTreeMap<AliasName, Alias>,
    pub(super) reserved_concurrency: Option<u32>,
    pub(super) tags: Tags,
    /// The resource policies, by the qualifier they were added for.
    pub(super) policies: BTreeMap<Option<Qualifier>, Policy>,
    pub(super) attached: Attached,
}

/// How many invocations of a function run, by `$LATEST` or the version that they execute.
pub type RunningVersions = BTreeMap<Qualifier, u32>;

/// Whether an invocation of a function may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Free,
    /// As many run as are reserved.
    Taken,
    /// None may run at all.
    Closed,
}

/// The unpublished version, the only one that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Latest {
    pub(super) configuration: Rc<Configuration>,
    pub(super) revision: RevisionId,
    pub(super) last_modified: Timestamp,
    /// Moved by each accepted update and by nothing else: environments belong to one generation.
    pub(super) generation: Generation,
    pub(super) progress: Progress,
}

/// What `$LATEST` is in the middle of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Progress {
    Settled,
    Creating(Transition),
    Updating {
        transition: Transition,
        /// What runs until the update is through.
        before: (Rc<Configuration>, Generation),
    },
}

/// The end of a `Pending` or `InProgress` that has begun: a step of its own, decided in advance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Transition {
    pub(super) since: Timestamp,
    /// The revision that the step brings.
    pub(super) revision: RevisionId,
}

/// A published version: an immutable copy of code and configuration.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub(super) number: VersionNumber,
    pub(super) configuration: Rc<Configuration>,
    pub(super) description: Description,
    pub(super) revision: RevisionId,
    pub(super) published: Timestamp,
    /// Since when it has been `Pending`; its revision does not move when it becomes active.
    pub(super) pending_since: Option<Timestamp>,
}

impl Function {
    /// The function's name.
    #[must_use]
    pub fn name(&self) -> &FunctionName {
        &self.name
    }

    /// The unpublished version.
    #[must_use]
    pub fn latest(&self) -> &Latest {
        &self.latest
    }

    /// The published versions, oldest first.
    #[must_use]
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = &Version> {
        self.versions.values()
    }

    /// One published version.
    #[must_use]
    pub fn version(&self, number: VersionNumber) -> Option<&Version> {
        self.versions.get(&number)
    }

    /// The aliases by name.
    pub fn aliases(&self) -> impl Iterator<Item = &Alias> {
        self.aliases.values()
    }

    /// The aliases by name, from that name on.
    pub(super) fn aliases_from(&self, name: &str) -> impl Iterator<Item = &Alias> {
        let from = (Bound::Included(name), Bound::Unbounded);
        self.aliases.range::<str, _>(from).map(|(_, alias)| alias)
    }

    /// One alias.
    #[must_use]
    pub fn alias(&self, name: &AliasName) -> Option<&Alias> {
        self.aliases.get(name)
    }

    /// How many invocations may run at once, where that is reserved.
    #[must_use]
    pub fn reserved_concurrency(&self) -> Option<u32> {
        self.reserved_concurrency
    }

    /// Whether an invocation of `$LATEST` or a version may begin while so many run.
    ///
    /// What is provisioned is kept for its versions: where all that is reserved is provisioned, nothing else runs.
    #[must_use]
    pub fn room(&self, version: &Qualifier, running: &RunningVersions) -> Room {
        let Some(reserved) = self.reserved_concurrency else {
            return Room::Free;
        };
        if reserved == 0 {
            return Room::Closed;
        }
        if running.values().sum::<u32>() >= reserved {
            return Room::Taken;
        }
        let on_demand = |version, count: u32| count.saturating_sub(self.kept_for(version));
        let count = running.get(version).copied().unwrap_or_default();
        let own = on_demand(version, count + 1);
        let others = running.iter().filter(|(other, _)| *other != version);
        let others: u32 = others.map(|(other, count)| on_demand(other, *count)).sum();
        if own == 0 || self.kept() + others + own <= reserved {
            Room::Free
        } else {
            Room::Taken
        }
    }

    /// The newest version, if `$LATEST` has not changed since: publishing answers with it and makes no other.
    #[must_use]
    pub fn unchanged_since(&self) -> Option<VersionNumber> {
        let (number, newest) = self.versions.last_key_value()?;
        let is_unchanged =
            number.next() == self.next_version && newest.configuration == self.latest.configuration;
        is_unchanged.then_some(*number)
    }

    /// The ARN of the function, or of one of its qualifiers.
    #[must_use]
    pub fn arn(&self, qualifier: Option<Qualifier>) -> FunctionArn {
        match qualifier {
            Some(qualifier) => FunctionArn::qualified(&self.name, qualifier),
            None => FunctionArn::unqualified(&self.name),
        }
    }

    /// The names of the aliases that send invocations to a version.
    pub fn aliases_of(&self, number: VersionNumber) -> impl Iterator<Item = &AliasName> {
        self.aliases()
            .filter(move |alias| alias.routing.contains(number))
            .map(|alias| &alias.name)
    }

    /// Code and settings under a qualifier: for an alias, those of its primary version.
    #[must_use]
    pub fn configuration(&self, qualifier: &Qualifier) -> Option<&Rc<Configuration>> {
        match qualifier {
            Qualifier::Latest => Some(&self.latest.configuration),
            Qualifier::Version(number) => Some(&self.version(*number)?.configuration),
            Qualifier::Alias(name) => self.configuration(&self.alias(name)?.routing.primary()),
            Qualifier::Unknown(_) => None,
        }
    }

    /// The state under a qualifier and how the latest update went: for an alias, of its primary version.
    #[must_use]
    pub fn status(&self, qualifier: &Qualifier) -> Option<(State, Option<LastUpdateStatus>)> {
        match qualifier {
            Qualifier::Latest => Some(self.latest.status()),
            Qualifier::Version(number) => Some(self.version(*number)?.status()),
            Qualifier::Alias(name) => self.status(&self.alias(name)?.routing.primary()),
            Qualifier::Unknown(_) => None,
        }
    }

    /// Since when the oldest of what is pending has been so; nothing if all is settled.
    #[must_use]
    pub fn pending_since(&self) -> Option<Timestamp> {
        let latest = match self.latest.progress {
            Progress::Settled => None,
            Progress::Creating(transition) | Progress::Updating { transition, .. } => {
                Some(transition.since)
            }
        };
        let pending = latest.into_iter().chain(self.pending_versions());
        pending.chain(self.attached.in_progress()).min()
    }

    /// Since when versions have been pending: only the newest can be, so the walk stops at the first that is not.
    fn pending_versions(&self) -> impl Iterator<Item = Timestamp> {
        let newest_first = self.versions.values().rev();
        newest_first.map_while(|version| version.pending_since)
    }

    /// `$LATEST` as the service describes it, under the ARN that was asked for.
    pub(super) fn describe_latest(&self, arn: FunctionArn) -> FunctionConfiguration {
        let (state, last_update_status) = self.latest.status();
        FunctionConfiguration {
            function_arn: arn,
            function_name: self.name.to_string(),
            version: Qualifier::Latest,
            description: self.latest.configuration.description.clone(),
            configuration: Rc::clone(&self.latest.configuration),
            revision_id: self.latest.revision,
            last_modified: self.latest.last_modified,
            state,
            last_update_status,
        }
    }

    /// A version as the service describes it, under the ARN that was asked for.
    pub(super) fn describe_version(
        &self,
        version: &Version,
        arn: FunctionArn,
    ) -> FunctionConfiguration {
        let (state, last_update_status) = version.status();
        FunctionConfiguration {
            function_arn: arn,
            function_name: self.name.to_string(),
            version: Qualifier::Version(version.number),
            description: version.description.clone(),
            configuration: Rc::clone(&version.configuration),
            revision_id: version.revision,
            last_modified: version.published,
            state,
            last_update_status,
        }
    }

    /// Takes the transitions that began at or before a time.
    pub(super) fn settle(&mut self, begun_by: Timestamp) {
        match self.latest.progress {
            Progress::Creating(transition) | Progress::Updating { transition, .. }
                if transition.since <= begun_by =>
            {
                self.latest.revision = transition.revision;
                self.latest.progress = Progress::Settled;
            }
            _ => {}
        }
        // Only the newest versions can be pending, so the walk stops at the first that is not.
        for version in self.versions.values_mut().rev() {
            match version.pending_since {
                Some(since) if since <= begun_by => version.pending_since = None,
                Some(_) => {}
                None => break,
            }
        }
        self.attached.settle(begun_by);
    }
}

impl Latest {
    /// Code and settings as last sent, whether or not the update is through.
    #[must_use]
    pub fn configuration(&self) -> &Rc<Configuration> {
        &self.configuration
    }

    /// What an invocation runs now, and the generation it belongs to.
    #[must_use]
    pub fn running(&self) -> (&Rc<Configuration>, Generation) {
        match &self.progress {
            Progress::Updating {
                before: (configuration, generation),
                ..
            } => (configuration, *generation),
            Progress::Settled | Progress::Creating(_) => (&self.configuration, self.generation),
        }
    }

    /// When code or settings were last changed.
    #[must_use]
    pub fn last_modified(&self) -> Timestamp {
        self.last_modified
    }

    /// The current revision.
    #[must_use]
    pub fn revision(&self) -> RevisionId {
        self.revision
    }

    /// Whether it can be invoked yet, and how the latest update went.
    #[must_use]
    pub fn status(&self) -> (State, Option<LastUpdateStatus>) {
        match self.progress {
            Progress::Settled => (State::Active, Some(LastUpdateStatus::Successful)),
            Progress::Creating(_) => (State::Pending, None),
            Progress::Updating { .. } => (State::Active, Some(LastUpdateStatus::InProgress)),
        }
    }

    /// Whether the function is still being created.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        matches!(self.progress, Progress::Creating(_))
    }

    /// Whether an update is on its way.
    #[must_use]
    pub fn is_updating(&self) -> bool {
        matches!(self.progress, Progress::Updating { .. })
    }
}

impl Version {
    /// The version's number.
    #[must_use]
    pub fn number(&self) -> VersionNumber {
        self.number
    }

    /// The version's own description.
    #[must_use]
    pub fn description(&self) -> &str {
        self.description.as_str()
    }

    /// Code and settings, frozen.
    #[must_use]
    pub fn configuration(&self) -> &Rc<Configuration> {
        &self.configuration
    }

    /// What its execution environments belong to.
    #[must_use]
    pub fn generation(&self) -> Generation {
        Generation::of(self.revision)
    }

    /// When the version was published.
    #[must_use]
    pub fn published(&self) -> Timestamp {
        self.published
    }

    /// Whether it can be invoked yet, and how its latest update went.
    #[must_use]
    pub fn status(&self) -> (State, Option<LastUpdateStatus>) {
        match self.pending_since {
            Some(_) => (State::Pending, None),
            None => (State::Active, Some(LastUpdateStatus::Successful)),
        }
    }

    /// Whether the version cannot be invoked yet.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.pending_since.is_some()
    }
}
