//! The state machine of all environments: which worker runs what, and what to do when something happens.
//!
//! It is pure. What happened comes in with the moment at which it did, in milliseconds of any clock that runs evenly;
//! what to do comes out as [`Command`]s.

mod environment;
mod job;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::time::Duration;

use self::environment::{Environment, Phase};
use self::job::Job;
use super::{
    Batch, Begun, Call, Done, EnvironmentKey, EnvironmentView, Init, Outcome, Record,
    Specification, words,
};

pub(crate) type EnvironmentId = u64;
pub(crate) type JobId = u32;
pub(crate) type WorkerId = u32;

/// How long a handler's import may take, as on Lambda.
const INIT_TIMEOUT: Duration = Duration::from_secs(10);

/// Milliseconds by which the page may see a call end later than its worker does.
const GRACE: f64 = 50.0;

/// How much of the machine the pool may use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Workers kept ready for environments that do not exist yet.
    pub(crate) stock: usize,
    /// Workers in all.
    pub(crate) workers: usize,
    /// Environments kept without anything to do.
    pub(crate) idle: usize,
}

/// Something for the driver to do.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// Make a worker and have it prepared.
    Spawn(WorkerId),
    /// Make a prepared worker an environment with these files in `/tmp`.
    Start { worker: WorkerId, specification: Specification, temporary: BTreeMap<String, Rc<[u8]>> },
    /// Post calls.
    Invoke { worker: WorkerId, job: JobId, calls: Vec<Call> },
    /// End a worker.
    Terminate(WorkerId),
    /// Hand out what came of the call with this index.
    Answer { job: JobId, index: usize, record: Record },
    /// Tell that nothing more comes of a batch.
    Close(JobId),
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
    /// Whether there is a snapshot; until then only one worker is made.
    has_snapshot: bool,
    last_tick: Option<f64>,
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
            has_snapshot: false,
            last_tick: None,
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
        let job = Job::new(batch);
        if job.is_done() {
            self.commands.push(Command::Close(id));
            return id;
        }
        self.jobs.insert(id, job);
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
        let starts = job
            .environment
            .and_then(|environment| self.environments.get(&environment))
            .is_some_and(|environment| environment.worker().is_some());
        if !job.has_sent() && !starts {
            self.finish(id);
            self.schedule(now);
        }
    }

    /// Ends the environments whose key is stale, those that are busy when their batch is done.
    pub(crate) fn retire(&mut self, stale: &dyn Fn(&EnvironmentKey) -> bool, now: f64) {
        for job in self.jobs.values_mut() {
            job.stale |= stale(&job.key);
        }
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

    /// A worker is ready to become an environment.
    pub(crate) fn prepared(&mut self, worker: WorkerId, now: f64) {
        let Some(duty) = self.workers.get_mut(&worker) else {
            return;
        };
        *duty = Duty::Stock;
        self.has_snapshot = true;
        self.schedule(now);
    }

    /// An environment has imported its handler, or could not.
    pub(crate) fn started(&mut self, worker: WorkerId, begun: Begun, now: f64) {
        let Some((id, environment)) = self.serving(worker) else {
            return;
        };
        environment.begin(Init { duration: begun.duration, log: begun.log }, begun.memory);
        if begun.ending.outcome == Outcome::Ok {
            environment.phase = Phase::Ready { worker, since: now };
            self.go_on(id, now);
        } else {
            let done = Done {
                ending: begun.ending,
                log: String::new(),
                duration: Duration::ZERO,
                memory: begun.memory,
                temporary: Vec::new(),
            };
            self.died(id, done, now);
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
                self.died(id, Done::without_answer(Outcome::Crash, Duration::ZERO), now);
            }
            Some(Duty::Stock) => {
                self.dismiss(worker);
                self.schedule(now);
            }
            Some(Duty::Preparing) => {
                self.dismiss(worker);
                self.refuse(reason);
            }
        }
    }

    /// Ends what has computed for too long; to be called often while [`Pool::is_working`].
    pub(crate) fn tick(&mut self, now: f64) {
        let late = self.last_tick.map_or(0.0, |last| (now - last - GRACE).max(0.0));
        self.last_tick = Some(now);
        let mut overdue = Vec::new();
        for (id, environment) in &mut self.environments {
            let current = environment.job.and_then(|job| self.jobs.get(&job)?.current());
            let Some(call) = current else {
                continue;
            };
            // When the page itself was held up, so were the messages that wait for it.
            let (since, timeout) = match &mut environment.phase {
                Phase::Stopped => continue,
                Phase::Starting { since, .. } => (since, INIT_TIMEOUT),
                Phase::Ready { since, .. } => (since, call.timeout),
            };
            *since = (*since + late).min(now);
            if now - *since > timeout.as_secs_f64() * 1000.0 + GRACE {
                overdue.push((*id, timeout));
            }
        }
        for (id, timeout) in overdue {
            let mut done = Done::without_answer(Outcome::Timeout, timeout);
            if let Some(environment) = self.environments.get_mut(&id)
                && matches!(environment.phase, Phase::Starting { .. })
            {
                environment.begin(Init { duration: timeout, log: String::new() }, 0);
                done.duration = Duration::ZERO;
            }
            self.died(id, done, now);
        }
        if !self.is_working() {
            self.last_tick = None;
        }
    }

    /// Whether anything is computing.
    pub(crate) fn is_working(&self) -> bool {
        self.environments.values().any(|environment| {
            environment.job.is_some() && environment.phase != Phase::Stopped
        })
    }

    /// The environments there are, oldest first.
    pub(crate) fn views(&self) -> Vec<EnvironmentView> {
        self.environments.iter().map(|(id, environment)| environment.view(*id)).collect()
    }
}

