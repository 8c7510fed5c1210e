//! How many invocations are remembered, and how much of what they gave.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod service;

use std::rc::Rc;

use lambda_playground::lambda::{InvocationRecord, LatestInvocations};
use service::{World, execution};

/// Remembers as many invocations, each with so many bytes of a response, which is its number, and of a log.
fn remember(count: usize, bytes: usize) -> LatestInvocations {
    let mut world = World::with_function();
    let mut latest = LatestInvocations::default();
    for number in 0..count {
        let mut execution = execution(&number.to_string());
        execution.log = "x".repeat(bytes - execution.payload.len());
        latest.push(Rc::new(InvocationRecord {
            invocation: world.invoke(None, 0.0).unwrap(),
            execution,
        }));
    }
    latest
}

#[test]
fn the_latest_thousand_are_remembered() {
    let latest = remember(1003, 4);
    let payloads: Vec<_> = latest
        .records()
        .iter()
        .map(|record| &record.execution.payload)
        .collect();
    assert_eq!(payloads.len(), 1000);
    assert_eq!(payloads[0], "3");
    assert_eq!(payloads[999], "1002");
}

#[test]
fn large_ones_are_forgotten_earlier_and_the_latest_never() {
    assert_eq!(remember(50, 1 << 21).records().len(), 32);
    assert_eq!(remember(3, 1 << 27).records().len(), 1);
}

#[test]
fn what_was_forgotten_leaves_its_room_to_others() {
    let mut latest = remember(2, 1 << 27);
    for record in remember(100, 16).records() {
        latest.push(Rc::clone(record));
    }
    assert_eq!(latest.records().len(), 100);
}
