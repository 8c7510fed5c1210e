//! The page's side of the workers: carries out what the [`Pool`] decides, and tells it what happened.

mod ahead;
mod assets;
mod guest;
mod job;
mod worker;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use self::ahead::{Loader, take_loader};
pub use self::assets::Assets;
use self::guest::ModuleState;
pub use self::job::Job;
use self::job::Listener;
use self::worker::{Message, WorkerHandle};
use super::pool::{Command, JobId, Limits, Pool, WorkerId};
use super::protocol::ToWorker;
use super::{Batch, EnvironmentKey, EnvironmentView, Loading, Provision, Record};

/// Milliseconds between two looks for what computes for too long.
const TICK: u32 = 25;

/// Milliseconds between two looks for what has had nothing to do for long.
const REST_TICK: u32 = 60_000;

/// The memory of most functions, in MB.
const USUAL_MEMORY_SIZE: u32 = 128;

/// Room for two versions with as many callers as a run may have, and some.
const LIMITS: Limits = Limits {
    stock: 1,
    workers: 24,
    idle: 10,
    provisioned: 8,
};

/// All execution environments of the page; a cheap handle.
#[derive(Clone)]
pub struct Sandbox(Rc<Inner>);

struct Inner {
    assets: Assets,
    changed: Box<dyn Fn()>,
    gave_up: Box<dyn Fn(&EnvironmentKey)>,
    pool: RefCell<Pool>,
    workers: RefCell<BTreeMap<WorkerId, WorkerHandle>>,
    jobs: RefCell<BTreeMap<JobId, Listener>>,
    /// What the pool decided and is still to be done.
    outbox: RefCell<VecDeque<Command>>,
    /// Whether the first worker may start.
    has_begun: Cell<bool>,
    is_sending: Cell<bool>,
    is_ticking: Cell<bool>,
    is_resting: Cell<bool>,
    /// Has begun to load Python, and is to be the first worker.
    loader: RefCell<Option<Loader>>,
    module: RefCell<ModuleState>,
    /// Of the latest environment, in MB: the next one is likely to have the same, and is made in advance.
    memory_size: Cell<u32>,
    loading: RefCell<Loading>,
}

impl Sandbox {
    /// Loads Python at once where the browser has kept it; elsewhere at the first call, or ahead of it once it is told to
    /// [`begin`](Self::begin). `changed` is called whenever environments or loading have changed, `gave_up` when an
    /// environment could not start that was to be kept ready.
    pub fn new(
        assets: Assets,
        changed: impl Fn() + 'static,
        gave_up: impl Fn(&EnvironmentKey) + 'static,
    ) -> Self {
        let total = assets.guest_size;
        let loader = take_loader();
        let has_begun = loader.is_some();
        let sandbox = Self(Rc::new(Inner {
            assets,
            changed: Box::new(changed),
            gave_up: Box::new(gave_up),
            pool: RefCell::new(Pool::new(LIMITS)),
            workers: RefCell::default(),
            jobs: RefCell::default(),
            outbox: RefCell::default(),
            has_begun: Cell::new(false),
            is_sending: Cell::new(false),
            is_ticking: Cell::new(false),
            is_resting: Cell::new(false),
            loader: RefCell::new(loader),
            module: RefCell::new(ModuleState::Absent),
            memory_size: Cell::new(USUAL_MEMORY_SIZE),
            loading: RefCell::new(Loading::Fetching { received: 0, total }),
        }));
        if has_begun {
            sandbox.begin();
        }
        sandbox
    }

    /// Begins to load Python, and to keep a worker in stock.
    pub fn begin(&self) {
        self.0.has_begun.set(true);
        self.send();
    }

    /// Runs a batch; `on_record` gets the index of each call and what came of it, in order.
    pub fn run(&self, batch: Batch, on_record: impl FnMut(usize, Record) + 'static) -> Job {
        let id = self.0.pool.borrow_mut().submit(batch, now());
        let (listener, job) = job::listen(self.clone(), id, on_record);
        self.0.jobs.borrow_mut().insert(id, listener);
        self.begin();
        job
    }

    fn cancel(&self, job: JobId) {
        self.0.pool.borrow_mut().cancel(job, now());
        self.send();
    }

    /// Ends the environments whose key is stale: idle ones at once, busy ones when their batch is done.
    pub fn retire(&self, stale: impl Fn(&EnvironmentKey) -> bool) {
        self.0.pool.borrow_mut().retire(&stale, now());
        self.send();
    }

    /// Keeps so many environments ready ahead of calls from now on, as many as the machine allows, and no others.
    pub fn provide(&self, provisions: &[Provision]) {
        self.0.pool.borrow_mut().provide(provisions, now());
        if provisions.is_empty() {
            self.send();
        } else {
            self.begin();
        }
    }

