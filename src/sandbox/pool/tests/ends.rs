//! Timeouts, cancelling, retiring, clearing.

use std::time::Duration;

use super::Machine;
use crate::sandbox::{EnvironmentState, InitStatus, Outcome};

#[test]
fn what_computes_past_its_timeout_is_ended() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 2);
    machine.start(Outcome::Ok);
    machine.pass(3000);
    machine.check(job, &[]);
    machine.pass(100);
    machine.check(job, &[(1, true, Outcome::Timeout)]);
    let (_, record) = &machine.records[&job][0];
    assert_eq!(record.duration, Duration::from_secs(3));
    assert!(record.payload.contains("Task timed out after 3.00 seconds"));
    machine.run();
    assert_eq!(machine.closed, [job]);
}

#[test]
fn what_a_call_wrote_outlives_it() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 2);
    machine.start(Outcome::Ok);
    machine.write("one\n");
    machine.answer(Outcome::Ok);
    machine.write("two\n");
    machine.pass(3100);
    let logs: Vec<_> = machine.records[&job]
        .iter()
        .map(|(_, it)| &it.log)
        .collect();
    assert_eq!(logs, ["one\n", "two\n"]);
}

#[test]
fn each_call_of_a_batch_has_the_whole_timeout() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 3);
    machine.start(Outcome::Ok);
    for _ in 0..3 {
        machine.pass(2900);
        machine.answer(Outcome::Ok);
    }
    let ok = |cold| (1, cold, Outcome::Ok);
    machine.check(job, &[ok(true), ok(false), ok(false)]);
}

#[test]
fn waiting_for_a_part_of_the_playground_is_no_time_of_a_call() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 1);
    machine.pass(9000);
    machine.wait_starting(true);
    machine.pass(60_000);
    machine.wait_starting(false);
    machine.pass(900);
    machine.start(Outcome::Ok);
    machine.pass(2000);
    machine.wait(true);
    machine.pass(60_000);
    machine.wait(false);
    machine.pass(900);
    machine.check(job, &[]);
    machine.pass(200);
    machine.check(job, &[(1, true, Outcome::Timeout)]);
}

#[test]
fn an_import_that_takes_over_ten_seconds_is_made_once_more_within_the_timeout() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 2);
    machine.write_starting("importing\n");
    machine.pass(10_100);
    machine.check(job, &[]);
    machine.prepare();
    machine.write_starting("again\n");
    machine.pass(3100);
    machine.check(job, &[(1, true, Outcome::Timeout)]);
    let (_, record) = &machine.records[&job][0];
    assert_eq!(record.duration, Duration::from_secs(3));
    assert_eq!(record.log, "again\n");
    assert_eq!(record.memory, 25);
    let init = record.init.as_ref().unwrap();
    assert_eq!(init.status, InitStatus::Timeout);
    assert_eq!(init.duration, Duration::from_secs(10));
    assert_eq!(init.log, "importing\n");
    // The next call's import has its own ten seconds again.
    machine.prepare();
    machine.pass(9000);
    machine.run();
    machine.check(job, &[(1, true, Outcome::Timeout), (1, true, Outcome::Ok)]);
}

#[test]
fn an_import_made_once_more_takes_its_time_from_the_call() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 2);
    machine.pass(10_100);
    machine.prepare();
    machine.start(Outcome::Ok);
    let timeouts: Vec<_> = machine
        .calls
        .values()
        .flatten()
        .map(|it| it.timeout)
        .collect();
    assert_eq!(timeouts, [Duration::from_millis(2910)]);
    machine.run();
    machine.check(job, &[(1, true, Outcome::Ok), (1, false, Outcome::Ok)]);
    let durations = machine.records[&job].iter().map(|(_, it)| it.duration);
    let durations: Vec<_> = durations.map(|it| it.as_millis()).collect();
    assert_eq!(durations, [92, 2]);
}

#[test]
fn a_page_that_was_held_up_reads_the_answer_that_waits_for_it() {
    for before in [1000, 0] {
        let mut machine = Machine::prepared();
        let job = machine.submit("1", 1);
        machine.start(Outcome::Ok);
        machine.pass(before);
        machine.hold_up(60_000);
        machine.check(job, &[]);
        machine.answer(Outcome::Ok);
        machine.pass(5000);
        machine.check(job, &[(1, true, Outcome::Ok)]);
    }
}

#[test]
fn what_has_not_answered_when_the_page_goes_on_is_ended() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 1);
    machine.start(Outcome::Ok);
    machine.hold_up(60_000);
    machine.check(job, &[]);
    machine.pass(25);
    machine.check(job, &[(1, true, Outcome::Timeout)]);
}