/// What happens inside.
impl Pool {
    /// Gives waiting batches environments, and environments workers.
    fn schedule(&mut self, now: f64) {
        for id in std::mem::take(&mut self.queue) {
            if !self.place(id, now) {
                self.queue.push_back(id);
            }
        }
        self.hire();
    }

    /// Finds an environment with a worker for a batch; false when it has to wait.
    fn place(&mut self, id: JobId, now: f64) -> bool {
        let Some(job) = self.jobs.get(&id) else {
            return true;
        };
        let environment = match job.environment {
            Some(environment) => Some(environment),
            None => self.free_environment(&job.key),
        };
        let is_ready = |id| self.environments.get(&id).is_some_and(Environment::is_ready);
        if let Some(environment) = environment
            && is_ready(environment)
        {
            self.assign(id, environment);
            self.go_on(environment, now);
            return true;
        }
        let Some(worker) = self.in_stock() else {
            return false;
        };
        let environment = environment.unwrap_or_else(|| self.create(id));
        self.assign(id, environment);
        self.start(environment, worker, now);
        true
    }

    /// The environment to use again: one that runs before one that stopped, then the one used last.
    fn free_environment(&self, key: &EnvironmentKey) -> Option<EnvironmentId> {
        self.environments
            .iter()
            .filter(|(_, environment)| environment.is_free() && environment.key == *key)
            .max_by_key(|(_, environment)| (environment.is_ready(), environment.used))
            .map(|(id, _)| *id)
    }

    fn in_stock(&self) -> Option<WorkerId> {
        let stock = self.workers.iter().find(|(_, duty)| **duty == Duty::Stock);
        stock.map(|(worker, _)| *worker)
    }

    fn create(&mut self, job: JobId) -> EnvironmentId {
        let id = self.next_environment;
        self.next_environment += 1;
        if let Some(job) = self.jobs.get(&job) {
            let environment = Environment::new(job.key.clone(), (job.specify)());
            self.environments.insert(id, environment);
        }
        id
    }

    fn assign(&mut self, job: JobId, id: EnvironmentId) {
        self.used += 1;
        let Some((environment, batch)) =
            self.environments.get_mut(&id).zip(self.jobs.get_mut(&job))
        else {
            return;
        };
        batch.environment = Some(id);
        environment.job = Some(job);
        environment.forget_chunk();
        environment.used = self.used;
        environment.retired |= batch.stale;
    }