    /// Whether any of those is still starting; where Python cannot be loaded, none is.
    #[must_use]
    pub fn is_providing(&self) -> bool {
        let can_start = !matches!(*self.0.loading.borrow(), Loading::Failed(_));
        can_start && self.0.pool.borrow().is_providing()
    }

    /// Ends everything at once; what is under way is never answered.
    pub fn clear(&self) {
        self.0.pool.borrow_mut().clear(now());
        self.send();
    }

    /// The environments there are, oldest first.
    #[must_use]
    pub fn environments(&self) -> Vec<EnvironmentView> {
        self.0.pool.borrow().views()
    }

    /// How far Python has been loaded.
    #[must_use]
    pub fn loading(&self) -> Loading {
        self.0.loading.borrow().clone()
    }

    /// Does what the pool decided, in order; what is decided meanwhile comes after it.
    fn send(&self) {
        let take = || {
            let commands = self.0.pool.borrow_mut().take_commands();
            self.0.outbox.borrow_mut().extend(commands);
        };
        take();
        if !self.0.has_begun.get() || self.0.is_sending.replace(true) {
            return;
        }
        loop {
            let command = self.0.outbox.borrow_mut().pop_front();
            let Some(command) = command else {
                break;
            };
            self.carry_out(command);
            take();
        }
        self.0.is_sending.set(false);
        self.look_later(Pool::is_working, |it| &it.is_ticking, TICK, Pool::tick);
        self.look_later(Pool::is_resting, |it| &it.is_resting, REST_TICK, Pool::rest);
        (self.0.changed)();
    }

    fn carry_out(&self, command: Command) {
        match command {
            Command::Spawn(worker) => self.spawn(worker),
            Command::Start {
                worker,
                specification,
                temporary,
                timeout,
            } => {
                self.0.memory_size.set(specification.memory_size);
                let start = ToWorker::start(&specification, &temporary, timeout);
                self.post(worker, &start);
            }
            Command::Invoke { worker, job, calls } => {
                self.post(worker, &ToWorker::invoke(job, &calls));
            }
            Command::Terminate(worker) => {
                let handle = self.0.workers.borrow_mut().remove(&worker);
                // Not now: this may be the handle whose message is being handled.
                spawn_local(async move { drop(handle) });
            }
            Command::Answer { job, index, record } => {
                let listener = self.0.jobs.borrow_mut().remove(&job);
                if let Some(mut listener) = listener {
                    listener.tell(index, record);
                    self.0.jobs.borrow_mut().insert(job, listener);
                }
            }
            Command::Close(job) => {
                let listener = self.0.jobs.borrow_mut().remove(&job);
                if let Some(listener) = listener {
                    listener.close();
                }
            }
            Command::GiveUp(key) => (self.0.gave_up)(&key),
        }
    }

    fn post(&self, id: WorkerId, message: &ToWorker) {
        let posted = match self.0.workers.borrow().get(&id) {
            Some(worker) => worker.post(message),
            None => Ok(()),
        };
        if let Err(reason) = posted {
            self.lose(id, &reason);
        }
    }

    fn hear(&self, id: WorkerId, message: Message) {
        match message {
            Message::Progress(received) => {
                // It may be told late, when compiling is over already.
                if matches!(*self.0.module.borrow(), ModuleState::Coming { .. }) {
                    let total = self.0.assets.guest_size;
                    self.set_loading(Loading::Fetching { received, total });
                }
                return;
            }
            Message::Loaded(module) => return self.loaded(&module),
            Message::Prepared { memory } => {
                if *self.0.loading.borrow() != Loading::Ready {
                    self.set_loading(Loading::Ready);
                }
                self.0.pool.borrow_mut().prepared(id, memory, now());
            }
            Message::Started(begun) => self.0.pool.borrow_mut().started(id, begun, now()),
            Message::Waits(waits) => return self.0.pool.borrow_mut().waits(id, waits, now()),
            Message::Output(text) => return self.0.pool.borrow_mut().wrote(id, &text),
            Message::Result(done) => self.0.pool.borrow_mut().answered(id, done, now()),
            Message::Failed(reason) => return self.lose(id, &reason),
        }
        self.send();
    }

    /// Has the pool look after something in a while, unless it has no need to or is about to.
    fn look_later(
        &self,
        is_needed: fn(&Pool) -> bool,
        is_due: fn(&Inner) -> &Cell<bool>,
        period: u32,
        look: fn(&mut Pool, f64),
    ) {
        if !is_needed(&self.0.pool.borrow()) || is_due(&self.0).replace(true) {
            return;
        }
        let sandbox = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(period).await;
            is_due(&sandbox.0).set(false);
            look(&mut sandbox.0.pool.borrow_mut(), now());
            sandbox.send();
        });
    }
}

/// Milliseconds of a clock that runs evenly.
fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}

/// What an exception says.
fn reason(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => format!("{error:?}"),
    }
}
