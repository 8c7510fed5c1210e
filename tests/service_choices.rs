//! What happens where the real service is not known: `lambda::choices`, one test for each that a caller can tell.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use std::fs;
use std::path::Path;

use lambda_playground::lambda::{CloudDelays, Invocation, Invoke, choices};
use serde_json::{Value, json};
use service::{ARN, World};

const NOT_FOUND: &str = "ResourceNotFoundException";
const INVALID: &str = "InvalidParameterValueException";

/// The alias `live`, for a version and one more with a weight.
fn alias(version: &str, additional: &str) -> Value {
    json!({
        "Name": "live",
        "FunctionVersion": version,
        "RoutingConfig": { "AdditionalVersionWeights": { additional: 0.5 } },
    })
}

#[test]
fn going_back_is_no_change() {
    let mut world = World::with_versions(1);
    world.update_code("other").expect_status(200);
    world.update_code("version 1").expect_status(200);
    assert_eq!(world.publish(&json!({})).text("Version"), "1");
}

#[test]
fn an_unchanged_latest_is_published_again_once_the_newest_version_is_deleted() {
    let mut world = World::with_versions(2);
    world.delete("/fn?Qualifier=2").expect_status(204);
    assert_eq!(world.publish(&json!({})).text("Version"), "3");
    assert_eq!(world.publish(&json!({})).text("Version"), "3");
}

#[test]
fn counting_goes_on_when_a_function_is_created_again() {
    let mut world = World::with_versions(2);
    world.delete("/fn").expect_status(204);
    world.create("fn").expect_status(201);
    assert_eq!(world.publish(&json!({})).text("Version"), "3");
}

#[test]
fn an_additional_version_is_not_deleted() {
    let mut world = World::with_versions(2);
    world.create_alias(&alias("1", "2")).expect_status(201);
    world.delete("/fn?Qualifier=2").expect_error(
        409,
        "ResourceConflictException",
        "Unable to delete version because the following aliases reference it: [live]",
    );
}

#[test]
fn wrong_versions_come_before_a_name_that_is_taken() {
    let mut world = World::with_versions(2);
    world.create_alias(&alias("1", "2")).expect_status(201);
    world.create_alias(&alias("1", "9")).expect_error(
        404,
        NOT_FOUND,
        &format!("Function not found: {ARN}:9"),
    );
}

#[test]
fn moving_an_alias_names_the_version_or_the_function_that_is_missing() {
    let mut world = World::with_versions(2);
    world.create_alias(&alias("1", "2")).expect_status(201);
    let missing = json!({ "FunctionVersion": "9" });
    world.update_alias("live", &missing).expect_error(
        404,
        NOT_FOUND,
        &format!("Function not found: {ARN}:9"),
    );
    world.put("/fnx/aliases/live", &missing).expect_error(
        404,
        NOT_FOUND,
        &format!("Function not found: {ARN}x"),
    );
}

#[test]
fn a_name_may_carry_latest_and_no_other_qualifier() {
    let mut world = World::with_versions(2);
    let refused = "Current operation does not support versions other than $LATEST. Please set the version \
                   to $LATEST or do not set a version in your request.";
    let request = alias("1", "2");
    for (method, path) in [
        ("POST", "/fn%3A1/versions"),
        ("POST", "/fn%3A1/aliases"),
        ("GET", "/fn%3Alive/aliases"),
        ("GET", "/fn%3Alive/aliases/live"),
        ("DELETE", "/fn%3Alive/aliases/live"),
    ] {
        let body = (method == "POST").then_some(&request);
        world
            .send(method, path, body)
            .expect_error(400, INVALID, refused);
    }
    world
        .post("/fn%3A$LATEST/aliases", &request)
        .expect_status(201);
}

#[test]
fn versions_with_different_dead_letter_queues_share_no_alias() {
    let mut world = World::with_versions(1);
    let queue =
        json!({ "DeadLetterConfig": { "TargetArn": "arn:aws:sqs:us-east-1:123456789012:dead" } });
    world.put("/fn/configuration", &queue).expect_status(200);
    world.publish(&json!({})).expect_status(201);
    world.create_alias(&alias("1", "2")).expect_error(
        400,
        INVALID,
        choices::DEAD_LETTER_TARGETS.answer.trim_end_matches('.'),
    );
}

