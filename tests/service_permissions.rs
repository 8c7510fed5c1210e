//! Resource policies: permissions on a function, on a version and on an alias.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use serde_json::{Value, json};
use service::{ARN, Answer, World, merge};

const NOT_FOUND: &str = "ResourceNotFoundException";
const INVALID: &str = "InvalidParameterValueException";

/// A world with version 1 and the alias `live`.
fn world() -> World {
    let mut world = World::with_versions(1);
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }))
        .expect_status(201);
    world
}

/// Adds the permission `s3`, with more members, or other ones, than usual.
fn add(world: &mut World, query: &str, members: &Value) -> Answer {
    let mut body = json!({
        "StatementId": "s3",
        "Action": "lambda:InvokeFunction",
        "Principal": "s3.amazonaws.com",
    });
    merge(&mut body, members);
    world.post(&format!("/fn/policy{query}"), &body)
}

/// The ids of the statements in a policy.
fn ids(world: &mut World, query: &str) -> Vec<Value> {
    let answer = world.get(&format!("/fn/policy{query}")).expect_status(200);
    let policy = answer.document("Policy");
    let statements = policy["Statement"].as_array().into_iter().flatten();
    statements
        .map(|statement| statement["Sid"].clone())
        .collect()
}

fn revision(world: &mut World, path: &str) -> String {
    world.get(path).expect_status(200).text("RevisionId")
}

#[track_caller]
fn refused(query: &str, members: &Value, status: u16, code: &str, message: &str) {
    add(&mut world(), query, members).expect_error(status, code, message);
}

#[test]
fn a_permission_is_written_as_iam_writes_it() {
    let mut world = world();
    let added = add(
        &mut world,
        "",
        &json!({ "SourceArn": "arn:aws:s3:::bucket" }),
    )
    .expect_status(201);
    let statement = format!(
        "{{\"Sid\":\"s3\",\"Effect\":\"Allow\",\"Principal\":{{\"Service\":\"s3.amazonaws.com\"}},\
         \"Action\":\"lambda:InvokeFunction\",\"Resource\":\"{ARN}\",\
         \"Condition\":{{\"ArnLike\":{{\"AWS:SourceArn\":\"arn:aws:s3:::bucket\"}}}}}}"
    );
    assert_eq!(added.text("Statement"), statement);
    assert_eq!(
        world.get("/fn/policy").expect_status(200).text("Policy"),
        format!("{{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{statement}]}}")
    );
}

#[test]
fn each_kind_of_principal_has_its_own_form() {
    for (principal, expect) in [
        ("*", json!("*")),
        (
            "sns.amazonaws.com",
            json!({ "Service": "sns.amazonaws.com" }),
        ),
        (
            "111122223333",
            json!({ "AWS": "arn:aws:iam::111122223333:root" }),
        ),
        (
            "arn:aws:iam::111122223333:user/a",
            json!({ "AWS": "arn:aws:iam::111122223333:user/a" }),
        ),
    ] {
        let members = json!({ "Principal": principal });
        let added = add(&mut world(), "", &members).expect_status(201);
        assert_eq!(added.document("Statement")["Principal"], expect);
    }
}

#[test]
fn conditions_are_grouped_by_operator_and_absent_without_any() {
    let members = json!({
        "SourceArn": "arn:aws:s3:::bucket",
        "SourceAccount": "111122223333",
        "EventSourceToken": "token",
        "PrincipalOrgID": "o-0123456789",
        "FunctionUrlAuthType": "AWS_IAM",
        "InvokedViaFunctionUrl": true,
    });
    let added = add(&mut world(), "", &members).expect_status(201);
    assert_eq!(
        added.document("Statement")["Condition"],
        json!({
            "ArnLike": { "AWS:SourceArn": "arn:aws:s3:::bucket" },
            "Bool": { "lambda:InvokedViaFunctionUrl": "true" },
            "StringEquals": {
                "AWS:SourceAccount": "111122223333",
                "aws:PrincipalOrgID": "o-0123456789",
                "lambda:EventSourceToken": "token",
                "lambda:FunctionUrlAuthType": "AWS_IAM",
            },
        })
    );
    let plain = add(&mut world(), "", &json!({})).expect_status(201);
    assert_eq!(plain.document("Statement").get("Condition"), None);
}

#[test]
fn function_version_and_alias_have_policies_of_their_own() {
    let mut world = world();
    for (query, resource) in [
        ("", ARN.to_owned()),
        ("?Qualifier=1", format!("{ARN}:1")),
        ("?Qualifier=live", format!("{ARN}:live")),
    ] {
        world.get(&format!("/fn/policy{query}")).expect_error(
            404,
            NOT_FOUND,
            "The resource you requested does not exist.",
        );
        let added = add(&mut world, query, &json!({})).expect_status(201);
        assert_eq!(added.document("Statement")["Resource"], json!(resource));
        assert_eq!(ids(&mut world, query), ["s3"]);
    }
    // A qualifier in the name is the same scope.
    assert_eq!(ids(&mut world, "?Qualifier=live"), ["s3"]);
    world.get("/fn:live/policy").expect_status(200);
}

