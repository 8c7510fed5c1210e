//! Cloud delays: how long what is pending stays so, and what becomes of it when that is changed.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use jiff::SignedDuration;
use lambda_playground::lambda::{Change, CloudDelays, Service};
use service::World;

fn seconds(seconds: i64) -> CloudDelays {
    CloudDelays::After(SignedDuration::from_secs(seconds))
}

impl World {
    fn set_delays(&mut self, delays: CloudDelays) {
        let moment = self.moment();
        self.service.set_delays(delays, moment);
    }

    fn state(&mut self) -> String {
        self.get("/fn/configuration").text("State")
    }
}

/// What is pending when the delays change moves on by the new ones: each request comes a second after the last.
#[track_caller]
fn check(before: CloudDelays, after: CloudDelays, states: [&str; 3]) {
    let mut world = World::with_delays(before);
    world.create("fn").expect_status(201);
    world.set_delays(after);
    assert_eq!([(); 3].map(|()| world.state()), states);
}

#[test]
fn what_is_pending_moves_on_by_the_new_delays() {
    let (none, settled) = (CloudDelays::None, CloudDelays::UntilSettled);
    check(settled, none, ["Active"; 3]);
    check(settled, settled, ["Pending"; 3]);
    check(settled, seconds(1), ["Active"; 3]);
    check(settled, seconds(3), ["Pending", "Active", "Active"]);
    check(seconds(60), settled, ["Pending"; 3]);
    check(seconds(60), seconds(4), ["Pending", "Pending", "Active"]);
}

#[test]
fn what_was_due_before_the_change_has_happened() {
    check(seconds(1), CloudDelays::UntilSettled, ["Active"; 3]);
    check(CloudDelays::None, CloudDelays::UntilSettled, ["Active"; 3]);
}

#[test]
fn a_change_of_delays_leaves_everything_else_as_it_is() {
    let mut world = World::with_versions(2);
    let before: Vec<_> = world.service.functions().cloned().collect();
    world.set_delays(CloudDelays::UntilSettled);
    assert!(world.service.functions().eq(&before));
    world.update_code("version 3").expect_status(200);
    assert_eq!(
        world.get("/fn/configuration").text("LastUpdateStatus"),
        "InProgress"
    );
}

#[test]
fn the_history_with_its_delays_gives_the_same_state() {
    let mut world = World::with_delays(seconds(2));
    world.create("fn").expect_status(201);
    world.set_delays(CloudDelays::UntilSettled);
    world.settle();
    world.update_code("version 2").expect_status(200);
    world.set_delays(seconds(1));
    world.publish(&serde_json::json!({})).expect_status(201);
    world.set_delays(CloudDelays::UntilSettled);
    world.update_code("version 3").expect_status(200);

    let service = &world.service;
    let changes = service.history().iter().map(|change| Change::clone(change));
    let again = Service::replay(service.first_delays(), changes).unwrap();
    assert!(again.functions().eq(service.functions()));
    assert_eq!(again.history(), service.history());
    assert_eq!(again.delays(), CloudDelays::UntilSettled);
}

#[test]
fn the_next_transition_is_that_of_what_has_been_pending_longest() {
    let mut world = World::with_delays(seconds(10));
    assert_eq!(world.service.next_transition(), None);
    let first = world.moment().at;
    world.create("fn").expect_status(201);
    world.create("other").expect_status(201);
    let due = first + SignedDuration::from_secs(11);
    assert_eq!(world.service.next_transition(), Some(due));
    world.set_delays(CloudDelays::UntilSettled);
    assert_eq!(world.service.next_transition(), None);
    world.set_delays(CloudDelays::None);
    assert_eq!(world.service.next_transition(), None);
}

#[test]
fn provisioned_concurrency_is_pending_until_it_is_ready() {
    let mut world = World::with_versions(1);
    world.set_delays(seconds(10));
    let at = world.moment().at;
    world
        .put(
            "/2019-09-30/functions/fn/provisioned-concurrency?Qualifier=1",
            &serde_json::json!({ "ProvisionedConcurrentExecutions": 2 }),
        )
        .expect_status(202);
    let due = at + SignedDuration::from_secs(11);
    assert_eq!(world.service.next_transition(), Some(due));
    world.settle();
    assert_eq!(world.service.next_transition(), None);
}
