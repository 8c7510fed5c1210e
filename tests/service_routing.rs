//! Which version runs: the draws of a seed, sent through the service.
//!
//! That the draws are uniform and independent is tested where they are made; here, that the service adds nothing.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod service;

use lambda_playground::traffic::{Seed, Stream};
use serde_json::json;
use service::World;

/// Invokes `fn:live`, which gives this weight to version 2, once for each of a seed's draws; tells when 2 ran.
fn fire(seed: &str, weight: f64, invocations: u64) -> Vec<bool> {
    let mut world = World::with_versions(2);
    let routing = json!({ "AdditionalVersionWeights": { "2": weight } });
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "1", "RoutingConfig": routing }))
        .expect_status(201);
    let draws = Seed::new(seed).draws(Stream::Run, || [0; 32]);
    let ran = (0..invocations).map(|index| {
        let invocation = world.invoke(Some("live"), draws.at(index)).unwrap();
        invocation.executed_version.to_string() == "2"
    });
    ran.collect()
}

#[test]
fn each_invocation_follows_its_own_draw() {
    let draws = Seed::new("routing").draws(Stream::Run, || [0; 32]);
    for (weight, invocations) in [(0.1, 5_000), (0.5, 5_000), (0.9, 5_000)] {
        let chosen = (0..invocations).map(|index| draws.at(index) < weight);
        assert!(fire("routing", weight, invocations).into_iter().eq(chosen));
    }
}

#[test]
fn all_and_nothing_are_weights() {
    assert!(fire("7f3a", 0.0, 1_000).iter().all(|ran| !ran));
    assert!(fire("7f3a", 1.0, 1_000).iter().all(|ran| *ran));
}

#[test]
fn a_seed_repeats_its_run() {
    assert_eq!(fire("7f3a", 0.5, 1_000), fire("7f3a", 0.5, 1_000));
    assert_ne!(fire("7f3a", 0.5, 1_000), fire("7f3b", 0.5, 1_000));
}