#[test]
fn a_new_version_inherits_nothing_and_permissions_are_no_change() {
    let mut world = World::with_versions(1);
    let before = revision(&mut world, "/fn/configuration");
    add(&mut world, "", &json!({})).expect_status(201);
    assert_eq!(revision(&mut world, "/fn/configuration"), before);
    assert_eq!(world.publish(&json!({})).text("Version"), "1");
    world.update_code("new").expect_status(200);
    assert_eq!(world.publish(&json!({})).text("Version"), "2");
    world.get("/fn/policy?Qualifier=2").expect_error(
        404,
        NOT_FOUND,
        "The resource you requested does not exist.",
    );
}

#[test]
fn permissions_are_taken_back_one_by_one() {
    let mut world = world();
    for id in ["a", "b", "c"] {
        add(&mut world, "?Qualifier=live", &json!({ "StatementId": id })).expect_status(201);
    }
    world
        .delete("/fn/policy/b?Qualifier=live")
        .expect_status(204);
    assert_eq!(ids(&mut world, "?Qualifier=live"), ["a", "c"]);
    for id in ["a", "c"] {
        world
            .delete(&format!("/fn:live/policy/{id}"))
            .expect_status(204);
    }
    world.get("/fn/policy?Qualifier=live").expect_error(
        404,
        NOT_FOUND,
        "The resource you requested does not exist.",
    );
}

#[test]
fn the_qualifier_is_judged_before_anything_is_looked_for() {
    let latest = "We currently do not support adding policies for $LATEST.";
    refused("?Qualifier=%24LATEST", &json!({}), 400, INVALID, latest);
    let missing = json!({
        "StatementId": "s3", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com",
    });
    world()
        .post("/nobody:$LATEST/policy", &missing)
        .expect_error(400, INVALID, latest);
    world()
        .post("/fn:1/policy?Qualifier=2", &missing)
        .expect_error(
            400,
            INVALID,
            "The derived qualifier from the function name does not match the specified qualifier.",
        );
}

#[test]
fn a_permission_needs_something_to_hang_on() {
    let missing = |query: &str, message: String| {
        refused(query, &json!({}), 404, NOT_FOUND, &message);
    };
    missing("?Qualifier=42", format!("Function not found: {ARN}:42"));
    missing("?Qualifier=x", format!("Cannot find alias arn: {ARN}:x"));
    missing(
        "?Qualifier=valid-with-%24-but-doesnotexist",
        format!("Function not found: {ARN}:valid-with-$-but-doesnotexist"),
    );
    World::new()
        .post(
            "/fn/policy?Qualifier=live",
            &json!({ "StatementId": "s3", "Action": "*", "Principal": "*" }),
        )
        .expect_error(404, NOT_FOUND, &format!("Function not found: {ARN}"));
}

#[test]
fn malformed_members_are_refused_together() {
    refused(
        "",
        &json!({ "StatementId": "example.com" }),
        400,
        "ValidationException",
        "1 validation error detected: Value 'example.com' at 'statementId' failed to satisfy \
         constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)",
    );
    refused(
        "",
        &json!({ "Action": "s3:GetObject", "FunctionUrlAuthType": "SOME" }),
        400,
        "ValidationException",
        "2 validation errors detected: Value 's3:GetObject' at 'action' failed to satisfy \
         constraint: Member must satisfy regular expression pattern: \
         (lambda:[*]|lambda:[a-zA-Z]+|[*]); Value 'SOME' at 'functionUrlAuthType' failed to satisfy \
         constraint: Member must satisfy enum value set: [NONE, AWS_IAM]",
    );
    world()
        .post("/fn/policy", &json!({ "Action": "*", "Principal": "*" }))
        .expect_error(
            400,
            "ValidationException",
            "1 validation error detected: Value null at 'statementId' failed to satisfy constraint: \
             Member must not be null",
        );
}

#[test]
fn an_unknown_principal_is_refused() {
    refused(
        "",
        &json!({ "Principal": "invalid.nonaws.com" }),
        400,
        INVALID,
        "The provided principal was invalid. Please check the principal and try again.",
    );
}

#[test]
fn a_statement_id_is_taken_once_in_a_policy() {
    let mut world = world();
    add(&mut world, "", &json!({})).expect_status(201);
    add(&mut world, "", &json!({})).expect_error(
        409,
        "ResourceConflictException",
        "The statement id (s3) provided already exists. Please provide a new statement id, or remove \
         the existing statement.",
    );
    add(&mut world, "?Qualifier=1", &json!({})).expect_status(201);
}

#[test]
fn a_taken_statement_id_is_noticed_before_a_wrong_principal() {
    let mut world = world();
    add(&mut world, "", &json!({})).expect_status(201);
    let answer = add(&mut world, "", &json!({ "Principal": "nobody" }));
    assert_eq!(answer.code.as_deref(), Some("ResourceConflictException"));
}

