//! Which environment a call gets, and what happens when its process ends.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

use super::{LIMITS, Machine, batch, done};
use crate::sandbox::pool::JobId;
use crate::sandbox::{Batch, EnvironmentState, InitStatus, Outcome};

#[test]
fn an_environment_is_used_again_with_its_state() {
    let mut machine = Machine::prepared();
    let first = machine.submit("1", 2);
    machine.run();
    let second = machine.submit("1", 1);
    machine.run();
    machine.check(first, &[(1, true, Outcome::Ok), (1, false, Outcome::Ok)]);
    machine.check(second, &[(1, false, Outcome::Ok)]);
    assert_eq!(machine.closed, [first, second]);
    assert_eq!(machine.pool.views()[0].invocations, 3);
    assert_eq!(
        machine.pool.views()[0].init,
        Some(Duration::from_millis(90))
    );
}

#[test]
fn versions_never_share_an_environment() {
    let mut machine = Machine::prepared();
    let jobs = ["1", "2"].map(|version| {
        let job = machine.submit(version, 1);
        machine.run();
        job
    });
    machine.check(jobs[0], &[(1, true, Outcome::Ok)]);
    machine.check(jobs[1], &[(2, true, Outcome::Ok)]);
}

#[test]
fn batches_at_the_same_time_get_environments_of_their_own() {
    let mut machine = Machine::prepared();
    let jobs = [machine.submit("1", 1), machine.submit("1", 1)];
    machine.run();
    machine.check(jobs[0], &[(1, true, Outcome::Ok)]);
    machine.check(jobs[1], &[(2, true, Outcome::Ok)]);
}

#[test]
fn the_environment_used_last_is_used_next() {
    let mut machine = Machine::prepared();
    machine.submit("1", 1);
    machine.submit("1", 1);
    machine.run();
    let job = machine.submit("1", 1);
    machine.run();
    machine.check(job, &[(2, false, Outcome::Ok)]);
}

#[test]
fn a_batch_waits_when_the_machine_is_full() {
    let mut machine = Machine::prepared();
    let jobs: Vec<JobId> = (0..6).map(|_| machine.submit("1", 1)).collect();
    machine.prepare();
    while !machine.starting.is_empty() {
        machine.start(Outcome::Ok);
    }
    assert_eq!(machine.calls.len(), LIMITS.workers);
    machine.run();
    for (environment, job) in (1..).zip(&jobs) {
        machine.check(*job, &[(environment, true, Outcome::Ok)]);
    }
    assert_eq!(machine.closed.len(), 6);
}

#[test]
fn an_idle_environment_gives_way_to_another_version() {
    let mut machine = Machine::prepared();
    for version in ["1", "2", "3", "4", "5", "6"] {
        machine.submit(version, 1);
        machine.run();
    }
    assert_eq!(machine.closed.len(), 6);
    machine.check_states(&[(5, EnvironmentState::Idle), (6, EnvironmentState::Idle)]);
}

#[test]
fn a_death_is_answered_and_the_rest_of_the_batch_starts_anew() {
    for outcome in [
        Outcome::Exit,
        Outcome::Crash,
        Outcome::OutOfMemory,
        Outcome::Timeout,
    ] {
        let mut machine = Machine::prepared();
        let job = machine.submit("1", 3);
        machine.start(Outcome::Ok);
        machine.answer(outcome);
        machine.run();
        machine.check(
            job,
            &[
                (1, true, outcome),
                (1, true, Outcome::Ok),
                (1, false, Outcome::Ok),
            ],
        );
        assert_eq!(machine.closed, [job]);
        let streams: BTreeSet<_> = machine
            .starts
            .iter()
            .map(|(it, _)| &*it.log_stream)
            .collect();
        assert_eq!(streams, BTreeSet::from(["[1]"]));
    }
}

#[test]
fn a_death_leaves_the_files_of_the_last_completed_call() {
    let mut machine = Machine::prepared();
    machine.submit("1", 3);
    machine.start(Outcome::Ok);
    let write = |outcome, content: &[u8]| {
        let mut done = done(outcome, "");
        done.temporary = vec![("notes.txt".to_owned(), Some(Rc::from(content)))];
        done
    };
    let worker = *machine.calls.keys().next().unwrap();
    for (outcome, content) in [(Outcome::Error, b"kept"), (Outcome::Crash, b"lost")] {
        machine.calls.clear();
        machine
            .pool
            .answered(worker, write(outcome, content), machine.now);
        machine.obey();
    }
    machine.run();
    assert_eq!(*machine.starts[1].1["notes.txt"], *b"kept");
    assert!(machine.starts[0].1.is_empty());
}

#[test]
fn a_failed_start_answers_the_call_that_caused_it() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 2);
    machine.start(Outcome::Error);
    machine.run();
    machine.check(job, &[(1, true, Outcome::Error), (1, true, Outcome::Ok)]);
    let (_, record) = &machine.records[&job][0];
    assert_eq!(record.payload, "init failed");
    let init = record.init.as_ref().unwrap();
    assert_eq!(init.log, "importing\n");
    assert_eq!(init.status, InitStatus::Error);
}

#[test]
fn where_no_worker_can_be_had_an_idle_environment_makes_room() {
    let mut machine = Machine::prepared();
    machine.submit("1", 1);
    machine.run();
    let jobs = ["2", "3"].map(|version| machine.submit(version, 1));
    let worker = machine.preparing.remove(0);
    machine.pool.lost(worker, "out of memory", machine.now);
    machine.obey();
    let left: Vec<_> = machine.pool.views().iter().map(|view| view.id).collect();
    assert_eq!(left, [2, 3]);
    machine.run();
    machine.check(jobs[0], &[(2, true, Outcome::Ok)]);
    machine.check(jobs[1], &[(3, true, Outcome::Ok)]);
}

#[test]
fn a_batch_that_asks_for_a_lane_gets_no_other() {
    let mut machine = Machine::prepared();
    let mut submit = |lane| {
        let batch = Batch {
            lane: Some(lane),
            ..batch("1", 1)
        };
        let job = machine.pool.submit(batch, machine.now);
        machine.obey();
        machine.run();
        machine.records[&job][0].1.environment
    };
    assert_eq!([0, 1, 0, 1, 2].map(&mut submit), [1, 2, 1, 2, 3]);
    let any = machine.submit("1", 1);
    machine.run();
    machine.check(any, &[(3, false, Outcome::Ok)]);
}

#[test]
fn what_has_had_nothing_to_do_for_ten_minutes_ends() {
    let mut machine = Machine::prepared();
    machine.submit("1", 1);
    machine.run();
    machine.now += 300_000.0;
    machine.submit("2", 1);
    machine.run();
    assert!(machine.pool.is_resting());
    machine.now += 301_000.0;
    machine.pool.rest(machine.now);
    machine.obey();
    machine.check_states(&[(2, EnvironmentState::Idle)]);
    machine.now += 300_000.0;
    machine.pool.rest(machine.now);
    machine.obey();
    machine.check_states(&[]);
    assert!(!machine.pool.is_resting());
}

#[test]
fn idle_environments_beyond_the_limit_end_with_the_batches_that_may_need_them() {
    let mut machine = Machine::prepared();
    let jobs = ["1"; 4].map(|version| machine.submit(version, 1));
    while !machine.preparing.is_empty() {
        machine.prepare();
    }
    for kept in [4, 4, 4, 2] {
        machine.start(Outcome::Ok);
        machine.answer(Outcome::Ok);
        assert_eq!(machine.pool.views().len(), kept);
    }
    assert_eq!(machine.closed, jobs);
}
