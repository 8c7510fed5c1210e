//! The state machine of all environments: which worker runs what, and what to do when something happens.
//!
//! It is pure. What happened comes in with the moment at which it did, in milliseconds of any clock that runs evenly;
//! what to do comes out as [`Command`]s.

mod environment;
mod job;
mod progress;
mod provisioning;
mod staffing;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::time::Duration;

use self::environment::{Environment, Phase};
use self::job::Job;
use super::{
    Batch, Begun, Call, Done, EnvironmentKey, EnvironmentView, InitStatus, Outcome, Record,
    Specification,
};

pub(crate) type EnvironmentId = u64;
pub(crate) type JobId = u32;
pub(crate) type WorkerId = u32;

/// Milliseconds by which the page may see a call end later than its worker does, or a tick come later than another.
const GRACE: f64 = 35.0;

/// How much of the machine the pool may use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Workers kept ready for environments that do not exist yet.
    pub(crate) stock: usize,
    /// Workers in all.
    pub(crate) workers: usize,
    /// Environments kept without anything to do, unless they are provisioned.
    pub(crate) idle: usize,
    /// Environments kept ready ahead of calls, of all kinds together; fewer than workers, so that others can run.
    pub(crate) provisioned: usize,
}

/// Something for the driver to do.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// Make a worker and have it prepared.
    Spawn(WorkerId),
    /// Make a prepared worker an environment with these files in `/tmp`, within a time.
    Start {
        worker: WorkerId,
        specification: Specification,
        temporary: BTreeMap<String, Rc<[u8]>>,
        timeout: Duration,
    },
    /// Post calls.
    Invoke {
        worker: WorkerId,
        job: JobId,
        calls: Vec<Call>,
    },
    /// End a worker.
    Terminate(WorkerId),
    /// Hand out what came of the call with this index.
    Answer {
        job: JobId,
        index: usize,
        record: Record,
    },
    /// Tell that nothing more comes of a batch.
    Close(JobId),
    /// Tell that an environment of this kind, which was to be kept ready, could not start.
    GiveUp(EnvironmentKey),
}

/// What a worker is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Duty {
    Preparing,
    Stock,
    Serving(EnvironmentId),
}

/// All environments and the workers they run in.
pub(crate) struct Pool {
    limits: Limits,
    environments: BTreeMap<EnvironmentId, Environment>,
    workers: BTreeMap<WorkerId, Duty>,
    jobs: BTreeMap<JobId, Job>,
    /// Batches that wait for a worker.
    queue: VecDeque<JobId>,
    last_tick: f64,
    /// What an environment uses that has not done anything yet, in bytes.
    least_memory: u64,
    used: u64,
    next_environment: EnvironmentId,
    next_job: JobId,
    next_worker: WorkerId,
    commands: Vec<Command>,
}

impl Pool {
    /// Makes a pool that begins to fill its stock.
    pub(crate) fn new(limits: Limits) -> Self {
        let mut pool = Self {
            limits,
            environments: BTreeMap::new(),
            workers: BTreeMap::new(),
            jobs: BTreeMap::new(),
            queue: VecDeque::new(),
            last_tick: 0.0,
            least_memory: 0,
            used: 0,
            next_environment: 1,
            next_job: 1,
            next_worker: 1,
            commands: Vec::new(),
        };
        pool.hire();
        pool
    }