#[test]
fn what_cannot_be_taken_back_is_named() {
    let mut world = world();
    let mut refused = |path: &str, message: &str| {
        world.delete(path).expect_error(404, NOT_FOUND, message);
    };
    refused(
        "/nobody/policy/s3",
        "No policy found for: arn:aws:lambda:us-east-1:123456789012:function:nobody",
    );
    refused(
        "/fn/policy/s3",
        "No policy is associated with the given resource.",
    );
    refused(
        "/fn/policy/s3?Qualifier=x",
        &format!("Cannot find alias arn: {ARN}:x"),
    );
    refused(
        "/fn/policy/s3?Qualifier=42",
        &format!("Function not found: {ARN}:42"),
    );
    add(&mut world, "", &json!({})).expect_status(201);
    world.delete("/fn/policy/x").expect_error(
        404,
        NOT_FOUND,
        "Statement x is not found in resource policy.",
    );
}

#[test]
fn reading_a_policy_tells_a_missing_function_from_a_missing_policy() {
    let mut world = world();
    world.get("/nobody/policy").expect_error(
        404,
        NOT_FOUND,
        "Function not found: arn:aws:lambda:us-east-1:123456789012:function:nobody",
    );
    for query in ["", "?Qualifier=42", "?Qualifier=x", "?Qualifier=%24LATEST"] {
        world.get(&format!("/fn/policy{query}")).expect_error(
            404,
            NOT_FOUND,
            "The resource you requested does not exist.",
        );
    }
}

#[test]
fn two_people_editing_a_policy_are_told_apart_by_its_revision() {
    let stale = "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API \
                 to retrieve the latest Revision Id";
    let stale = |answer: &Answer| answer.expect_error(412, "PreconditionFailedException", stale);
    let mut world = world();
    let live = "?Qualifier=live";
    let with = |id: &str, revision: &str| json!({ "StatementId": id, "RevisionId": revision });

    stale(&add(&mut world, live, &with("a", "wrong")));
    add(&mut world, live, &json!({ "StatementId": "a" })).expect_status(201);
    let first = revision(&mut world, "/fn/policy?Qualifier=live");
    let alias = revision(&mut world, "/fn/aliases/live");
    stale(&add(&mut world, live, &with("b", &alias)));
    add(&mut world, live, &with("b", &first)).expect_status(201);
    let second = revision(&mut world, "/fn/policy?Qualifier=live");
    assert_ne!(second, first);

    let mut remove = |revision: &str| {
        world.delete(&format!(
            "/fn/policy/a?Qualifier=live&RevisionId={revision}"
        ))
    };
    stale(&remove(&first));
    remove(&second).expect_status(204);
    assert_ne!(revision(&mut world, "/fn/policy?Qualifier=live"), second);
}

#[test]
fn the_first_permission_may_name_the_revision_of_what_it_is_added_to() {
    for (query, path) in [
        ("", "/fn/configuration"),
        ("?Qualifier=1", "/fn/configuration?Qualifier=1"),
        ("?Qualifier=live", "/fn/aliases/live"),
    ] {
        let mut world = world();
        let current = revision(&mut world, path);
        add(&mut world, query, &json!({ "RevisionId": current })).expect_status(201);
        // From then on the policy has a revision of its own, and what it hangs on keeps the one it had.
        assert_eq!(revision(&mut world, path), current);
        assert_ne!(revision(&mut world, &format!("/fn/policy{query}")), current);
    }
}

#[test]
fn a_policy_can_grow_to_20_kilobytes() {
    let mut world = world();
    let long = format!("arn:aws:s3:::{}", "b".repeat(9_000));
    for id in ["a", "b"] {
        let members = json!({ "StatementId": id, "SourceArn": long });
        add(&mut world, "", &members).expect_status(201);
    }
    let members = json!({ "StatementId": "c", "SourceArn": long });
    let answer = add(&mut world, "", &members);
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.code.as_deref(),
        Some("PolicyLengthExceededException")
    );
    assert!(
        answer
            .text("message")
            .ends_with("is bigger than the limit (20480)."),
        "{answer:?}"
    );
    assert_eq!(ids(&mut world, ""), ["a", "b"]);
}

#[test]
fn a_policy_goes_with_what_it_hangs_on() {
    let mut world = world();
    add(&mut world, "?Qualifier=live", &json!({})).expect_status(201);
    add(&mut world, "?Qualifier=1", &json!({})).expect_status(201);
    add(&mut world, "", &json!({})).expect_status(201);

    world.delete("/fn/aliases/live").expect_status(204);
    world.delete("/fn?Qualifier=1").expect_status(204);
    assert_eq!(ids(&mut world, ""), ["s3"]);
    world.publish(&json!({})).expect_status(201);
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "2" }))
        .expect_status(201);
    world.delete("/fn").expect_status(204);
    world.create("fn").expect_status(201);
    for query in ["?Qualifier=live", "?Qualifier=1", ""] {
        assert_eq!(world.get(&format!("/fn/policy{query}")).status, 404);
    }
}
