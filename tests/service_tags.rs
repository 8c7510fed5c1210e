//! Tags of functions, and what the account uses.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use serde_json::{Value, json};
use service::{ARN, Answer, World};

const NOT_FOUND: &str = "ResourceNotFoundException";
const INVALID: &str = "InvalidParameterValueException";

/// The path of an ARN's tags, encoded as the SDK encodes it.
fn path(arn: &str) -> String {
    let encoded = arn.replace(':', "%3A").replace('$', "%24");
    format!("/2017-03-31/tags/{encoded}")
}

fn tag(world: &mut World, arn: &str, tags: &Value) -> Answer {
    world.post(&path(arn), &json!({ "Tags": tags }))
}

fn untag(world: &mut World, query: &str) -> Answer {
    world.delete(&format!("{}?{query}", path(ARN)))
}

fn tags(world: &mut World) -> Value {
    let answer = world.get(&path(ARN)).expect_status(200);
    answer.body["Tags"].clone()
}

/// So many tags, each with another key.
fn many(count: usize) -> Value {
    (0..count)
        .map(|number| (format!("{number}_key"), json!(format!("{number}_value"))))
        .collect()
}

#[test]
fn tags_are_added_overwritten_and_taken_away() {
    let mut world = World::with_function();
    assert_eq!(tags(&mut world), json!({}));
    tag(&mut world, ARN, &json!({ "A": "a", "C": "c" })).expect_status(204);
    tag(&mut world, ARN, &json!({ "B": "b", "C": "new" })).expect_status(204);
    assert_eq!(tags(&mut world), json!({ "A": "a", "B": "b", "C": "new" }));
    untag(&mut world, "tagKeys=A&tagKeys=C").expect_status(204);
    assert_eq!(tags(&mut world), json!({ "B": "b" }));
    untag(&mut world, "tagKeys=A").expect_status(204);
    untag(&mut world, "tagKeys=A&tagKeys=B").expect_status(204);
    assert_eq!(tags(&mut world), json!({}));
}

#[test]
fn a_function_can_be_created_with_tags_and_shows_them_only_if_it_has_some() {
    let mut world = World::new();
    let created = world
        .create_with("fn", &json!({ "Tags": { "team": "a" } }))
        .expect_status(201);
    assert!(!created.has("Tags"));
    assert_eq!(world.get("/fn").body["Tags"], json!({ "team": "a" }));
    untag(&mut world, "tagKeys=team").expect_status(204);
    assert!(!world.get("/fn").has("Tags"));
}

#[test]
fn tagging_is_no_change_to_the_function() {
    let mut world = World::with_versions(1);
    let mut before = world.get("/fn/configuration").body;
    tag(&mut world, ARN, &json!({ "a": "b" })).expect_status(204);
    let after = world.get("/fn/configuration").body;
    before["RevisionId"] = after["RevisionId"].clone();
    assert_eq!(after, before);
    assert_eq!(world.publish(&json!({})).text("Version"), "1");
}

#[test]
fn each_change_of_tags_gives_latest_a_revision_and_leaves_those_of_versions() {
    let mut world = World::with_versions(1);
    let revision = |world: &mut World, path| world.get(path).text("RevisionId");
    let version = revision(&mut world, "/fn/configuration?Qualifier=1");
    let mut before = revision(&mut world, "/fn/configuration");
    for change in 0..4 {
        let changed = match change {
            0 => tag(&mut world, ARN, &json!({ "a": "b", "c": "d" })),
            1 => tag(&mut world, ARN, &json!({ "a": "e" })),
            2 => untag(&mut world, "tagKeys=a"),
            _ => untag(&mut world, "tagKeys=none"),
        };
        changed.expect_status(204);
        let after = revision(&mut world, "/fn/configuration");
        assert_ne!(after, before, "{change}");
        before = after;
    }
    tag(&mut world, ARN, &json!({})).expect_status(400);
    assert_eq!(revision(&mut world, "/fn/configuration"), before);
    let path = "/fn/configuration?Qualifier=1";
    assert_eq!(revision(&mut world, path), version);
}

#[test]
fn only_functions_have_tags() {
    let mut world = World::with_versions(1);
    let mut refused = |arn: &str| {
        tag(&mut world, arn, &json!({ "a": "b" })).expect_error(
            400,
            INVALID,
            "Tags on function aliases and versions are not supported. Please specify a function ARN.",
        );
    };
    for qualifier in ["$LATEST", "1", "live"] {
        refused(&format!("{ARN}:{qualifier}"));
    }
    // This is said before anything is looked for.
    refused(&format!("{ARN}nobody:1"));
}

#[test]
fn what_is_tagged_must_be_there() {
    let mut world = World::new();
    let missing = format!("Function not found: {ARN}");
    tag(&mut world, ARN, &json!({ "a": "b" })).expect_error(404, NOT_FOUND, &missing);
    untag(&mut world, "tagKeys=a").expect_error(404, NOT_FOUND, &missing);
    world.get(&path(ARN)).expect_error(404, NOT_FOUND, &missing);
    world
        .get(&path(&ARN.replace("us-east-1", "eu-central-1")))
        .expect_error(
            404,
            NOT_FOUND,
            "Functions from 'eu-central-1' are not reachable in this region ('us-east-1')",
        );
    let signing = "arn:aws:lambda:us-east-1:123456789012:code-signing-config:csc-0123456789abcdefg";
    world.get(&path(signing)).expect_error(
        404,
        NOT_FOUND,
        "The resource you requested does not exist.",
    );
}

