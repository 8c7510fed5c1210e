//! The service itself: its state, and the one way to change it.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};

use super::error::Error;
use super::function::{Function, RunningVersions, Version};
use super::history::{Act, Change};
use super::identifiers::{FunctionName, Qualifier, VersionNumber};
use super::invocation::Invocation;
use super::moment::Moment;
use super::operations::{Invoke, Operation, Output};
use super::package::PackageStore;

/// All functions of one account in one region, with the history that made them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// The delays that the history begins with.
    first_delays: CloudDelays,
    delays: CloudDelays,
    state: ServiceState,
    history: Vec<Rc<Change>>,
}

/// How long a function stays `Pending` and an update `InProgress`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CloudDelays {
    /// The transition is taken before the next operation.
    #[default]
    None,
    /// The transition is taken after that time.
    After(SignedDuration),
    /// The transition is taken by [`Service::settle`] alone.
    UntilSettled,
}

/// What operations read and change.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ServiceState {
    pub(super) functions: BTreeMap<FunctionName, Function>,
    /// Where counting goes on if a deleted function is created again ([`CREATED_AGAIN`]).
    ///
    /// [`CREATED_AGAIN`]: super::choices::CREATED_AGAIN
    pub(super) retired: BTreeMap<FunctionName, VersionNumber>,
    pub(super) packages: PackageStore,
}

impl CloudDelays {
    /// The delays of a number of seconds, unless it is negative or more than any time.
    #[must_use]
    pub fn seconds(seconds: f64) -> Option<Self> {
        let delay = SignedDuration::try_from_secs_f64(seconds).ok()?;
        (!delay.is_negative()).then_some(Self::After(delay))
    }
}

impl Service {
    /// An empty service.
    #[must_use]
    pub fn new(delays: CloudDelays) -> Self {
        Self {
            first_delays: delays,
            delays,
            ..Self::default()
        }
    }

    /// Rebuilds the service that a history made, from the delays it begins with.
    ///
    /// # Errors
    ///
    /// The first error of an operation: the history is not one that a service wrote.
    pub fn replay(
        delays: CloudDelays,
        changes: impl IntoIterator<Item = Change>,
    ) -> Result<Self, Error> {
        let mut service = Self::new(delays);
        for change in changes {
            match change.act {
                Act::Operation(operation) => {
                    service.apply(*operation, change.moment)?;
                }
                Act::SetDelays(delays) => service.set_delays(delays, change.moment),
                Act::Settle => service.settle(change.moment),
                Act::ProvisioningFailed { function, version } => {
                    service.fail_provisioning(&function, version, change.moment);
                }
            }
        }
        Ok(service)
    }

    /// A service as this one was at first, after other changes.
    ///
    /// # Errors
    ///
    /// The first change that is refused without those that are missing.
    pub fn replay_with(&self, changes: impl IntoIterator<Item = Change>) -> Result<Self, Error> {
        Self::replay(self.first_delays, changes)
    }

    /// The service as it was after so many changes of its history.
    ///
    /// # Errors
    ///
    /// None: what has been applied once can be applied again.
    pub fn at(&self, changes: usize) -> Result<Self, Error> {
        let changes = self.history.iter().take(changes);
        Self::replay(self.first_delays, changes.map(|change| (**change).clone()))
    }

    /// Applies an operation, and keeps it in the history if it changed anything.
    ///
    /// # Errors
    ///
    /// The service's own error; nothing has changed then.
    pub fn apply(&mut self, mut operation: Operation, moment: Moment) -> Result<Output, Error> {
        self.pass_time(moment.at);
        let output = operation.apply(&mut self.state, &moment)?;
        if operation.changes() {
            if let (Some(Some(zip)), Some(package)) = (operation.zip_file_mut(), output.package()) {
                // The history shares the bytes with the versions.
                *zip = package.zip();
                self.state.packages.keep(package);
            }
            self.history.push(Rc::new(Change {
                published: Change::published(&operation, &output),
                act: Act::Operation(Box::new(operation)),
                moment,
            }));
            if self.delays == CloudDelays::None {
                self.state.settle(Timestamp::MAX);
            }
        }
        Ok(output)
    }

    /// Resolves an invocation: which version runs, with what code and settings.
    ///
    /// `draw` is one number in `0.0..1.0`, of which a weighted alias makes its choice; `running` tells how many
    /// invocations of a function are under way.
    ///
    /// # Errors
    ///
    /// The service's own error for a request that reaches no code.
    pub fn invoke(
        &mut self,
        invoke: &Invoke,
        moment: Moment,
        draw: f64,
        running: &BTreeMap<FunctionName, RunningVersions>,
    ) -> Result<Invocation, Error> {
        self.pass_time(moment.at);
        invoke.resolve(&self.state, &moment, draw, running)
    }

