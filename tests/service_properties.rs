//! Whatever is sent in whatever order, the service's rules hold and its answers are Lambda's.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "service/answers.rs"]
mod answers;
#[path = "service/calls.rs"]
mod calls;
mod service;
#[path = "service/steps.rs"]
mod steps;
#[path = "service/values.rs"]
mod values;
#[path = "service/watch.rs"]
mod watch;

use std::collections::BTreeSet;

use lambda_playground::lambda::CloudDelays;
use lambda_playground::lambda::rest::{self, Call};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use watch::Watched;

/// Takes every step, and tells what was answered.
fn take(delays: CloudDelays, steps: &[steps::Step]) -> Vec<rest::Response> {
    let mut watched = Watched::new(delays);
    let answers = steps.iter().filter_map(|step| watched.take(step)).collect();
    watched.check_replay();
    answers
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        // What was found is kept as a test with a name.
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_requests_breaks_a_rule(delays in steps::delays(), steps in steps::steps()) {
        let answers = take(delays, &steps);
        // The same operations at the same moments give the same bytes.
        prop_assert_eq!(take(delays, &steps), answers);
    }
}

#[test]
fn the_sequences_reach_every_operation() {
    // A generator whose requests all fail would prove nothing.
    let mut runner = TestRunner::deterministic();
    let mut succeeded = BTreeSet::new();
    let mut refused = BTreeSet::new();
    for _ in 0..80 {
        let tree = (steps::delays(), steps::steps())
            .new_tree(&mut runner)
            .unwrap();
        let (delays, steps) = tree.current();
        let mut watched = Watched::new(delays);
        for step in &steps {
            let answer = watched.take(step);
            let (steps::Step::Send(request, _), Some(answer)) = (step, answer) else {
                continue;
            };
            match rest::read(request) {
                Ok(Call::Operation(operation)) if answer.status < 400 => {
                    succeeded.insert(operation.name());
                }
                Ok(Call::Invoke(_)) if answer.status < 400 => {
                    succeeded.insert("Invoke");
                }
                _ => {
                    let code = answer
                        .headers
                        .into_iter()
                        .find(|(name, _)| *name == "x-amzn-ErrorType");
                    refused.extend(code.map(|(_, code)| code));
                }
            }
        }
    }
    let never: Vec<_> = steps::operations()
        .difference(&succeeded)
        .copied()
        .collect();
    assert!(never.is_empty(), "{never:?} never succeeded");
    assert!(refused.len() >= 8, "{refused:?}");
}
