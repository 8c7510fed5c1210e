use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{Machine, key};
use crate::sandbox::{EnvironmentState, Outcome};

#[derive(Clone, Debug)]
enum Step {
    Submit(u8, usize),
    Cancel(u32),
    Retire(u8),
    Provide(u8, u32),
    Prepare,
    Start(bool),
    Answer(u8),
    Pass(u32),
    Lose(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..3u8, 0..9usize).prop_map(|(version, calls)| Step::Submit(version, calls)),
        1 => (1..20u32).prop_map(Step::Cancel),
        1 => (0..3u8).prop_map(Step::Retire),
        2 => (0..3u8, 0..3u32).prop_map(|(version, count)| Step::Provide(version, count)),
        4 => Just(Step::Prepare),
        6 => any::<bool>().prop_map(Step::Start),
        12 => (0..8u8).prop_map(Step::Answer),
        1 => (25..4000u32).prop_map(Step::Pass),
        1 => (0..4usize).prop_map(Step::Lose),
    ]
}

proptest! {
    /// Whatever happens: a call is answered at most once and in order, by an environment of its own version, and
    /// every batch is over in the end, with every call answered unless it was cancelled.
    #[test]
    fn nothing_is_lost_or_doubled(steps in proptest::collection::vec(step(), 1..120)) {
        let mut machine = Machine::new();
        let mut jobs = BTreeMap::new();
        let mut cancelled = BTreeSet::new();
        for step in steps {
            match step {
                Step::Submit(version, calls) => {
                    jobs.insert(machine.submit(&version.to_string(), calls), (version, calls));
                }
                Step::Cancel(job) => {
                    machine.pool.cancel(job, machine.now);
                    cancelled.insert(job);
                }
                Step::Retire(version) => {
                    machine.pool.retire(&|it| *it == key(&version.to_string()), machine.now);
                }
                Step::Provide(version, count) => {
                    machine.provide(&[(&version.to_string(), count)]);
                }
                Step::Prepare => machine.prepare(),
                Step::Start(_) if machine.starting.is_empty() => {}
                Step::Start(works) => {
                    machine.start(if works { Outcome::Ok } else { Outcome::Error });
                }
                Step::Answer(_) if machine.calls.values().all(Vec::is_empty) => {}
                Step::Answer(dice) => machine.answer(match dice {
                    0 => Outcome::Crash,
                    1 => Outcome::Error,
                    _ => Outcome::Ok,
                }),
                Step::Pass(milliseconds) => machine.pass(milliseconds),
                Step::Lose(index) => {
                    if let Some(worker) = machine.workers.iter().nth(index).copied() {
                        machine.pool.lost(worker, "lost", machine.now);
                    }
                }
            }
            machine.obey();
        }
        machine.run();
        // What waits for a worker after one was lost is begun anew with the next batch.
        machine.submit("3", 1);
        machine.run();
        for (job, (version, calls)) in jobs {
            prop_assert!(machine.closed.contains(&job));
            let records = machine.records.remove(&job).unwrap_or_default();
            prop_assert!(records.len() == calls || cancelled.contains(&job) && records.len() < calls);
            for (position, (index, record)) in records.iter().enumerate() {
                prop_assert_eq!(position, *index);
                prop_assert_eq!(&*record.log_stream, format!("[{version}]"));
            }
        }
        prop_assert!(machine.pool.views().iter().all(|it| it.state == EnvironmentState::Idle));
    }
}
