//! Environments that are kept ready ahead of calls.

use std::rc::Rc;

use super::{LIMITS, Machine, batch, key};
use crate::sandbox::pool::JobId;
use crate::sandbox::{EnvironmentState, InitStatus, Outcome, Provision};

impl Machine {
    /// Has so many environments of each version kept ready.
    pub(super) fn provide(&mut self, versions: &[(&str, u32)]) {
        let provisions: Vec<Provision> = versions
            .iter()
            .map(|(version, count)| Provision {
                key: key(version),
                specify: batch(version, 0).specify,
                count: *count,
            })
            .collect();
        self.pool.provide(&provisions, self.now);
        self.obey();
    }

    /// The versions of the environments there are.
    fn versions(&self) -> Vec<String> {
        let views = self.pool.views();
        views.into_iter().map(|it| it.key.version).collect()
    }

    fn submit_and_run(&mut self, version: &str) -> JobId {
        let job = self.submit(version, 1);
        self.run();
        job
    }
}

#[test]
fn they_start_without_a_call_and_the_first_call_pays_for_no_start() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 1)]);
    machine.check_states(&[(1, EnvironmentState::Starting)]);
    machine.run();
    machine.check_states(&[(1, EnvironmentState::Idle)]);

    let job = machine.submit("1", 2);
    machine.run();
    let records = &machine.records[&job];
    let init = records[0].1.init.as_ref().unwrap();
    assert!(init.ahead);
    assert_eq!(init.log, "importing\n");
    assert_eq!(init.status, InitStatus::Success);
    assert_eq!(records[1].1.init, None);
}

#[test]
fn a_call_waits_for_one_that_is_on_its_way() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 1)]);
    let job = machine.submit("1", 1);
    assert_eq!(machine.starts.len(), 1);
    machine.run();
    machine.check(job, &[(1, true, Outcome::Ok)]);
    assert!(machine.records[&job][0].1.init.as_ref().unwrap().ahead);
    assert_eq!(machine.starts.len(), 1);
}

#[test]
fn calls_beyond_them_start_environments_of_their_own() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 1)]);
    machine.run();
    let jobs = [machine.submit("1", 1), machine.submit("1", 1)];
    machine.run();
    let ahead = jobs.map(|job| machine.records[&job][0].1.init.as_ref().unwrap().ahead);
    assert_eq!(ahead, [true, false]);
}

#[test]
fn a_provisioned_environment_serves_before_others() {
    let mut machine = Machine::prepared();
    machine.submit_and_run("1");
    machine.provide(&[("1", 1)]);
    machine.run();
    let job = machine.submit_and_run("1");
    machine.check(job, &[(2, true, Outcome::Ok)]);
}

#[test]
fn the_machine_grants_no_more_than_it_can_and_leaves_room_for_others() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 1), ("2", 5), ("3", 1)]);
    machine.run();
    assert_eq!(machine.versions(), ["1", "2"]);
    assert_eq!(machine.pool.views().len(), LIMITS.provisioned);
    let job = machine.submit_and_run("3");
    machine.check(job, &[(3, true, Outcome::Ok)]);
}

#[test]
fn they_are_never_ended_for_being_idle() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 2)]);
    machine.run();
    for version in ["2", "3", "4", "5", "6"] {
        machine.submit_and_run(version);
    }
    assert_eq!(machine.versions()[..2], ["1", "1"]);
    let job = machine.submit_and_run("1");
    assert!(machine.records[&job][0].1.init.as_ref().unwrap().ahead);
}

#[test]
fn idle_environments_of_other_versions_make_room_for_them() {
    let mut machine = Machine::prepared();
    for version in ["2", "3"] {
        machine.submit_and_run(version);
    }
    machine.provide(&[("1", 2)]);
    machine.run();
    let mut versions = machine.versions();
    versions.sort();
    assert_eq!(versions[..2], ["1", "1"]);
    machine
        .pool
        .views()
        .iter()
        .for_each(|it| assert_eq!(it.state, EnvironmentState::Idle));
}

#[test]
fn they_end_when_they_are_not_asked_for_any_more() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 2)]);
    machine.run();
    let busy = machine.submit("1", 1);
    machine.provide(&[("1", 1)]);
    // The one that serves a call is the one that stays.
    machine.check_states(&[(2, EnvironmentState::Busy)]);
    machine.provide(&[]);
    machine.check_states(&[(2, EnvironmentState::Retired)]);
    machine.run();
    machine.check(busy, &[(2, true, Outcome::Ok)]);
    machine.check_states(&[]);
}

#[test]
fn saying_the_same_again_changes_nothing() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 1), ("2", 1)]);
    machine.run();
    machine.provide(&[("1", 1), ("2", 1)]);
    machine.run();
    assert_eq!(machine.starts.len(), 2);
    machine.check_states(&[(1, EnvironmentState::Idle), (2, EnvironmentState::Idle)]);
}

#[test]
fn one_whose_process_ended_starts_again_ahead_of_the_next_call() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 1)]);
    machine.run();
    machine.submit("1", 1);
    machine.answer(Outcome::Timeout);
    machine.run();
    assert_eq!(machine.starts.len(), 2);
    assert_eq!(
        Rc::clone(&machine.starts[0].0.log_stream),
        machine.starts[1].0.log_stream
    );
    let job = machine.submit_and_run("1");
    assert!(machine.records[&job][0].1.init.as_ref().unwrap().ahead);
}

#[test]
fn one_that_cannot_start_is_tried_again_by_a_call_alone() {
    for fail in [
        |machine: &mut Machine| machine.start(Outcome::Error),
        |machine: &mut Machine| machine.pass(131_000),
    ] {
        let mut machine = Machine::prepared();
        machine.provide(&[("1", 1)]);
        fail(&mut machine);
        machine.run();
        machine.provide(&[("1", 1)]);
        machine.run();
        assert_eq!(machine.starts.len(), 1);
        let job = machine.submit("1", 1);
        machine.prepare();
        machine.start(Outcome::Error);
        machine.run();
        machine.check(job, &[(1, true, Outcome::Error)]);
        assert!(!machine.records[&job][0].1.init.as_ref().unwrap().ahead);
    }
}

#[test]
fn that_one_could_not_start_is_told_once() {
    let mut machine = Machine::prepared();
    machine.provide(&[("1", 1)]);
    assert!(machine.pool.is_providing());
    machine.start(Outcome::Error);
    assert_eq!(machine.given_up, ["1"]);
    assert!(!machine.pool.is_providing());
    machine.provide(&[]);
    machine.check_states(&[]);
    // One that a call starts is the call's affair.
    machine.submit("1", 1);
    machine.prepare();
    machine.start(Outcome::Error);
    assert_eq!(machine.given_up, ["1"]);
}

#[test]
fn they_are_on_their_way_until_the_last_has_started() {
    let mut machine = Machine::prepared();
    assert!(!machine.pool.is_providing());
    machine.provide(&[("1", 2)]);
    machine.prepare();
    machine.start(Outcome::Ok);
    assert!(machine.pool.is_providing());
    machine.run();
    assert!(!machine.pool.is_providing());
    // A call under way keeps nobody waiting.
    machine.submit("1", 1);
    assert!(!machine.pool.is_providing());
}
