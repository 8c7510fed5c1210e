//! What becomes of deployment packages.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod service;

use std::rc::Rc;

use lambda_playground::lambda::{Act, FunctionName, Operation};
use serde_json::json;

use service::{World, zip};

/// The bytes that a function's `$LATEST` runs.
fn latest(world: &World, name: &str) -> Rc<[u8]> {
    let name: FunctionName = name.parse().unwrap();
    let function = world.service.function(&name).unwrap();
    function.latest().configuration().code.zip()
}

/// The bytes that each change of the history brought.
fn brought(world: &World) -> Vec<Rc<[u8]>> {
    let changes = world.service.history().iter();
    changes
        .filter_map(|change| match &change.act {
            Act::Operation(operation) => Operation::clone(operation).zip_file_mut()?.take(),
            _ => None,
        })
        .collect()
}

#[test]
fn the_same_bytes_are_kept_once() {
    let mut world = World::with_function();
    world.create("other").expect_status(201);
    world.update_code("version 2").expect_status(200);
    world.publish(&json!({})).expect_status(201);
    world.update_code("version 1").expect_status(200);

    let kept = latest(&world, "fn");
    assert!(Rc::ptr_eq(&kept, &latest(&world, "other")));
    let brought = brought(&world);
    let same = brought.iter().filter(|zip| Rc::ptr_eq(zip, &kept));
    assert_eq!((same.count(), brought.len()), (3, 4));
}

#[test]
fn they_are_found_again_when_nothing_ran_them_meanwhile() {
    let mut world = World::with_function();
    world.delete("/fn").expect_status(204);
    world.create("other").expect_status(201);
    let brought = brought(&world);
    assert_eq!(brought.len(), 2);
    assert!(Rc::ptr_eq(&brought[0], &brought[1]));
}

#[test]
fn files_go_with_the_last_version_that_runs_them() {
    let mut world = World::with_function();
    let name: FunctionName = "fn".parse().unwrap();
    let files = |world: &World| {
        let function = world.service.function(&name).unwrap();
        Rc::downgrade(&function.latest().configuration().code.files()["index.py"])
    };
    let first = files(&world);
    world.publish(&json!({})).expect_status(201);
    world.update_code("version 2").expect_status(200);
    assert!(first.upgrade().is_some());
    world.publish(&json!({})).expect_status(201);
    world.delete("/fn?Qualifier=1").expect_status(204);
    assert!(first.upgrade().is_none());
}

#[test]
fn what_was_refused_is_not_kept() {
    let mut world = World::with_function();
    let before = world.service.clone();
    let code = json!({ "ZipFile": zip("version 2"), "DryRun": true });
    world.put("/fn/code", &code).expect_status(200);
    let code = json!({ "ZipFile": zip("version 2"), "RevisionId": "stale" });
    world.put("/fn/code", &code).expect_status(412);
    assert_eq!(world.service, before);
}

#[test]
fn a_request_may_be_as_large_as_its_package_makes_it_and_no_larger() {
    let mut world = World::with_function();
    let zip = "A".repeat(70_167_211);
    world
        .put("/fn/code", &json!({ "ZipFile": zip }))
        .expect_error(
            413,
            "RequestEntityTooLargeException",
            "Request must be smaller than 70167211 bytes for the UpdateFunctionCode operation",
        );
}
