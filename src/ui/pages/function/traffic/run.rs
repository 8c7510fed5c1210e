use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;

use crate::lambda::{Error, Generation, Invocation, InvocationRecord, Invoke, Qualifier};
use crate::traffic::{Answer, Asked, Batch, Execution, Plan, Report, Results, Stage};
use crate::ui::playground::{Playground, Running};

/// How often a run is shown while it goes on.
const PERIOD: Duration = Duration::from_millis(250);

/// How long a caller whose requests were throttled waits before its next ones, in milliseconds.
const PAUSE: u32 = 10;

/// What is asked for when a run is fired.
pub(super) struct Order {
    pub(super) invoke: Invoke,
    pub(super) asked: Asked,
    pub(super) concurrency: u32,
}

/// A run of invocations under way.
pub(super) struct Run {
    playground: Playground,
    order: Order,
    state: RefCell<State>,
    /// Gets each picture of the run.
    show: Callback<Report>,
    /// Gets the error that ended the run early.
    fail: Callback<Error>,
}

/// What the invocations of one batch share; nothing where the service turned them away.
type Key = Option<(Qualifier, Generation)>;

struct State {
    plan: Plan<Key>,
    results: Results,
    /// What was resolved and not yet sent.
    resolved: BTreeMap<u32, Invocation>,
    /// By caller.
    running: BTreeMap<usize, Rc<RefCell<Running>>>,
    stopped: bool,
    shown: Duration,
}

impl Run {
    /// Fires a run.
    ///
    /// # Errors
    ///
    /// The service's own error if already the first request reaches no code; nothing has run then.
    pub(super) fn fire(
        playground: Playground,
        order: Order,
        show: Callback<Report>,
        fail: Callback<Error>,
    ) -> Result<Rc<Self>, Error> {
        playground.check_present()?;
        match playground.resolve(&order.invoke, order.asked.draws.at(0), 0) {
            Err(error) if !is_throttle(&error) => return Err(error),
            _ => {}
        }
        let state = State {
            plan: Plan::new(order.asked.invocations, order.concurrency),
            results: Results::new(order.asked.invocations),
            resolved: BTreeMap::new(),
            running: BTreeMap::new(),
            stopped: false,
            shown: now(),
        };
        let run = Rc::new(Self {
            playground,
            order,
            state: RefCell::new(state),
            show,
            fail,
        });
        run.picture();
        run.proceed();
        Ok(run)
    }

    /// Sends nothing more; what has begun may still be answered.
    pub(super) fn stop(self: &Rc<Self>) {
        let running: Vec<Rc<RefCell<Running>>> = {
            let mut state = self.state.borrow_mut();
            state.stopped |= !state.plan.is_finished();
            state.plan.stop();
            state.running.values().cloned().collect()
        };
        for running in running {
            running.borrow().cancel();
        }
        self.proceed();
    }

    /// Sends whatever can be sent now.
    fn proceed(self: &Rc<Self>) {
        while let Some(batch) = self.next_batch() {
            spawn_local(Rc::clone(self).send(batch));
        }
        if self.state.borrow().plan.is_finished() {
            self.picture();
        }
    }

    fn next_batch(self: &Rc<Self>) -> Option<Batch<Key>> {
        let mut failure = None;
        let batch = {
            let mut state = self.state.borrow_mut();
            let State { plan, resolved, .. } = &mut *state;
            plan.next(|index| {
                let draw = self.order.asked.draws.at(index.into());
                match self
                    .playground
                    .resolve(&self.order.invoke, draw, index.into())
                {
                    Ok(invocation) => {
                        let key = (invocation.executed_version.clone(), invocation.generation);
                        resolved.insert(index, invocation);
                        Some(key)
                    }
                    Err(error) if is_throttle(&error) => None,
                    Err(error) => {
                        failure = Some(error);
                        None
                    }
                }
            })
        };
        let Some(error) = failure else { return batch };
        // What was there when the run was fired is gone: more requests would only fail again.
        {
            let mut state = self.state.borrow_mut();
            state.stopped = true;
            state.plan.stop();
            if let Some(batch) = batch {
                state.plan.answered(batch.caller, Duration::ZERO);
            }
        }
        self.fail.emit(error);
        None
    }

    async fn send(self: Rc<Self>, batch: Batch<Key>) {
        let sent = now();
        if batch.key.is_some() {
            self.execute(&batch).await;
        } else {
            for &index in &batch.indices {
                self.record(index, Answer::Throttled);
            }
            TimeoutFuture::new(PAUSE).await;
        }
        let elapsed = now().saturating_sub(sent);
        self.state.borrow_mut().plan.answered(batch.caller, elapsed);
        self.proceed();
    }

    async fn execute(self: &Rc<Self>, batch: &Batch<Key>) {
        let invocations: Vec<Invocation> = {
            let resolved = &mut self.state.borrow_mut().resolved;
            batch
                .indices
                .iter()
                .filter_map(|index| resolved.remove(index))
                .collect()
        };
        let on_record = {
            let run = Rc::clone(self);
            let indices = batch.indices.clone();
            move |position: usize, record: Rc<InvocationRecord>| {
                if let Some(&index) = indices.get(position) {
                    run.record(index, answer(&record));
                }
            }
        };
        let Some(running) = self.playground.run(batch.caller, invocations, on_record) else {
            return;
        };
        // It is waited for here and may be cancelled from outside meanwhile.
        let running = Rc::new(RefCell::new(running));
        self.state
            .borrow_mut()
            .running
            .insert(batch.caller, Rc::clone(&running));
        poll_fn(|context| pin!(&mut *running.borrow_mut()).poll(context)).await;
        self.state.borrow_mut().running.remove(&batch.caller);
    }

    fn record(&self, index: u32, answer: Answer) {
        let due = {
            let mut state = self.state.borrow_mut();
            state.results.record(index, answer);
            now().saturating_sub(state.shown) >= PERIOD
        };
        if due {
            self.picture();
        }
    }

    /// Shows the run as it is now.
    fn picture(&self) {
        let report = {
            let mut state = self.state.borrow_mut();
            state.shown = now();
            let reached = match (state.plan.is_finished(), state.stopped) {
                (false, _) => Stage::Running,
                (true, false) => Stage::Finished,
                (true, true) => Stage::Stopped,
            };
            Report::new(&self.order.asked, &state.results, reached)
        };
        self.show.emit(report);
    }
}

fn answer(record: &InvocationRecord) -> Answer {
    Answer::Ran(Execution {
        version: record.invocation.executed_version.clone(),
        failed: record.execution.failure.is_some(),
        cold_start: record.execution.init_duration.is_some(),
        duration: record.execution.duration,
    })
}

/// Whether a request was turned away for now, so that later ones may get through.
fn is_throttle(error: &Error) -> bool {
    error.code() == "TooManyRequestsException"
}

/// The time since the page was opened.
fn now() -> Duration {
    let milliseconds = window()
        .and_then(|window| window.performance())
        .map(|performance| performance.now());
    Duration::from_secs_f64(milliseconds.unwrap_or_default() / 1000.0)
}