    fn start(&mut self, id: EnvironmentId, worker: WorkerId, now: f64) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        self.workers.insert(worker, Duty::Serving(id));
        environment.phase = Phase::Starting { worker, since: now };
        let mut specification = environment.specification.clone();
        let current = environment.job.and_then(|job| self.jobs.get(&job)?.current());
        specification.clock = current.map_or(specification.clock, |call| call.clock);
        let temporary = environment.temporary.clone();
        self.commands.push(Command::Start { worker, specification, temporary });
    }

    /// Posts the next calls of an environment's batch when those posted before are answered, or ends the batch.
    fn go_on(&mut self, id: EnvironmentId, now: f64) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        let Some((job_id, job)) =
            environment.job.and_then(|job| Some((job, self.jobs.get_mut(&job)?)))
        else {
            return;
        };
        if job.has_sent() {
            return;
        }
        if job.is_done() {
            self.finish(job_id);
            self.schedule(now);
            return;
        }
        if let Phase::Ready { worker, .. } = environment.phase {
            let calls = job.send(environment.pace(now));
            environment.phase = Phase::Ready { worker, since: now };
            self.commands.push(Command::Invoke { worker, job: job_id, calls });
        }
    }

    /// Ends a batch; its environment becomes free or ends with it.
    fn finish(&mut self, id: JobId) {
        self.queue.retain(|queued| *queued != id);
        if let Some(job) = self.jobs.remove(&id) {
            self.commands.push(Command::Close(id));
            let environment =
                job.environment.and_then(|environment| self.environments.get_mut(&environment));
            if let Some(environment) = environment {
                environment.job = None;
            }
        }
        self.remove_where(|environment| environment.retired && environment.job.is_none());
        self.trim();
    }

    /// Hands out what came of an environment's current call.
    fn answer(&mut self, id: EnvironmentId, done: Done) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        let Some((job_id, job)) =
            environment.job.and_then(|job| Some((job, self.jobs.get_mut(&job)?)))
        else {
            return;
        };
        let Some((index, call)) = job.answer() else {
            return;
        };
        if matches!(done.ending.outcome, Outcome::Ok | Outcome::Error) {
            environment.keep(done.temporary);
        }
        environment.memory = environment.memory.max(done.memory);
        environment.invocations += 1;
        let record = Record {
            environment: id,
            log_stream: Rc::clone(&environment.specification.log_stream),
            outcome: done.ending.outcome,
            payload: words::payload(&done.ending, &call),
            log: done.log,
            duration: done.duration,
            init: environment.untold_init.take(),
            memory: environment.memory,
        };
        self.commands.push(Command::Answer { job: job_id, index, record });
    }

    /// Answers the call that ended an environment's process, and begins the rest of its batch anew.
    fn died(&mut self, id: EnvironmentId, done: Done, now: f64) {
        self.answer(id, done);
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        let worker = environment.worker();
        environment.phase = Phase::Stopped;
        let job_id = environment.job;
        if let Some(worker) = worker {
            self.dismiss(worker);
        }
        if let Some((job_id, job)) = job_id.and_then(|job| Some((job, self.jobs.get_mut(&job)?))) {
            job.take_back();
            if job.is_done() {
                self.finish(job_id);
            } else {
                self.queue.push_front(job_id);
            }
        }
        self.schedule(now);
    }

    /// Answers everything that waits for a worker: there will be none.
    fn refuse(&mut self, reason: &str) {
        for id in std::mem::take(&mut self.queue) {
            while let Some((index, _)) = self.jobs.get_mut(&id).and_then(Job::answer) {
                let record = Record::unavailable(words::unavailable(reason));
                self.commands.push(Command::Answer { job: id, index, record });
            }
            self.finish(id);
        }
    }

    /// Makes the workers that are missing; where no more may be made, idle environments give up theirs.
    fn hire(&mut self) {
        let on_duty = |duty| self.workers.values().filter(|other| **other == duty).count();
        let coming = on_duty(Duty::Preparing);
        let most = if self.has_snapshot { self.limits.workers } else { 1 };
        let wanted = (self.queue.len() + self.limits.stock)
            .saturating_sub(coming + on_duty(Duty::Stock));
        let needed = self.queue.len().saturating_sub(coming);
        for missing in 0..wanted {
            let is_full = self.workers.len() >= most;
            if is_full && (missing >= needed || !self.evict(Environment::is_ready)) {
                break;
            }
            let worker = self.next_worker;
            self.next_worker += 1;
            self.workers.insert(worker, Duty::Preparing);
            self.commands.push(Command::Spawn(worker));
        }
    }

    /// Ends idle environments beyond the limit.
    fn trim(&mut self) {
        let idle = |pool: &Self| pool.environments.values().filter(|it| it.is_free()).count();
        while idle(self) > self.limits.idle && self.evict(|_| true) {}
    }

    /// Ends the environment of a kind that has been idle for longest; false when there is none.
    fn evict(&mut self, kind: impl Fn(&Environment) -> bool) -> bool {
        let idle = self.environments.iter().filter(|(_, it)| it.is_free() && kind(it));
        let longest = idle.min_by_key(|(_, environment)| environment.used).map(|(id, _)| *id);
        longest.is_some_and(|id| {
            self.remove(id);
            true
        })
    }

    fn remove_where(&mut self, condition: impl Fn(&Environment) -> bool) {
        let matching = self.environments.iter().filter(|(_, environment)| condition(environment));
        let ids: Vec<EnvironmentId> = matching.map(|(id, _)| *id).collect();
        for id in ids {
            self.remove(id);
        }
    }

    fn remove(&mut self, id: EnvironmentId) {
        if let Some(worker) = self.environments.remove(&id).and_then(|it| it.worker()) {
            self.dismiss(worker);
        }
    }

    fn dismiss(&mut self, worker: WorkerId) {
        self.workers.remove(&worker);
        self.commands.push(Command::Terminate(worker));
    }

    fn serving(&mut self, worker: WorkerId) -> Option<(EnvironmentId, &mut Environment)> {
        let Some(Duty::Serving(id)) = self.workers.get(&worker) else {
            return None;
        };
        Some((*id, self.environments.get_mut(id)?))
    }
}
