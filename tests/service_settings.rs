//! The settings of functions, and which are refused.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use lambda_playground::lambda::rest::Request;
use serde_json::{Value, json};
use service::World;

#[test]
fn settings_left_out_stay_and_variables_are_replaced_as_a_whole() {
    let mut world = World::with_function();
    let variables =
        json!({ "Environment": { "Variables": { "ONE": "1", "TWO": "2" } }, "Timeout": 9 });
    world
        .put("/fn/configuration", &variables)
        .expect_status(200);
    let answer = world
        .put(
            "/fn/configuration",
            &json!({ "Environment": { "Variables": { "ONE": "3" } } }),
        )
        .expect_status(200);
    assert_eq!(answer.body["Timeout"], 9);
    assert_eq!(
        answer.body["Environment"],
        json!({ "Variables": { "ONE": "3" } })
    );
}

#[test]
fn malformed_members_are_reported_all_at_once() {
    let answer = World::new().create_with("fn", &json!({ "Role": "r1", "Timeout": 0 }));
    answer.expect_error(
        400,
        "ValidationException",
        "2 validation errors detected: Value 'r1' at 'role' failed to satisfy constraint: Member must \
         satisfy regular expression pattern: \
         arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+; Value '0' at 'timeout' failed \
         to satisfy constraint: Member must have value greater than or equal to 1",
    );
    assert_eq!(answer.body.get("Type"), None);
}

#[test]
fn reserved_environment_variables_are_named() {
    let variables = json!({ "Environment": { "Variables": { "AWS_REGION": "x", "MINE": "y" } } });
    World::new().create_with("fn", &variables).expect_error(
        400,
        "InvalidParameterValueException",
        "Lambda was unable to configure your environment variables because the environment variables \
         you have provided contains reserved keys that are currently not supported for modification. \
         Reserved keys used in this request: AWS_REGION",
    );
}

#[test]
fn what_ordinary_functions_cannot_have_is_refused_in_two_steps() {
    let check = |members: Value, code: &str, message: &str| {
        World::new()
            .create_with("fn", &members)
            .expect_error(400, code, message);
    };
    check(
        json!({ "MemorySize": 32_769, "Timeout": 5_401 }),
        "ValidationException",
        "2 validation errors detected: Value '5401' at 'timeout' failed to satisfy constraint: \
         Member must have value less than or equal to 5400; Value '32769' at 'memorySize' failed \
         to satisfy constraint: Member must have value less than or equal to 32768",
    );
    let invalid = "InvalidParameterValueException";
    check(
        json!({ "MemorySize": 10_241 }),
        invalid,
        "'MemorySize' value failed to satisfy constraint: Member must have value less than or \
         equal to 10240",
    );
    check(
        json!({ "Timeout": 901 }),
        invalid,
        "'Timeout' value failed to satisfy constraint: Member must have value less than or equal \
         to 900",
    );
    World::new()
        .create_with("fn", &json!({ "MemorySize": 10_240, "Timeout": 900 }))
        .expect_status(201);
}

#[test]
fn what_the_playground_does_not_have_is_refused() {
    let check = |members: Value, code: &str, message: &str| {
        World::new()
            .create_with("fn", &members)
            .expect_error(400, code, message);
    };
    let invalid = "InvalidParameterValueException";
    check(
        json!({ "Code": { "S3Bucket": "bucket", "S3Key": "code.zip" } }),
        invalid,
        "Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified \
         bucket does not exist",
    );
    check(
        json!({ "PackageType": "Image" }),
        invalid,
        "Container images are not offered in the playground.",
    );
    check(
        json!({ "PackageType": "Tar" }),
        "ValidationException",
        "1 validation error detected: Value 'Tar' at 'packageType' failed to satisfy constraint: \
         Member must satisfy enum value set: [Zip, Image]",
    );
}

#[test]
fn layers_are_refused_since_there_are_none() {
    let check = |layers: &[&str], code: &str, message: &str| {
        let answer = World::new().create_with("fn", &json!({ "Layers": layers }));
        answer.expect_error(400, code, message);
    };
    let layer = "arn:aws:lambda:us-east-1:123456789012:layer:tools:1";
    let invalid = "InvalidParameterValueException";
    check(
        &[layer],
        invalid,
        &format!("Layer version {layer} does not exist."),
    );
    check(&[layer; 6], invalid, "Cannot reference more than 5 layers.");
    check(
        &["arn:aws:lambda:eu-west-1:123456789012:layer:tools:1"],
        invalid,
        "Layers are not in the same region as the function. Layers are expected to be in region us-east-1.",
    );
    check(
        &[layer, "arn:aws:lambda:us-east-1:123456789012:layer:tools"],
        "ValidationException",
        &format!(
            "1 validation error detected: Value '[{layer}, arn:aws:lambda:us-east-1:123456789012:layer:tools]' \
             at 'layers' failed to satisfy constraint: Member must satisfy constraint: [Member must have \
             length less than or equal to 140, Member must have length greater than or equal to 1, Member \
             must satisfy regular expression pattern: \
             (arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{{12}}:layer:[a-zA-Z0-9-_]+:[0-9]+)|\
             (arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+), Member must not be null]"
        ),
    );
    World::new()
        .create_with("fn", &json!({ "Layers": [] }))
        .expect_status(201);
}

#[test]
fn a_function_has_one_architecture() {
    for (architectures, rule) in [
        (
            json!([]),
            "Value '[]' at 'architectures' failed to satisfy constraint: Member must have length greater \
             than or equal to 1",
        ),
        (
            json!(["x86_64", "arm64"]),
            "Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member must have \
             length less than or equal to 1",
        ),
    ] {
        World::new()
            .create_with("fn", &json!({ "Architectures": architectures }))
            .expect_error(
                400,
                "ValidationException",
                &format!("1 validation error detected: {rule}"),
            );
    }
}

#[test]
fn variables_that_are_too_large_are_shown_in_the_order_in_which_they_were_sent() {
    let mut world = World::with_function();
    let variables = format!(r#"{{"SMALL_VAR":"ok","LARGE_VAR":"{}"}}"#, "x".repeat(4100));
    let path = "/2015-03-31/functions/fn/configuration";
    let mut request = Request::new("PUT", path);
    let body = format!(r#"{{"Environment": {{"Variables": {variables}}}}}"#);
    request.body = body.into_bytes().into();
    service::Answer::from(world.answer(&request)).expect_error(
        400,
        "InvalidParameterValueException",
        &format!(
            "Lambda was unable to configure your environment variables because the environment variables \
             you have provided exceeded the 4KB limit. String measured: {variables}"
        ),
    );
}

#[test]
fn variables_that_are_null_are_as_not_sent() {
    let environment = |environment: Value| {
        let mut world = World::new();
        let members = json!({ "Environment": environment });
        let created = world.create_with("fn", &members).expect_status(201);
        created.body["Environment"].clone()
    };
    let empty = json!({ "Variables": {} });
    assert_eq!(environment(json!({ "Variables": null })), empty);
    assert_eq!(environment(json!({})), empty);
    assert_eq!(environment(json!(null)), Value::Null);
}
