//! Publishing, and what is frozen by it.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use lambda_playground::lambda::CloudDelays;
use serde_json::{Value, json};
use service::{ARN, World, zip};

#[test]
fn a_version_is_active_at_once_and_has_an_arn_of_its_own() {
    let version = World::with_function()
        .publish(&json!({}))
        .expect_status(201);
    assert_eq!(version.text("Version"), "1");
    assert_eq!(version.text("FunctionArn"), format!("{ARN}:1"));
    assert_eq!(version.text("State"), "Active");
    assert_eq!(version.text("LastUpdateStatus"), "Successful");
}

#[test]
fn publishing_moves_the_revision_of_latest_and_nothing_moves_that_of_the_version() {
    let mut world = World::with_function();
    let before = world.get("/fn/configuration").text("RevisionId");
    let version = world.publish(&json!({}));
    assert_ne!(world.get("/fn/configuration").text("RevisionId"), before);
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }))
        .expect_status(201);
    world.update_code("new").expect_status(200);
    let read = world.get("/fn/configuration?Qualifier=1");
    assert_eq!(read.text("RevisionId"), version.text("RevisionId"));
    assert_eq!(read.text("CodeSha256"), version.text("CodeSha256"));
}

#[test]
fn a_version_has_its_own_description_or_that_of_latest() {
    let mut world = World::new();
    world.create_with("fn", &json!({ "Description": "latest text" }));
    assert_eq!(world.publish(&json!({})).text("Description"), "latest text");
    world.update_code("new");
    assert_eq!(
        world
            .publish(&json!({ "Description": "v2 text" }))
            .text("Description"),
        "v2 text"
    );
    assert_eq!(
        world.get("/fn/configuration").text("Description"),
        "latest text"
    );
}

#[test]
fn publishing_without_a_change_gives_the_version_there_is() {
    let mut world = World::with_function();
    let first = world.publish(&json!({ "Description": "first" }));
    let again = world
        .publish(&json!({ "Description": "second" }))
        .expect_status(201);
    assert_eq!(again.body, first.body);
}

#[test]
fn a_change_of_configuration_alone_makes_a_version() {
    let mut world = World::with_versions(1);
    world
        .put("/fn/configuration", &json!({ "Timeout": 10 }))
        .expect_status(200);
    assert_eq!(world.publish(&json!({})).text("Version"), "2");
}

#[test]
fn going_back_to_older_code_makes_a_version() {
    let mut world = World::with_versions(2);
    world.update_code("version 1").expect_status(200);
    assert_eq!(world.publish(&json!({})).text("Version"), "3");
}

#[test]
fn numbers_are_never_reused() {
    let mut world = World::with_versions(2);
    world.delete("/fn?Qualifier=2").expect_status(204);
    assert_eq!(world.publish(&json!({})).text("Version"), "3");
}

#[test]
fn publishing_can_insist_on_what_is_published() {
    let mut world = World::with_function();
    let current = world.get("/fn/configuration").text("CodeSha256");
    world.publish(&json!({ "CodeSha256": "other" })).expect_error(
        400,
        "InvalidParameterValueException",
        &format!(
            "CodeSHA256 (other) is different from current CodeSHA256 in $LATEST ({current}). Please try \
             again with the CodeSHA256 in $LATEST."
        ),
    );
    world.publish(&json!({ "RevisionId": "wrong" })).expect_error(
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias \
         API to retrieve the latest Revision Id",
    );
    world
        .publish(&json!({ "CodeSha256": current }))
        .expect_status(201);
}

#[test]
fn deploying_with_publish_answers_the_new_version_under_its_own_arn() {
    let mut world = World::with_function();
    let body = json!({ "ZipFile": zip("new"), "Publish": true });
    let answer = world.put("/fn/code", &body).expect_status(200);
    assert_eq!(answer.text("Version"), "1");
    assert_eq!(answer.text("FunctionArn"), format!("{ARN}:1"));
    assert_eq!(answer.text("State"), "Pending");
    assert!(!answer.has("LastUpdateStatus"));
    assert_eq!(
        world.get("/fn/configuration?Qualifier=1").text("State"),
        "Active"
    );
}

