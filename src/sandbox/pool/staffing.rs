//! Which environment a batch gets, and which worker an environment.

use std::collections::BTreeSet;
use std::time::Duration;

use super::environment::{Environment, Phase};
use super::{Command, Duty, EnvironmentId, JobId, Pool, WorkerId};
use crate::sandbox::{Batch, EnvironmentKey};

/// How long an environment is kept that has nothing to do: Lambda says no figure, and this is one that is often seen.
const REST: Duration = Duration::from_mins(10);

impl Pool {
    /// Gives waiting batches environments, and environments workers: those that calls wait for before those that are
    /// started ahead.
    pub(super) fn schedule(&mut self, now: f64) {
        for id in std::mem::take(&mut self.queue) {
            if !self.place(id, now) {
                self.queue.push_back(id);
            }
        }
        let due: Vec<EnvironmentId> = self.due().map(|(id, _)| *id).collect();
        for id in due {
            if !self.staff(id, now) {
                break;
            }
        }
        self.hire();
    }

    /// Has a batch go on in its environment; false when that has to wait for a worker.
    fn place(&mut self, id: JobId, now: f64) -> bool {
        let Some(environment) = self.jobs.get(&id).map(|job| job.environment) else {
            return true;
        };
        match self.environments.get(&environment).map(|it| it.phase) {
            Some(Phase::Ready { .. }) => {
                self.go_on(environment, now);
                true
            }
            // It was started ahead, and goes on when it is ready.
            Some(Phase::Starting { .. }) => true,
            Some(Phase::Stopped) | None => self.staff(environment, now),
        }
    }

    /// Starts an environment; false when that has to wait for a worker.
    fn staff(&mut self, id: EnvironmentId, now: f64) -> bool {
        let in_stock = self.workers.iter().find(|(_, duty)| **duty == Duty::Stock);
        let Some(worker) = in_stock.map(|(worker, _)| *worker) else {
            return false;
        };
        self.start(id, worker, now);
        true
    }

    /// Chooses the environment for a batch: a free one that runs before one that does not, a provisioned one before
    /// others, the one used last before the rest, and a new one when none is free. One that asks for a lane gets none of
    /// another.
    pub(super) fn choose(&mut self, batch: &Batch) -> EnvironmentId {
        let matching = self.environments.iter();
        let matching = matching.filter(|(_, it)| it.is_free() && it.key == batch.key);
        let matching = matching.filter(|(_, it)| batch.lane.is_none_or(|lane| it.lane == lane));
        let best = matching
            .max_by_key(|(_, it)| (it.is_ready(), it.provisioned, it.used))
            .map(|(id, _)| *id);
        best.unwrap_or_else(|| {
            let id = self.next_environment;
            self.next_environment += 1;
            let lane = batch.lane.unwrap_or_else(|| self.free_lane(&batch.key));
            let environment = Environment::new(batch.key.clone(), lane, (batch.specify)(lane));
            self.environments.insert(id, environment);
            id
        })
    }

    /// The first number that no environment of a key has.
    pub(super) fn free_lane(&self, key: &EnvironmentKey) -> usize {
        let environments = self.environments.values();
        let taken: BTreeSet<usize> = environments
            .filter(|it| it.key == *key)
            .map(|it| it.lane)
            .collect();
        (0..=taken.len())
            .find(|lane| !taken.contains(lane))
            .unwrap_or_default()
    }

    pub(super) fn assign(&mut self, job: JobId, id: EnvironmentId) {
        self.used += 1;
        if let Some(environment) = self.environments.get_mut(&id) {
            environment.job = Some(job);
            environment.used = self.used;
            environment.forget_chunk();
        }
    }

    fn start(&mut self, id: EnvironmentId, worker: WorkerId, now: f64) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        self.workers.insert(worker, Duty::Serving(id));
        let mut specification = environment.specification.clone();
        let current = environment
            .job
            .and_then(|job| self.jobs.get(&job)?.current());
        let timeout = environment.enter(worker, current, now);
        specification.clock = current.map_or(specification.clock, |call| call.clock);
        let temporary = environment.temporary.clone();
        self.commands.push(Command::Start {
            worker,
            specification,
            temporary,
            timeout,
        });
    }

    /// Makes the workers that are missing; where no more may be made, idle environments give up theirs.
    pub(super) fn hire(&mut self) {
        let on_duty = |duty| {
            self.workers
                .values()
                .filter(|other| **other == duty)
                .count()
        };
        let coming = on_duty(Duty::Preparing);
        let waiting = self.waiting();
        let wanted = (waiting + self.limits.stock).saturating_sub(coming + on_duty(Duty::Stock));
        let needed = waiting.saturating_sub(coming);
        for missing in 0..wanted {
            let is_full = self.workers.len() >= self.limits.workers;
            if is_full && (missing >= needed || !self.evict(Environment::is_ready)) {
                break;
            }
            let worker = self.next_worker;
            self.next_worker += 1;
            self.workers.insert(worker, Duty::Preparing);
            self.commands.push(Command::Spawn(worker));
        }
    }

    /// How many workers are waited for: by batches, and by environments that are started ahead.
    pub(super) fn waiting(&self) -> usize {
        self.queue.len() + self.due().count()
    }

    /// Ends idle environments beyond the limit, and one more for each batch: whoever sent it may soon need another one.
    pub(super) fn trim(&mut self) {
        let idle = |pool: &Self| {
            let environments = pool.environments.values();
            environments.filter(|it| it.is_spare()).count()
        };
        while idle(self) > self.limits.idle + self.jobs.len() && self.evict(|_| true) {}
    }

    /// Ends the environments that have had nothing to do for a while; to be called now and then while
    /// [`Pool::is_resting`].
    pub(crate) fn rest(&mut self, now: f64) {
        let while_ago = now - REST.as_secs_f64() * 1000.0;
        self.remove_where(|it| {
            it.is_spare() && it.idle_since().is_some_and(|since| since < while_ago)
        });
    }

    /// Whether an environment has nothing to do and will end if that goes on.
    pub(crate) fn is_resting(&self) -> bool {
        let mut environments = self.environments.values();
        environments.any(|it| it.is_spare() && it.is_ready())
    }

    /// Ends the environment of a kind that has been idle for longest; false when there is none.
    pub(super) fn evict(&mut self, kind: impl Fn(&Environment) -> bool) -> bool {
        let idle = self
            .environments
            .iter()
            .filter(|(_, it)| it.is_spare() && kind(it));
        let longest = idle
            .min_by_key(|(_, environment)| environment.used)
            .map(|(id, _)| *id);
        longest.is_some_and(|id| {
            self.remove(id);
            true
        })
    }

    pub(super) fn remove_where(&mut self, condition: impl Fn(&Environment) -> bool) {
        let matching = self
            .environments
            .iter()
            .filter(|(_, environment)| condition(environment));
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

    pub(super) fn dismiss(&mut self, worker: WorkerId) {
        self.workers.remove(&worker);
        self.commands.push(Command::Terminate(worker));
    }

    pub(super) fn serving(
        &mut self,
        worker: WorkerId,
    ) -> Option<(EnvironmentId, &mut Environment)> {
        let Some(Duty::Serving(id)) = self.workers.get(&worker) else {
            return None;
        };
        Some((*id, self.environments.get_mut(id)?))
    }
}
