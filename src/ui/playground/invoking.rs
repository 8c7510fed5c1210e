use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use jiff::Timestamp;
use wasm_bindgen_futures::spawn_local;

use super::events::Event;
use super::{Playground, Urgency, entropy, moment};
use crate::lambda::{
    EnvironmentTarget, Error, Execution, Failure, FunctionName, InitStatus, Initialization,
    Invocation, InvocationRecord, InvocationType, Invoke, Moment, Qualifier,
};
use crate::sandbox::{self, Batch, Call, EnvironmentKey, Job, Outcome, Record, Specification};
use crate::traffic::{Draws, Stream};

/// Invocations under way: a future that is over when the last of them has been answered or dropped.
pub struct Running {
    job: Job,
    _counted: Counted,
}

/// One place among a function's running invocations, given back when it is dropped.
struct Counted {
    playground: Playground,
    function: FunctionName,
    version: Qualifier,
}

impl Playground {
    /// Resolves an invocation with its own draw; with a seed its place among the others sets the handler's clock.
    ///
    /// # Errors
    ///
    /// The service's own error for a request that reaches no code.
    pub fn resolve(&self, invoke: &Invoke, draw: f64, index: u64) -> Result<Invocation, Error> {
        self.resolve_at(moment(), invoke, draw, index)
    }

    pub(super) fn resolve_at(
        &self,
        moment: Moment,
        invoke: &Invoke,
        draw: f64,
        index: u64,
    ) -> Result<Invocation, Error> {
        let mut state = self.0.state.borrow_mut();
        let state = &mut *state;
        let resolved = state.service.invoke(invoke, moment, draw, &state.running);
        if let Err(error) = &resolved {
            state.learning.progress.saw_refusal("Invoke", error);
        }
        let mut invocation = resolved?;
        invocation.at = state.seed.moment(index).unwrap_or(invocation.at);
        Ok(invocation)
    }

    /// The draw of the next single test, and its place among all of them.
    fn next_draw(&self) -> (f64, u64) {
        let mut state = self.0.state.borrow_mut();
        let index = state.tests_drawn;
        state.tests_drawn += 1;
        (state.tests.at(index), index)
    }

    /// The draws of a run, the same for the same seed.
    #[must_use]
    pub fn run_draws(&self) -> Draws {
        self.seed().draws(Stream::Run, entropy)
    }

    /// Invokes as a single caller does; without an execution nobody waits for one.
    ///
    /// # Errors
    ///
    /// The service's own error for a request that reaches no code.
    pub async fn invoke(
        &self,
        invoke: Invoke,
    ) -> Result<(Invocation, Option<Rc<InvocationRecord>>), Error> {
        self.check_present()?;
        let (draw, index) = self.next_draw();
        let moment = moment();
        let invocation = self.resolve_at(moment, &invoke, draw, index)?;
        match invocation.invocation_type {
            InvocationType::DryRun => Ok((invocation, None)),
            InvocationType::Event => {
                self.queue(Event::new(
                    invocation.clone(),
                    moment,
                    invoke,
                    (draw, index),
                ));
                Ok((invocation, None))
            }
            InvocationType::RequestResponse => {
                let record = self.run_one(invocation.clone()).await;
                let record = record.ok_or_else(Error::abandoned)?;
                Ok((invocation, Some(record)))
            }
        }
    }

    /// Runs a caller's invocations of one generation, one after the other in one environment; `on_record` gets the index
    /// of each and what came of it, in order.
    ///
    /// With a seed each caller has environments of its own, so that a run repeats whatever handlers keep there. Nothing
    /// runs if there are no invocations.
    #[must_use]
    pub fn run(
        &self,
        caller: usize,
        invocations: Vec<Invocation>,
        mut on_record: impl FnMut(usize, Rc<InvocationRecord>) + 'static,
    ) -> Option<Running> {
        let first = invocations.first()?.clone();
        let target = first.target();
        let counted = Counted::new(self.clone(), &target);
        let batch = Batch {
            key: environment_key(&target),
            lane: (!self.seed().is_empty()).then_some(caller),
            specify: {
                let (playground, at) = (self.clone(), first.at);
                Rc::new(move |lane| playground.specify(&target, Initialization::OnDemand, lane, at))
            },
            calls: invocations.iter().map(|it| self.call(it)).collect(),
        };
        let playground = self.clone();
        let job = self.0.sandbox.run(batch, move |index, record| {
            let Some(invocation) = invocations.get(index) else {
                return;
            };
            let record = Rc::new(InvocationRecord {
                invocation: invocation.clone(),
                execution: execution(record),
            });
            playground.0.state.borrow_mut().remember(Rc::clone(&record));
            playground.changed(Urgency::Soon);
            on_record(index, record);
        });
        Some(Running {
            job,
            _counted: counted,
        })
    }