#[test]
fn until_settled_the_new_version_is_pending_and_nothing_else_can_be_changed_or_published() {
    let mut world = World::with_delays(CloudDelays::UntilSettled);
    let refused = |world: &mut World, why: &str| {
        let message = format!("The operation cannot be performed at this time. {why}");
        for (method, path, body) in [
            ("PUT", "/fn/code", json!({ "ZipFile": zip("newer") })),
            ("PUT", "/fn/configuration", json!({ "Timeout": 9 })),
            ("POST", "/fn/versions", json!({})),
        ] {
            world.send(method, path, Some(&body)).expect_error(
                409,
                "ResourceConflictException",
                &message,
            );
        }
    };
    world.create("fn").expect_status(201);
    refused(
        &mut world,
        "The function is currently in the following state: Pending",
    );
    world.settle();

    let deploy = json!({ "ZipFile": zip("new"), "Publish": true });
    let version = world.put("/fn/code", &deploy).expect_status(200);
    refused(
        &mut world,
        &format!("An update is in progress for resource: {ARN}"),
    );
    let latest = world.get("/fn/configuration");
    assert_eq!(latest.text("State"), "Active");
    assert_eq!(latest.text("LastUpdateStatus"), "InProgress");
    assert_eq!(
        world.get("/fn/configuration?Qualifier=1").body,
        version.body
    );

    world.settle();
    let settled = world.get("/fn/configuration?Qualifier=1");
    assert_eq!(settled.text("State"), "Active");
    assert_eq!(settled.text("RevisionId"), version.text("RevisionId"));
}

#[test]
fn only_latest_can_be_changed() {
    let mut world = World::with_versions(1);
    let body = json!({ "ZipFile": zip("new") });
    world.put("/fn%3A1/code", &body).expect_error(
        400,
        "InvalidParameterValueException",
        "Current operation does not support versions other than $LATEST. Please set the version to \
         $LATEST or do not set a version in your request.",
    );
    world.put("/fn%3A%24LATEST/code", &body).expect_status(200);
}

#[test]
fn versions_are_listed_by_number_after_latest() {
    let mut world = World::with_versions(11);
    let answer = world.get("/fn/versions").expect_status(200);
    let versions: Vec<&str> = answer.body["Versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| version["Version"].as_str().unwrap())
        .collect();
    assert_eq!(
        versions,
        [
            "$LATEST", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"
        ]
    );
    let latest = &answer.body["Versions"][0];
    assert_eq!(latest["FunctionArn"], format!("{ARN}:$LATEST"));
    for left_out in ["State", "LastUpdateStatus", "RuntimeVersionConfig"] {
        assert_eq!(latest.get(left_out), None::<&Value>);
    }
    let page = world.get("/fn/versions?MaxItems=2");
    assert_eq!(page.text("NextMarker"), "2");
    let page = world.get("/fn/versions?MaxItems=2&Marker=10");
    assert_eq!(page.body["Versions"][0]["Version"], "10");
    assert!(!page.has("NextMarker"));
}

#[test]
fn a_version_that_an_alias_uses_stays() {
    let mut world = World::with_versions(3);
    let alias = |name: &str, weights: Value| json!({ "Name": name, "FunctionVersion": "1", "RoutingConfig": { "AdditionalVersionWeights": weights } });
    world
        .create_alias(&alias("live", json!({ "2": 0.1 })))
        .expect_status(201);
    world
        .create_alias(&alias("beta", json!({})))
        .expect_status(201);
    let mut refused = |version: &str, aliases: &str| {
        world.delete(&format!("/fn?Qualifier={version}")).expect_error(
            409,
            "ResourceConflictException",
            &format!("Unable to delete version because the following aliases reference it: [{aliases}]"),
        );
    };
    refused("1", "beta, live");
    refused("2", "live");
    world.delete("/fn?Qualifier=3").expect_status(204);
    world.delete("/fn?Qualifier=3").expect_status(204);
    world.delete("/fn/aliases/live").expect_status(204);
    world.delete("/fn?Qualifier=2").expect_status(204);
}