#[test]
fn delays_of_the_page_do_not_add_up() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 1);
    machine.start(Outcome::Ok);
    for _ in 0..30 {
        machine.hold_up(100);
    }
    machine.check(job, &[]);
    machine.hold_up(100);
    machine.hold_up(100);
    machine.check(job, &[(1, true, Outcome::Timeout)]);
}

#[test]
fn waiting_for_a_worker_is_no_ones_time() {
    let mut machine = Machine::new();
    let job = machine.submit("1", 1);
    machine.pass(60_000);
    machine.run();
    machine.check(job, &[(1, true, Outcome::Ok)]);
}

#[test]
fn a_stale_environment_ends_when_it_is_idle() {
    let mut machine = Machine::prepared();
    machine.submit("1", 1);
    machine.run();
    let busy = machine.submit("2", 2);
    machine.start(Outcome::Ok);
    machine.pool.retire(&|_| true, machine.now);
    machine.obey();
    machine.check_states(&[(2, EnvironmentState::Retired)]);
    let next = machine.submit("2", 1);
    machine.run();
    machine.check(busy, &[(2, true, Outcome::Ok), (2, false, Outcome::Ok)]);
    machine.check(next, &[(3, true, Outcome::Ok)]);
    machine.check_states(&[(3, EnvironmentState::Idle)]);
}

#[test]
fn a_stale_batch_that_waits_still_runs_and_leaves_nothing() {
    let mut machine = Machine::new();
    let job = machine.submit("1", 1);
    machine.pool.retire(&|_| true, machine.now);
    machine.run();
    machine.check(job, &[(1, true, Outcome::Ok)]);
    machine.check_states(&[]);
}

#[test]
fn cancelling_drops_what_has_not_begun() {
    let mut machine = Machine::prepared();
    let running = machine.submit("1", 100);
    machine.start(Outcome::Ok);
    let queued = machine.submit("1", 1);
    for job in [running, queued] {
        machine.pool.cancel(job, machine.now);
    }
    machine.obey();
    assert_eq!(machine.closed, [queued]);
    machine.run();
    machine.check(running, &[(1, true, Outcome::Ok)]);
    assert_eq!(machine.closed, [queued, running]);
}

#[test]
fn cancelling_during_a_start_leaves_the_environment_for_others() {
    let mut machine = Machine::prepared();
    let cancelled = machine.submit("1", 1);
    machine.pool.cancel(cancelled, machine.now);
    machine.run();
    machine.check(cancelled, &[]);
    assert_eq!(machine.closed, [cancelled]);
    let next = machine.submit("1", 1);
    machine.run();
    machine.check(next, &[(1, true, Outcome::Ok)]);
}

#[test]
fn clearing_ends_everything_and_keeps_the_stock() {
    let mut machine = Machine::prepared();
    let jobs = [machine.submit("1", 5), machine.submit("2", 5)];
    machine.start(Outcome::Ok);
    machine.pool.clear(machine.now);
    machine.obey();
    machine.check_states(&[]);
    assert_eq!(machine.closed, jobs);
    assert!(machine.records.is_empty());
    let next = machine.submit("1", 1);
    machine.run();
    machine.check(next, &[(3, true, Outcome::Ok)]);
}

#[test]
fn a_batch_of_nothing_is_over_at_once() {
    let mut machine = Machine::prepared();
    let job = machine.submit("1", 0);
    assert_eq!(machine.closed, [job]);
}

#[test]
fn without_python_every_call_is_answered_and_the_next_batch_tries_again() {
    let mut machine = Machine::new();
    let job = machine.submit("1", 2);
    let worker = machine.preparing[0];
    machine.pool.lost(worker, "no network", machine.now);
    machine.obey();
    machine.check(
        job,
        &[(1, false, Outcome::Error), (1, false, Outcome::Error)],
    );
    machine.check_states(&[]);
    assert!(machine.records[&job][0].1.payload.contains("no network"));
    let next = machine.submit("1", 1);
    machine.run();
    machine.check(next, &[(2, true, Outcome::Ok)]);
}

#[test]
fn quick_calls_are_posted_together_and_slow_ones_alone() {
    let most_posted = |milliseconds: u32| {
        let mut machine = Machine::prepared();
        machine.submit("1", 1000);
        machine.start(Outcome::Ok);
        let mut most = 0;
        for _ in 0..500 {
            most = most.max(machine.calls.values().map(Vec::len).sum());
            machine.now += f64::from(milliseconds);
            machine.answer(Outcome::Ok);
        }
        most
    };
    assert_eq!(most_posted(0), 64);
    assert_eq!(most_posted(40), 1);
}