    /// Runs an invocation, which counts as running from now on; without a record it was dropped.
    pub(super) fn run_one(
        &self,
        invocation: Invocation,
    ) -> impl Future<Output = Option<Rc<InvocationRecord>>> + use<> {
        let answered = Rc::new(std::cell::RefCell::new(None));
        let answer = Rc::clone(&answered);
        let running = self.run(0, vec![invocation], move |_, record| {
            answer.replace(Some(record));
        });
        async move {
            running?.await;
            answered.take()
        }
    }

    /// What an environment is told of an invocation: with a seed, its randomness depends on its time alone.
    fn call(&self, invocation: &Invocation) -> Call {
        let purpose = format!("invocation at {}", invocation.at);
        Call {
            request_id: invocation.request_id.to_string(),
            function_arn: invocation.invoked_arn.to_string(),
            event: Rc::clone(&invocation.event),
            timeout: invocation.configuration.timeout,
            clock: milliseconds(invocation.at),
            client_context: invocation.client_context.clone(),
            trace_id: invocation.trace_id(),
            seed: self.0.state.borrow().seed.bytes(&purpose),
        }
    }

    /// What a new environment is told: with a seed, its randomness depends on its lane alone.
    pub(super) fn specify(
        &self,
        target: &EnvironmentTarget,
        initialization: Initialization,
        lane: usize,
        at: Timestamp,
    ) -> Specification {
        let key = environment_key(target);
        let purpose = format!("environment {lane} of {} {}", key.function, key.version);
        let seed = self.seed().bytes(&purpose);
        let mut id = [0; 16];
        id.copy_from_slice(&entropy()[..16]);
        let log_stream = target.log_stream(at, id);
        let configuration = &target.configuration;
        Specification {
            memory_size: configuration.memory_size,
            temporary_size: configuration.ephemeral_storage,
            runtime: configuration.runtime.to_string(),
            handler: configuration.handler.clone(),
            variables: target.variables(initialization, &log_stream),
            package: configuration.code.files().clone(),
            log_stream: log_stream.into(),
            clock: milliseconds(at),
            seed,
        }
    }
}

impl Running {
    /// Drops the invocations that have not begun.
    pub fn cancel(&self) {
        self.job.cancel();
    }
}

impl Future for Running {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.job).poll(context)
    }
}

impl Counted {
    fn new(playground: Playground, target: &EnvironmentTarget) -> Self {
        let (function, version) = (target.function.clone(), target.version.clone());
        let mut state = playground.0.state.borrow_mut();
        let running = state.running.entry(function.clone()).or_default();
        *running.entry(version.clone()).or_default() += 1;
        drop(state);
        Self {
            playground,
            function,
            version,
        }
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        {
            let mut state = self.playground.0.state.borrow_mut();
            let running = state.running.get_mut(&self.function);
            if let Some(running) = running.and_then(|it| it.get_mut(&self.version)) {
                *running = running.saturating_sub(1);
            }
        }
        // Not now: whoever drops it may be in the middle of something.
        let (playground, function) = (self.playground.clone(), self.function.clone());
        spawn_local(async move { playground.begin_events(&function) });
        self.playground.advance_soon();
    }
}

pub(super) fn environment_key(target: &EnvironmentTarget) -> EnvironmentKey {
    EnvironmentKey {
        function: target.function.to_string(),
        version: target.version.to_string(),
        generation: target.generation.to_string(),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds since 1970 fit a double"
)]
fn milliseconds(at: Timestamp) -> f64 {
    at.as_millisecond() as f64
}

fn execution(record: Record) -> Execution {
    let (init_duration, init_log, init_status) = match record.init {
        Some(init) => {
            let status = match init.status {
                sandbox::InitStatus::Success => InitStatus::Success,
                sandbox::InitStatus::Error => InitStatus::Error,
                sandbox::InitStatus::Timeout => InitStatus::Timeout,
            };
            let duration = (!init.ahead).then_some(init.duration);
            (duration, Some(init.log), status)
        }
        None => (None, None, InitStatus::default()),
    };
    let failure = match record.outcome {
        Outcome::Ok => None,
        Outcome::Error => Some(Failure::Error),
        Outcome::Timeout => Some(Failure::Timeout),
        Outcome::Exit | Outcome::Crash => Some(Failure::Exit),
        Outcome::OutOfMemory => Some(Failure::OutOfMemory),
    };
    Execution {
        payload: record.payload,
        failure,
        log: record.log,
        init_log,
        init_status,
        duration: record.duration,
        init_duration,
        memory_used: record.memory,
        log_stream: record.log_stream,
    }
    .limited()
}