#[test]
fn a_name_is_not_enough() {
    let mut world = World::with_function();
    let answer = world.get(&path("arn:aws:something"));
    assert_eq!(answer.code.as_deref(), Some("ValidationException"));
    let message = answer.text("message");
    let start = "1 validation error detected: Value 'arn:aws:something' at 'resource' failed to \
                 satisfy constraint: Member must satisfy regular expression pattern: arn:(aws";
    assert!(message.starts_with(start), "{message}");
    assert_eq!(world.get(&path("fn")).status, 400);
}

#[test]
fn a_function_has_at_most_50_tags() {
    let exceeded = "Number of tags exceeds resource tag limit.";
    let mut world = World::new();
    world
        .create_with("fn", &json!({ "Tags": many(51) }))
        .expect_error(400, INVALID, exceeded);
    world
        .create_with("fn", &json!({ "Tags": many(50) }))
        .expect_status(201);
    tag(&mut world, ARN, &json!({ "0_key": "other" })).expect_status(204);
    tag(&mut world, ARN, &json!({ "more": "" })).expect_error(400, INVALID, exceeded);
}

#[test]
fn a_request_must_name_tags() {
    let mut world = World::with_function();
    let null = |member: &str| {
        format!(
            "1 validation error detected: Value null at '{member}' failed to satisfy constraint: \
             Member must not be null"
        )
    };
    tag(&mut world, ARN, &json!({})).expect_error(
        400,
        INVALID,
        "An error occurred and the request cannot be processed.",
    );
    world
        .post(&path(ARN), &json!({}))
        .expect_error(400, "ValidationException", &null("tags"));
    untag(&mut world, "").expect_error(400, "ValidationException", &null("tagKeys"));
}

#[test]
fn keys_that_begin_with_aws_are_reserved() {
    let mut world = World::with_function();
    let refused = "An error occurred and the request cannot be processed.";
    tag(&mut world, ARN, &json!({ "aws:a": "b" })).expect_error(400, INVALID, refused);
    tag(&mut world, ARN, &json!({ "aws": "b" })).expect_status(204);
}

#[test]
fn keys_and_values_have_a_length_and_an_alphabet() {
    let mut world = World::with_function();
    let fine = json!({ "größe_2 @home": "1 + 1 = 2", "k".repeat(128): "v".repeat(256) });
    tag(&mut world, ARN, &fine).expect_status(204);

    let pattern = r"Member must satisfy regular expression pattern: ([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";
    let keys = format!(
        "Member must have length less than or equal to 128, Member must have length greater than or \
         equal to 1, {pattern}"
    );
    tag(&mut world, ARN, &json!({ "a!": "b" })).expect_error(
        400,
        "ValidationException",
        &format!(
            "1 validation error detected: Value '{{a!=b}}' at 'tags' failed to satisfy constraint: Map \
             keys must satisfy constraint: [{keys}]"
        ),
    );
    untag(&mut world, "tagKeys=a&tagKeys=%21").expect_error(
        400,
        "ValidationException",
        &format!(
            "1 validation error detected: Value '[a, !]' at 'tagKeys' failed to satisfy constraint: \
             Member must satisfy constraint: [{keys}, Member must not be null]"
        ),
    );
    for tags in [
        json!({ "a": "v".repeat(257) }),
        json!({ "a": "*" }),
        json!({ "a": "\n" }),
    ] {
        let answer = tag(&mut world, ARN, &tags);
        assert_eq!(answer.code.as_deref(), Some("ValidationException"));
        let rule = format!(
            "Map value must satisfy constraint: [Member must have length less than or equal to 256, \
             Member must have length greater than or equal to 0, {pattern}, Member must not be null]"
        );
        assert!(answer.text("message").ends_with(&rule), "{answer:?}");
    }
}

#[test]
fn the_account_has_lambdas_limits_and_counts_each_version() {
    let settings = |world: &mut World| {
        world
            .get("/2016-08-19/account-settings/")
            .expect_status(200)
            .body
    };
    let mut world = World::new();
    assert_eq!(
        settings(&mut world),
        json!({
            "AccountLimit": {
                "TotalCodeSize": 80_530_636_800_u64,
                "CodeSizeUnzipped": 262_144_000,
                "CodeSizeZipped": 52_428_800,
                "ConcurrentExecutions": 1000,
                "UnreservedConcurrentExecutions": 1000,
            },
            "AccountUsage": { "TotalCodeSize": 0, "FunctionCount": 0 },
        })
    );

    let size = world.create("fn").body["CodeSize"].as_u64().unwrap();
    world.create("other").expect_status(201);
    world.publish(&json!({})).expect_status(201);
    world
        .put(
            "/2017-10-31/functions/fn/concurrency",
            &json!({ "ReservedConcurrentExecutions": 300 }),
        )
        .expect_status(200);
    let used = settings(&mut world);
    assert_eq!(
        used["AccountUsage"],
        json!({ "TotalCodeSize": 3 * size, "FunctionCount": 2 })
    );
    assert_eq!(used["AccountLimit"]["UnreservedConcurrentExecutions"], 700);
}
