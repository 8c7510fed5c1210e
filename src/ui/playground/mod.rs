//! The page's state: the service, what was invoked, and what is being edited.
//!
//! Buttons and `window.lambda.fetch` reach the service through the same [`Playground`], so the page follows whatever
//! changes it.

mod api;
mod events;
mod history;
mod invoking;
mod keeping;
mod learning;
mod logs;
mod provider;
mod provisioning;
mod replacing;
mod resetting;
mod workspaces;

use std::cell::{Cell, Ref, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::task::Waker;

use jiff::Timestamp;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use self::events::Event;
use self::history::Shown;
use self::logs::log_streams;
use crate::lambda::{
    Ahead, CloudDelays, Error, FunctionName, InvocationRecord, LatestInvocations, Moment,
    Operation, Output, RunningVersions, Service,
};
use crate::lessons::{Attempt, Deed};
use crate::sandbox::{Assets, EnvironmentKey, EnvironmentView, Loading, Sandbox};
use crate::storage::Workspace;
use crate::traffic::{Draws, Seed, Stream};

pub use history::Position;
pub use invoking::Running;
pub use keeping::Keeping;
pub use learning::Learning;
pub use logs::LogStream;
pub use provider::{PlaygroundProvider, UsePlayground, use_playground};
pub use replacing::Contents;
pub use resetting::TakenBack;

/// The page's state; a cheap handle.
#[derive(Clone)]
pub struct Playground(Rc<Inner>);

struct Inner {
    state: RefCell<State>,
    sandbox: Sandbox,
    /// Over when saved state has been read.
    ready: RefCell<Promise>,
    listener: RefCell<Option<Listener>>,
    /// Who waits until environments have changed.
    waiting: RefCell<Vec<Waker>>,
    /// How many invocations have come to an end since a pause was waited for; none if none is.
    ends: Cell<u64>,
}

struct State {
    service: Service,
    /// What was taken back and can be made again.
    ahead: Ahead,
    /// An earlier or later state that is looked at.
    shown: Option<Shown>,
    seed: Seed,
    /// The draws of single tests, counted since the seed was set.
    tests: Draws,
    tests_drawn: u64,
    /// The latest invocations, oldest first.
    records: LatestInvocations,
    /// How many invocations of each function are under way.
    running: BTreeMap<FunctionName, RunningVersions>,
    /// The events of each function that have not begun, oldest first.
    events: BTreeMap<FunctionName, VecDeque<Event>>,
    workspaces: BTreeMap<String, Workspace>,
    learning: Learning,
    /// What a lesson shows and the function's page is to do.
    wish: Option<Deed>,
    keeping: Keeping,
    /// What was replaced last, and can be put back.
    before: Option<Box<State>>,
}

/// What shows the page again.
type Listener = Rc<dyn Fn(Urgency)>;

/// Whether a change must be seen at once, or may wait for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Urgency {
    Now,
    Soon,
}

impl Playground {
    /// Opens the playground: begins to read what was saved under a name, and to load Python.
    #[must_use]
    pub fn open(assets: Assets, database: &str) -> Self {
        let inner = Rc::new_cyclic(|inner: &std::rc::Weak<Inner>| {
            let playground = {
                let inner = inner.clone();
                move || inner.upgrade().map(Playground)
            };
            let changed = {
                let playground = playground.clone();
                move || {
                    if let Some(playground) = playground() {
                        playground.wake();
                        playground.changed(Urgency::Soon);
                    }
                }
            };
            let gave_up = move |key: &EnvironmentKey| {
                if let Some(playground) = playground() {
                    playground.fail_provisioning(key);
                }
            };
            Inner {
                state: RefCell::new(State::new(CloudDelays::None, Seed::new(""))),
                sandbox: Sandbox::new(assets, changed, gave_up),
                ready: RefCell::new(Promise::resolve(&wasm_bindgen::JsValue::NULL)),
                listener: RefCell::default(),
                waiting: RefCell::default(),
                ends: Cell::default(),
            }
        });
        let playground = Self(inner);
        let ready = playground.load(database.to_owned());
        *playground.0.ready.borrow_mut() = ready;
        playground
    }

