//! How a batch goes on from call to call, and ends.

use std::rc::Rc;
use std::time::Duration;

use super::environment::Phase;
use super::{Command, EnvironmentId, JobId, Pool};
use crate::sandbox::{Done, Outcome, Record, words};

impl Pool {
    /// Posts the next calls of an environment's batch when those posted before are answered, or ends the batch.
    pub(super) fn go_on(&mut self, id: EnvironmentId, now: f64) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        let Some((job_id, job)) = environment
            .job
            .and_then(|job| Some((job, self.jobs.get_mut(&job)?)))
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
            let mut calls = job.send(environment.pace(now));
            if let Some(first) = calls.first_mut() {
                first.timeout = environment.left_of(first.timeout);
            }
            environment.phase = Phase::Ready { worker, since: now };
            self.commands.push(Command::Invoke {
                worker,
                job: job_id,
                calls,
            });
        }
    }

    /// Ends a batch; its environment becomes free or ends with it.
    pub(super) fn finish(&mut self, id: JobId) {
        self.queue.retain(|queued| *queued != id);
        if let Some(job) = self.jobs.remove(&id) {
            self.commands.push(Command::Close(id));
            if let Some(environment) = self.environments.get_mut(&job.environment) {
                environment.job = None;
            }
        }
        self.remove_where(|it| it.job.is_none() && (it.retired || it.is_unborn()));
        self.trim();
    }

    /// Hands out what came of an environment's current call.
    pub(super) fn answer(&mut self, id: EnvironmentId, done: Done) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        let Some((job_id, job)) = environment
            .job
            .and_then(|job| Some((job, self.jobs.get_mut(&job)?)))
        else {
            return;
        };
        let Some((index, call)) = job.answer() else {
            return;
        };
        if matches!(done.ending.outcome, Outcome::Ok | Outcome::Error) {
            environment.keep(done.temporary);
        }
        let spent = environment.overran.take().unwrap_or_default();
        environment.memory = environment.memory.max(done.memory);
        environment.invocations += 1;
        let mut log = std::mem::take(&mut environment.written);
        log.push_str(&done.log);
        let record = Record {
            environment: id,
            log_stream: Rc::clone(&environment.specification.log_stream),
            outcome: done.ending.outcome,
            payload: words::payload(&done.ending, &call),
            log,
            duration: (spent + done.duration).min(call.timeout),
            init: environment.untold_init.take(),
            memory: environment.memory,
        };
        self.commands.push(Command::Answer {
            job: job_id,
            index,
            record,
        });
    }

    /// Answers the call that ended an environment's process, and begins the rest of its batch anew.
    pub(super) fn died(&mut self, id: EnvironmentId, done: Done, now: f64) {
        self.answer(id, done);
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        environment.broken = matches!(environment.phase, Phase::Starting { .. });
        if environment.broken && environment.provisioned && !environment.retired {
            let key = environment.key.clone();
            self.commands.push(Command::GiveUp(key));
        }
        self.stop(id);
        self.schedule(now);
    }

    /// Ends an environment's process; what is left of its batch waits for another one.
    pub(super) fn stop(&mut self, id: EnvironmentId) {
        let Some(environment) = self.environments.get_mut(&id) else {
            return;
        };
        let (worker, job_id) = (environment.worker(), environment.job);
        environment.phase = Phase::Stopped;
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
    }

    /// Answers everything that waits for a worker: there will be none.
    pub(super) fn refuse(&mut self, reason: &str) {
        for id in std::mem::take(&mut self.queue) {
            while let Some(job) = self.jobs.get(&id)
                && !job.is_done()
            {
                let mut done = Done::without_answer(Outcome::Error, Duration::ZERO);
                done.ending.payload = words::unavailable(reason);
                self.answer(job.environment, done);
            }
            self.finish(id);
        }
    }
}
