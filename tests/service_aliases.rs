//! Aliases, their weights and their errors.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use serde_json::{Value, json};
use service::{ARN, World};

fn alias(version: &str, weights: &Value) -> Value {
    json!({
        "Name": "live",
        "FunctionVersion": version,
        "RoutingConfig": { "AdditionalVersionWeights": weights },
    })
}

fn weights(weights: &Value) -> Value {
    json!({ "RoutingConfig": { "AdditionalVersionWeights": weights } })
}

/// A world with two versions and the alias `live`, which gives version 2 a fifth.
fn canary() -> World {
    let mut world = World::with_versions(2);
    world
        .create_alias(&alias("1", &json!({ "2": 0.2 })))
        .expect_status(201);
    world
}

#[track_caller]
fn refused(version: &str, weights: &Value, message: &str) {
    World::with_versions(2)
        .create_alias(&alias(version, weights))
        .expect_error(400, "InvalidParameterValueException", message);
}

#[test]
fn an_alias_without_weights_has_no_routing_config() {
    let mut world = World::with_versions(1);
    let answer = world
        .create_alias(&alias("1", &json!({})))
        .expect_status(201);
    assert_eq!(answer.text("AliasArn"), format!("{ARN}:live"));
    assert_eq!(answer.text("FunctionVersion"), "1");
    assert_eq!(answer.text("Description"), "");
    assert!(!answer.has("RoutingConfig"));
}

#[test]
fn weights_come_back_as_they_were_sent_and_cover_both_ends() {
    for weight in [0.0, 0.2, 0.5, 1.0] {
        let mut world = World::with_versions(2);
        let answer = world
            .create_alias(&alias("1", &json!({ "2": weight })))
            .expect_status(201);
        assert_eq!(
            answer.body["RoutingConfig"],
            json!({ "AdditionalVersionWeights": { "2": weight } })
        );
    }
}

#[test]
fn malformed_weights_are_echoed_as_the_service_prints_a_map() {
    let check = |weights: Value, shown: &str, rule: &str| {
        World::with_versions(2)
            .create_alias(&alias("1", &weights))
            .expect_error(
                400,
                "ValidationException",
                &format!(
                    "1 validation error detected: Value '{shown}' at \
                 'routingConfig.additionalVersionWeights' failed to satisfy constraint: {rule}"
                ),
            );
    };
    let values = "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, \
                  Member must have value greater than or equal to 0.0, Member must not be null]";
    check(json!({ "2": 2 }), "{2=2.0}", values);
    check(json!({ "2": -1 }), "{2=-1.0}", values);
    check(json!({ "2": null }), "{2=null}", values);
    check(
        json!({ "$LATEST": 0.5 }),
        "{$LATEST=0.5}",
        "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member \
         must have length greater than or equal to 1, Member must satisfy regular expression pattern: \
         [0-9]+]",
    );
}

#[test]
fn impossible_pairs_are_refused_in_the_services_words() {
    refused(
        "1",
        &json!({ "1": 0.8, "2": 0.2 }),
        "Number of items in AdditionalVersionWeights cannot be greater than 1",
    );
    refused(
        "1",
        &json!({ "1": 0.5 }),
        "Invalid function version 1. Function version 1 is already included in routing configuration.",
    );
    refused(
        "$LATEST",
        &json!({ "1": 0.5 }),
        "$LATEST is not supported for an alias pointing to more than 1 version",
    );
}

#[test]
fn the_error_about_latest_with_weights_carries_no_type() {
    let answer = World::with_versions(2).create_alias(&alias("$LATEST", &json!({ "1": 0.5 })));
    assert!(!answer.has("Type"));
}

#[test]
fn both_versions_must_exist() {
    let mut world = World::with_versions(2);
    for body in [alias("10", &json!({})), alias("1", &json!({ "10": 0.5 }))] {
        world.create_alias(&body).expect_error(
            404,
            "ResourceNotFoundException",
            &format!("Function not found: {ARN}:10"),
        );
    }
    world
        .post("/fnx/aliases", &alias("1", &json!({})))
        .expect_error(
            404,
            "ResourceNotFoundException",
            &format!("Function not found: {ARN}x:1"),
        );
}

#[test]
fn both_versions_must_have_the_same_role() {
    let mut world = World::with_versions(1);
    let other = json!({ "Role": "arn:aws:iam::123456789012:role/exec-b" });
    world.put("/fn/configuration", &other).expect_status(200);
    world.publish(&json!({})).expect_status(201);
    world
        .create_alias(&alias("1", &json!({ "2": 0.1 })))
        .expect_error(
            400,
            "InvalidParameterValueException",
            "Specified versions must be associated with the same execution role",
        );
}