    /// The service that is shown: as it is now, unless another state is looked at.
    #[must_use]
    pub fn service(&self) -> Ref<'_, Service> {
        self.0.state.borrow_mut().service.pass_time(now());
        Ref::map(self.0.state.borrow(), |state| match &state.shown {
            Some(shown) => &shown.service,
            None => &state.service,
        })
    }

    /// Applies an operation; the page follows, and the change is saved.
    ///
    /// # Errors
    ///
    /// The service's own error; nothing has changed then.
    pub fn apply(&self, operation: impl Into<Operation>) -> Result<Output, Error> {
        let operation = operation.into();
        let changes = operation.changes();
        let attempt = Attempt::of(&operation);
        let result = {
            let mut state = self.0.state.borrow_mut();
            match &mut state.shown {
                Some(_) if changes => Err(Error::not_now()),
                Some(shown) => shown.service.apply(operation, moment()),
                None => state.service.apply(operation, moment()),
            }
        };
        match &result {
            Ok(_) if changes => {
                self.learn(|progress, world| progress.saw_change(&attempt, world.service));
                self.has_changed();
            }
            Ok(_) => {}
            Err(error) => self.refused(attempt, error),
        }
        result
    }

    /// Finishes what is pending, unless another state is looked at.
    pub fn settle(&self) {
        if !self.is_looking_back() {
            self.0.state.borrow_mut().service.settle(moment());
            self.has_changed();
        }
    }

    /// Changes the cloud delays, from now on.
    ///
    /// # Errors
    ///
    /// Another state is looked at.
    pub fn set_delays(&self, delays: CloudDelays) -> Result<(), Error> {
        self.check_present()?;
        let moment = moment();
        self.0.state.borrow_mut().service.set_delays(delays, moment);
        self.has_changed();
        Ok(())
    }

    /// Empties the playground.
    pub fn reset(&self, delays: CloudDelays, seed: Seed) {
        self.0.sandbox.clear();
        let (keeping, mut learning) = {
            let state = self.0.state.borrow();
            (state.keeping.clone(), state.learning.clone())
        };
        let mut state = State::new(delays, seed);
        learning.progress.replaced(&state.service);
        state.learning = learning;
        state.keeping = keeping;
        self.0.state.replace(state);
        self.keep();
        self.changed(Urgency::Now);
    }

    /// The page's seed.
    #[must_use]
    pub fn seed(&self) -> Seed {
        self.0.state.borrow().seed.clone()
    }

    /// Sets the seed; single tests begin its stream anew.
    pub fn set_seed(&self, seed: Seed) {
        {
            let mut state = self.0.state.borrow_mut();
            state.tests = seed.draws(Stream::Tests, entropy);
            state.tests_drawn = 0;
            state.seed = seed;
        }
        self.keep();
        self.changed(Urgency::Now);
    }

    /// The latest invocations, oldest first.
    #[must_use]
    pub fn records(&self) -> Ref<'_, VecDeque<Rc<InvocationRecord>>> {
        Ref::map(self.0.state.borrow(), |state| state.records.records())
    }

    /// The execution environments there are.
    #[must_use]
    pub fn environments(&self) -> Vec<EnvironmentView> {
        self.0.sandbox.environments()
    }

    /// How far Python has been loaded.
    #[must_use]
    pub fn loading(&self) -> Loading {
        self.0.sandbox.loading()
    }

    /// The log streams of a function, the most recently written first.
    #[must_use]
    pub fn log_streams(&self, function: &FunctionName) -> Vec<LogStream> {
        log_streams(self.0.state.borrow().records.records(), function)
    }

    /// Whether the state is saved.
    #[must_use]
    pub fn keeping(&self) -> Keeping {
        self.0.state.borrow().keeping.clone()
    }

    /// Waits until saved state has been read.
    pub async fn ready(&self) {
        let ready = self.0.ready.borrow().clone();
        // The promise is only ever resolved.
        let _ = JsFuture::from(ready).await;
    }

    /// The service was changed: what was taken back before cannot be made again.
    fn has_changed(&self) {
        self.0.state.borrow_mut().ahead.clear();
        self.update_environments();
        self.advance();
        self.keep();
        self.changed(Urgency::Now);
    }

    fn changed(&self, urgency: Urgency) {
        let listener = self.0.listener.borrow().clone();
        if let Some(listener) = listener {
            listener(urgency);
        }
    }
}

impl PartialEq for Playground {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl State {
    fn new(delays: CloudDelays, seed: Seed) -> Self {
        Self {
            service: Service::new(delays),
            ahead: Ahead::default(),
            shown: None,
            tests: seed.draws(Stream::Tests, entropy),
            tests_drawn: 0,
            seed,
            records: LatestInvocations::default(),
            running: BTreeMap::new(),
            events: BTreeMap::new(),
            workspaces: BTreeMap::new(),
            learning: Learning::default(),
            wish: None,
            keeping: Keeping::Loading,
            before: None,
        }
    }

    fn remember(&mut self, record: Rc<InvocationRecord>) {
        self.learning.progress.saw_invocation(&record);
        self.records.push(record);
    }
}

/// The current time.
pub(super) fn now() -> Timestamp {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the browser's clock counts whole milliseconds"
    )]
    let milliseconds = js_sys::Date::now() as i64;
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}

/// The moment of an operation that happens now.
fn moment() -> Moment {
    Moment {
        at: now(),
        entropy: entropy(),
    }
}

/// 32 random bytes.
fn entropy() -> [u8; 32] {
    let mut bytes = [0; 32];
    if getrandom::fill(&mut bytes).is_err() {
        // No browser that runs the page lacks randomness; if one did, ids must still differ.
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&js_sys::Math::random().to_bits().to_le_bytes());
        }
    }
    bytes
}