    /// A retry of an event as it begins now: on `$LATEST` it runs what was deployed since the event came in.
    ///
    /// A function that is gone leaves it as it was.
    #[must_use]
    pub fn begin_again(&mut self, invocation: Invocation, at: Timestamp) -> Invocation {
        self.pass_time(at);
        match self.state.functions.get(&invocation.function) {
            Some(function) => invocation.of_now(function),
            None => invocation,
        }
    }

    /// Finishes everything that is pending.
    pub fn settle(&mut self, moment: Moment) {
        self.state.settle(Timestamp::MAX);
        self.history.push(Rc::new(Change::new(Act::Settle, moment)));
    }

    /// Takes note that an environment of a version could not start ahead of calls; false if none was asked for.
    pub fn fail_provisioning(
        &mut self,
        name: &FunctionName,
        version: VersionNumber,
        moment: Moment,
    ) -> bool {
        self.pass_time(moment.at);
        let function = self.state.functions.get_mut(name);
        let failed = function.is_some_and(|function| function.fail_provisioning(version));
        if failed {
            let act = Act::ProvisioningFailed {
                function: name.clone(),
                version,
            };
            self.history.push(Rc::new(Change::new(act, moment)));
        }
        failed
    }

    /// Changes the cloud delays, from now on: what is pending moves on by the new ones.
    pub fn set_delays(&mut self, delays: CloudDelays, moment: Moment) {
        // What was due by the old ones has happened, whether or not anybody has looked since.
        self.pass_time(moment.at);
        self.delays = delays;
        if delays == CloudDelays::None {
            self.state.settle(Timestamp::MAX);
        }
        self.pass_time(moment.at);
        let act = Act::SetDelays(delays);
        self.history.push(Rc::new(Change::new(act, moment)));
    }

    /// Takes the transitions whose time has come.
    pub fn pass_time(&mut self, now: Timestamp) {
        if let CloudDelays::After(delay) = self.delays {
            self.state
                .settle(now.checked_sub(delay).unwrap_or(Timestamp::MIN));
        }
    }

    /// When time will bring the next transition; without one that time brings there is none.
    #[must_use]
    pub fn next_transition(&self) -> Option<Timestamp> {
        let CloudDelays::After(delay) = self.delays else {
            return None;
        };
        let first = self.functions().filter_map(Function::pending_since).min()?;
        first.checked_add(delay).ok()
    }

    /// The cloud delays that hold now.
    #[must_use]
    pub fn delays(&self) -> CloudDelays {
        self.delays
    }

    /// The cloud delays that held before the first change of the history.
    #[must_use]
    pub fn first_delays(&self) -> CloudDelays {
        self.first_delays
    }

    /// The functions by name.
    #[must_use]
    pub fn functions(&self) -> impl ExactSizeIterator<Item = &Function> {
        self.state.functions.values()
    }

    /// One function.
    #[must_use]
    pub fn function(&self, name: &FunctionName) -> Option<&Function> {
        self.state.functions.get(name)
    }

    /// Whether no function has ever had a name, so that one that gets it counts its versions from 1.
    #[must_use]
    pub fn is_fresh(&self, name: &FunctionName) -> bool {
        let state = &self.state;
        !state.functions.contains_key(name) && !state.retired.contains_key(name)
    }

    /// Whether an invocation could still reach environments of this generation.
    #[must_use]
    pub fn reaches(&self, name: &FunctionName, version: &Qualifier, generation: &str) -> bool {
        let Some(function) = self.function(name) else {
            return false;
        };
        let current = match version {
            Qualifier::Latest => Some(function.latest.running().1),
            Qualifier::Version(number) => function.version(*number).map(Version::generation),
            Qualifier::Alias(_) | Qualifier::Unknown(_) => None,
        };
        current.is_some_and(|current| current.to_string() == generation)
    }

    /// Every change so far, oldest first.
    #[must_use]
    pub fn history(&self) -> &[Rc<Change>] {
        &self.history
    }
}

impl ServiceState {
    /// A function, or the usual 404 with the ARN that is not there.
    pub(super) fn function(
        &self,
        name: &FunctionName,
        missing: impl std::fmt::Display,
    ) -> Result<&Function, Error> {
        self.functions
            .get(name)
            .ok_or_else(|| Error::function_not_found(missing))
    }

    /// A function to change, or the usual 404 with the ARN that is not there.
    pub(super) fn function_mut(
        &mut self,
        name: &FunctionName,
        missing: impl std::fmt::Display,
    ) -> Result<&mut Function, Error> {
        self.functions
            .get_mut(name)
            .ok_or_else(|| Error::function_not_found(missing))
    }

    /// How much of the account's concurrency the functions of other names keep for themselves.
    pub(super) fn claimed_by_others(&self, name: &FunctionName) -> u32 {
        let others = self.functions.values();
        others
            .filter(|function| function.name != *name)
            .map(Function::claimed_concurrency)
            .fold(0, u32::saturating_add)
    }

    fn settle(&mut self, begun_by: Timestamp) {
        for function in self.functions.values_mut() {
            function.settle(begun_by);
        }
    }
}