#[test]
fn the_filter_of_a_list_of_aliases_looks_at_first_versions_alone() {
    let mut world = World::with_versions(2);
    world.create_alias(&alias("1", "2")).expect_status(201);
    let mut found = |version: u8| {
        let list = world.get(&format!("/fn/aliases?FunctionVersion={version}"));
        list.expect_status(200).body["Aliases"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!([found(1), found(2)], [1, 0]);
}

#[test]
fn the_log_tail_is_cut_at_a_byte_but_in_no_character() {
    let log = format!("{}é{}", "x".repeat(100), "y".repeat(4095));
    assert_eq!(Invocation::tail(&log), "y".repeat(4095));
    let last = "z".repeat(4093);
    assert_eq!(
        Invocation::tail(&format!("first line\n{last}")),
        format!("ne\n{last}")
    );
}

#[test]
fn a_missing_function_is_told_before_its_aliases() {
    let mut world = World::new();
    let missing = format!("Function not found: {ARN}");
    for (method, path) in [
        ("GET", "/fn/aliases/live"),
        ("GET", "/fn/aliases"),
        ("DELETE", "/fn/aliases/live"),
    ] {
        let answer = world.send(method, path, None);
        answer.expect_error(404, NOT_FOUND, &missing);
    }
}

#[test]
fn a_function_is_created_with_latest_in_its_name() {
    let mut world = World::new();
    let created = world.create("fn:$LATEST").expect_status(201);
    assert_eq!(created.text("FunctionArn"), ARN);
    assert_eq!(created.text("FunctionName"), "fn");
}

#[test]
fn a_qualifier_in_the_name_does_nothing_to_a_list_of_versions() {
    let mut world = World::with_versions(2);
    let all = world.get("/fn/versions").body;
    assert_eq!(all["Versions"].as_array().unwrap().len(), 3);
    for qualifier in ["1", "nothing", "$LATEST"] {
        let listed = world.get(&format!("/fn%3A{qualifier}/versions"));
        assert_eq!(listed.expect_status(200).body, all, "{qualifier}");
    }
}

#[test]
fn a_qualifier_that_can_name_nothing_deletes_nothing() {
    let mut world = World::with_versions(2);
    let all = world.get("/fn/versions").body;
    world.delete("/fn?Qualifier=$latest").expect_status(204);
    assert_eq!(world.get("/fn/versions").body, all);
    World::new().delete("/fn?Qualifier=$latest").expect_error(
        404,
        NOT_FOUND,
        &format!("Function not found: {ARN}"),
    );
}

#[test]
fn a_dry_run_is_throttled_as_a_call_is() {
    let mut world = World::with_function();
    let reserve = json!({ "ReservedConcurrentExecutions": 0 });
    world
        .put("/2017-10-31/functions/fn/concurrency", &reserve)
        .expect_status(200);
    let invoke = Invoke {
        function_name: "fn".into(),
        invocation_type: Some("DryRun".into()),
        ..Invoke::default()
    };
    let error = world.invoke_with(&invoke, 0.0).unwrap_err();
    assert_eq!(
        (error.status(), &*error.to_string()),
        (429, "Rate Exceeded.")
    );
}

#[test]
fn provisioned_environments_are_asked_for_while_they_are_in_progress() {
    let mut world = World::with_delays(CloudDelays::UntilSettled);
    world.create("fn").expect_status(201);
    world.settle();
    world.publish(&json!({})).expect_status(201);
    let config = "/2019-09-30/functions/fn/provisioned-concurrency?Qualifier=1";
    let put = json!({ "ProvisionedConcurrentExecutions": 2 });
    let state = world.put(config, &put).expect_status(202);
    assert_eq!(state.text("Status"), "IN_PROGRESS");
    let function = world.service.function(&"fn".parse().unwrap()).unwrap();
    let counts: Vec<u32> = function.provisions().map(|(_, count)| count).collect();
    assert_eq!(counts, [2]);
}

#[test]
fn every_choice_is_named_where_it_is_made() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let listed = fs::read_to_string(root.join("lambda/choices.rs")).unwrap();
    let mut sources = String::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                sources += &fs::read_to_string(path).unwrap();
            }
        }
    }
    let names: Vec<&str> = listed
        .lines()
        .filter_map(|line| {
            line.strip_prefix("pub const ")?
                .strip_suffix(": Choice = Choice {")
        })
        .collect();
    assert!(names.len() > 40, "{names:?}");
    for name in names {
        let reference = format!("choices::{name}");
        let is_named = sources.match_indices(&reference).any(|(at, _)| {
            let next = sources[at + reference.len()..].chars().next();
            next.is_none_or(|next| !next.is_ascii_uppercase() && next != '_')
        });
        assert!(is_named, "{name} is named nowhere");
        assert!(listed.matches(name).count() > 1, "{name} is not listed");
    }
}