#[test]
fn names_are_checked_and_taken_once() {
    let mut world = World::with_versions(1);
    world.create_alias(&json!({ "Name": "2024", "FunctionVersion": "1" })).expect_error(
        400,
        "ValidationException",
        "1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member must \
         satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
    );
    world
        .create_alias(&alias("1", &json!({})))
        .expect_status(201);
    world.create_alias(&alias("1", &json!({}))).expect_error(
        409,
        "ResourceConflictException",
        &format!("Alias already exists: {ARN}:live"),
    );
}

#[test]
fn each_operation_has_its_own_sentence_for_a_missing_alias() {
    let mut world = World::with_versions(1);
    let not_found = "ResourceNotFoundException";
    world.get("/fn/aliases/x").expect_error(
        404,
        not_found,
        &format!("Cannot find alias arn: {ARN}:x"),
    );
    world.update_alias("x", &json!({})).expect_error(
        404,
        not_found,
        &format!("Alias not found: {ARN}:x"),
    );
    world.get("/fn?Qualifier=x").expect_error(
        404,
        not_found,
        &format!("Function not found: {ARN}:x"),
    );
    world.delete("/fn/aliases/x").expect_status(204);
}

#[test]
fn what_an_update_leaves_out_is_kept_and_the_revision_moves() {
    let mut world = canary();
    let before = world.get("/fn/aliases/live");
    let answer = world.update_alias("live", &json!({})).expect_status(200);
    assert_eq!(answer.body["RoutingConfig"], before.body["RoutingConfig"]);
    assert_ne!(answer.text("RevisionId"), before.text("RevisionId"));
}

#[test]
fn promoting_needs_version_and_weights_in_one_request() {
    let mut world = canary();
    world.update_alias("live", &json!({ "FunctionVersion": "2" })).expect_error(
        400,
        "InvalidParameterValueException",
        "Invalid function version 2. Function version 2 is already included in routing configuration.",
    );
    let mut promotion = weights(&json!({}));
    promotion["FunctionVersion"] = "2".into();
    let answer = world.update_alias("live", &promotion).expect_status(200);
    assert_eq!(answer.text("FunctionVersion"), "2");
    assert!(!answer.has("RoutingConfig"));
}

#[test]
fn an_empty_routing_config_takes_the_weights_away() {
    for body in [weights(&json!({})), json!({ "RoutingConfig": {} })] {
        let answer = canary().update_alias("live", &body).expect_status(200);
        assert!(!answer.has("RoutingConfig"), "{body}");
    }
}

#[test]
fn a_kept_weight_cannot_end_up_on_latest() {
    canary()
        .update_alias("live", &json!({ "FunctionVersion": "$LATEST" }))
        .expect_error(
            400,
            "InvalidParameterValueException",
            "$LATEST is not supported for an alias pointing to more than 1 version",
        );
}

#[test]
fn two_people_editing_are_told_apart_by_the_revision() {
    let mut world = canary();
    let revision = world.get("/fn/aliases/live").text("RevisionId");
    let edit = json!({ "Description": "mine", "RevisionId": revision });
    world.update_alias("live", &edit).expect_status(200);
    world.update_alias("live", &edit).expect_error(
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias \
         API to retrieve the latest Revision Id",
    );
}

#[test]
fn aliases_are_listed_by_name_and_filtered_by_their_primary_version() {
    let mut world = World::with_versions(2);
    for (name, version) in [("b", "2"), ("a2", "1"), ("a1", "1")] {
        world
            .create_alias(&json!({ "Name": name, "FunctionVersion": version }))
            .expect_status(201);
    }
    let mut names = |path: &str| -> Vec<String> {
        let answer = world.get(path).expect_status(200);
        let aliases = answer.body["Aliases"].as_array().unwrap();
        let name = |alias: &Value| alias["Name"].as_str().unwrap().to_owned();
        aliases.iter().map(name).collect()
    };
    assert_eq!(names("/fn/aliases"), ["a1", "a2", "b"]);
    assert_eq!(names("/fn/aliases?FunctionVersion=1"), ["a1", "a2"]);
    assert_eq!(names("/fn/aliases?MaxItems=1&Marker=a2"), ["a2"]);
}

#[test]
fn members_that_an_alias_must_have_are_told_as_missing() {
    let mut world = World::with_versions(1);
    let null = |member: &str| {
        format!("Value null at '{member}' failed to satisfy constraint: Member must not be null")
    };
    let mut check = |body: Value, message: String| {
        world
            .create_alias(&body)
            .expect_error(400, "ValidationException", &message);
    };
    check(
        json!({ "Name": "live" }),
        format!("1 validation error detected: {}", null("functionVersion")),
    );
    check(
        json!({ "Name": null, "FunctionVersion": "1" }),
        format!("1 validation error detected: {}", null("name")),
    );
    check(
        json!({}),
        format!(
            "2 validation errors detected: {}; {}",
            null("name"),
            null("functionVersion")
        ),
    );
}