    /// Takes what is to be done since the last time.
    pub(crate) fn take_commands(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.commands)
    }

    /// Takes a batch on.
    pub(crate) fn submit(&mut self, batch: Batch, now: f64) -> JobId {
        let id = self.next_job;
        self.next_job += 1;
        if batch.calls.is_empty() {
            self.commands.push(Command::Close(id));
            return id;
        }
        let environment = self.choose(&batch);
        self.assign(id, environment);
        self.jobs.insert(id, Job::new(batch.calls, environment));
        self.queue.push_back(id);
        self.schedule(now);
        id
    }

    /// Drops the calls of a batch that were not posted to a worker.
    pub(crate) fn cancel(&mut self, id: JobId, now: f64) {
        let Some(job) = self.jobs.get_mut(&id) else {
            return;
        };
        job.cancel();
        let environment = self.environments.get(&job.environment);
        let is_starting = environment.is_some_and(|it| it.worker().is_some());
        if !job.has_sent() && !is_starting {
            self.finish(id);
            self.schedule(now);
        }
    }

    /// Ends the environments whose key is stale, those that are busy when their batch is done.
    pub(crate) fn retire(&mut self, stale: &dyn Fn(&EnvironmentKey) -> bool, now: f64) {
        for environment in self.environments.values_mut() {
            environment.retired |= stale(&environment.key);
        }
        self.remove_where(|environment| environment.retired && environment.job.is_none());
        self.schedule(now);
    }

    /// Ends every environment and drops every batch; workers in stock stay.
    pub(crate) fn clear(&mut self, now: f64) {
        self.queue.clear();
        self.remove_where(|_| true);
        for id in std::mem::take(&mut self.jobs).into_keys() {
            self.commands.push(Command::Close(id));
        }
        self.schedule(now);
    }

    /// A worker is ready to become an environment, which will use so much memory at least.
    pub(crate) fn prepared(&mut self, worker: WorkerId, memory: u64, now: f64) {
        self.least_memory = memory;
        let Some(duty) = self.workers.get_mut(&worker) else {
            return;
        };
        *duty = Duty::Stock;
        self.schedule(now);
    }

    /// An environment has imported its handler, or could not.
    pub(crate) fn started(&mut self, worker: WorkerId, begun: Begun, now: f64) {
        let Some((id, environment)) = self.serving(worker) else {
            return;
        };
        match begun.ending.outcome {
            Outcome::Ok => {
                let (duration, memory) = (begun.duration, begun.memory);
                environment.begin(duration, &begun.log, memory, InitStatus::Success);
                environment.phase = Phase::Ready { worker, since: now };
                self.go_on(id, now);
            }
            Outcome::Timeout => self.overran(id, &begun, now),
            _ => {
                let (duration, memory) = (begun.duration, begun.memory);
                environment.begin(duration, &begun.log, memory, InitStatus::Error);
                let mut done = Done::without_answer(begun.ending.outcome, Duration::ZERO);
                done.ending = begun.ending;
                done.memory = memory;
                self.died(id, done, now);
            }
        }
    }

    /// A start took longer than it may: it is made once more, as a part of the call that waits for it, or that call has
    /// timed out with it.
    fn overran(&mut self, id: EnvironmentId, begun: &Begun, now: f64) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        let starts_again = environment.may_start_again();
        let memory = begun.memory.max(self.least_memory);
        environment.begin(begun.duration, &begun.log, memory, InitStatus::Timeout);
        if starts_again {
            environment.overran = Some(Duration::ZERO);
            self.stop(id);
            self.schedule(now);
        } else {
            self.died(
                id,
                Done::without_answer(Outcome::Timeout, Duration::ZERO),
                now,
            );
        }
    }

    /// An environment has to wait for a part of the playground, or goes on: that is no time of its own.
    pub(crate) fn waits(&mut self, worker: WorkerId, waits: bool, now: f64) {
        if let Some((_, environment)) = self.serving(worker) {
            environment.wait(waits, now);
        }
    }

    /// A call under way has written something; kept in case that its worker never answers.
    pub(crate) fn wrote(&mut self, worker: WorkerId, text: &str) {
        if let Some((_, environment)) = self.serving(worker) {
            environment.written.push_str(text);
        }
    }

    /// A call has ended.
    pub(crate) fn answered(&mut self, worker: WorkerId, done: Done, now: f64) {
        let Some((id, environment)) = self.serving(worker) else {
            return;
        };
        if !matches!(done.ending.outcome, Outcome::Ok | Outcome::Error) {
            self.died(id, done, now);
            return;
        }
        if let Phase::Ready { since, .. } = &mut environment.phase {
            *since = now;
        }
        self.answer(id, done);
        self.go_on(id, now);
    }

    /// A worker failed in a way that is not the handler's doing.
    pub(crate) fn lost(&mut self, worker: WorkerId, reason: &str, now: f64) {
        match self.workers.get(&worker) {
            None => {}
            Some(Duty::Serving(id)) => {
                let id = *id;
                self.died(
                    id,
                    Done::without_answer(Outcome::Crash, Duration::ZERO),
                    now,
                );
            }
            Some(Duty::Stock) => {
                self.dismiss(worker);
                self.schedule(now);
            }
            Some(Duty::Preparing) => {
                self.dismiss(worker);
                // The machine may be short of memory, of which an idle environment has what another one needs.
                if self.waiting() > 0 && self.evict(Environment::is_ready) {
                    self.schedule(now);
                } else {
                    self.refuse(reason);
                }
            }
        }
    }

    /// Ends what has computed for too long; to be called often while [`Pool::is_working`].
    pub(crate) fn tick(&mut self, now: f64) {
        let mut overdue = Vec::new();
        for (id, environment) in &self.environments {
            let current = environment
                .job
                .and_then(|job| self.jobs.get(&job)?.current());
            let (since, timeout) = match (&environment.phase, current) {
                (Phase::Starting { since, timeout, .. }, _) => (since, *timeout),
                (Phase::Ready { since, .. }, Some(call)) => {
                    (since, environment.left_of(call.timeout))
                }
                (Phase::Stopped | Phase::Ready { .. }, _) => continue,
            };
            if environment.waits_since.is_some() {
                continue;
            }
            // When the page itself was just held up, an answer may be waiting for it, which it reads before it ticks
            // again. Delays before are no excuse: added up, they would let a call go on for long after its time.
            let late = (now - since.max(self.last_tick) - GRACE).max(0.0);
            if now - since > timeout.as_secs_f64() * 1000.0 + GRACE + late {
                overdue.push((*id, timeout));
            }
        }
        self.last_tick = now;
        for (id, timeout) in overdue {
            let phase = self.environments.get(&id).map(|it| it.phase);
            if let Some(Phase::Starting { .. }) = phase {
                self.overran(id, &Begun::without_answer(timeout), now);
            } else {
                self.died(id, Done::without_answer(Outcome::Timeout, timeout), now);
            }
        }
    }

    /// Whether anything is computing.
    pub(crate) fn is_working(&self) -> bool {
        let mut environments = self.environments.values();
        environments.any(|environment| match environment.phase {
            Phase::Stopped => false,
            Phase::Starting { .. } => true,
            Phase::Ready { .. } => environment.job.is_some(),
        })
    }

    /// The environments there are, oldest first.
    pub(crate) fn views(&self) -> Vec<EnvironmentView> {
        self.environments
            .iter()
            .map(|(id, environment)| environment.view(*id))
            .collect()
    }
}
