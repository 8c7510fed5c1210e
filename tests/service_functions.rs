//! Creating, reading, changing and deleting functions.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use jiff::SignedDuration;
use lambda_playground::lambda::CloudDelays;
use serde_json::{Value, json};
use service::{ARN, World, zip};

#[test]
fn a_new_function_is_pending_and_has_the_services_defaults() {
    let answer = World::new().create("fn").expect_status(201);
    assert_eq!(answer.text("State"), "Pending");
    assert_eq!(answer.text("StateReason"), "The function is being created.");
    assert_eq!(answer.text("StateReasonCode"), "Creating");
    assert!(!answer.has("LastUpdateStatus"));
    assert!(!answer.has("Environment"));
    assert_eq!(answer.text("FunctionArn"), ARN);
    assert_eq!(answer.text("Version"), "$LATEST");
    assert_eq!(answer.text("Description"), "");
    assert_eq!(answer.text("LastModified"), "2025-11-24T16:00:01.000+0000");
    assert_eq!(answer.body["Timeout"], 3);
    assert_eq!(answer.body["MemorySize"], 128);
    assert_eq!(answer.body["EphemeralStorage"], json!({ "Size": 512 }));
    assert_eq!(answer.body["Architectures"], json!(["x86_64"]));
    assert_eq!(
        answer.body["LoggingConfig"],
        json!({ "LogFormat": "Text", "LogGroup": "/aws/lambda/fn" })
    );
}

#[test]
fn becoming_active_is_a_step_with_a_revision_of_its_own() {
    let mut world = World::new();
    let created = world.create("fn");
    let read = world.get("/fn/configuration").expect_status(200);
    assert_eq!(read.text("State"), "Active");
    assert_eq!(read.text("LastUpdateStatus"), "Successful");
    assert!(!read.has("StateReason"));
    assert_ne!(read.text("RevisionId"), created.text("RevisionId"));
}

#[test]
fn with_delays_the_transition_is_taken_when_its_time_has_come() {
    // Each request of the test comes a second after the one before.
    let mut world = World::with_delays(CloudDelays::After(SignedDuration::from_secs(2)));
    world.create("fn");
    assert_eq!(world.get("/fn/configuration").text("State"), "Pending");
    assert_eq!(world.get("/fn/configuration").text("State"), "Active");
}

#[test]
fn until_settled_the_transition_waits_to_be_asked_for() {
    let mut world = World::with_delays(CloudDelays::UntilSettled);
    world.create("fn");
    for _ in 0..3 {
        assert_eq!(world.get("/fn/configuration").text("State"), "Pending");
    }
    world.update_code("new").expect_error(
        409,
        "ResourceConflictException",
        "The operation cannot be performed at this time. The function is currently in the following \
         state: Pending",
    );
    world.settle();
    assert_eq!(world.get("/fn/configuration").text("State"), "Active");
    world.update_code("new").expect_status(200);
    world.update_code("newer").expect_error(
        409,
        "ResourceConflictException",
        &format!(
            "The operation cannot be performed at this time. An update is in progress for resource: {ARN}"
        ),
    );
}

#[test]
fn creating_with_publish_answers_version_1_under_the_unqualified_arn() {
    let mut world = World::new();
    let created = world
        .create_with("fn", &json!({ "Publish": true }))
        .expect_status(201);
    assert_eq!(created.text("Version"), "1");
    assert_eq!(created.text("FunctionArn"), ARN);
    assert_eq!(created.text("State"), "Pending");
    let latest = world.get("/fn/configuration");
    let version = world.get("/fn/configuration?Qualifier=1");
    assert_ne!(latest.text("RevisionId"), version.text("RevisionId"));
    // The answer tells neither: it was given while the function had its first.
    assert_ne!(version.text("RevisionId"), created.text("RevisionId"));
    assert_ne!(latest.text("RevisionId"), created.text("RevisionId"));
}

#[test]
fn an_update_changes_the_revision_when_it_begins_and_when_it_ends() {
    let mut world = World::with_function();
    let before = world.get("/fn/configuration").text("RevisionId");
    let update = world.update_code("new").expect_status(200);
    assert_eq!(update.text("State"), "Active");
    assert_eq!(update.text("LastUpdateStatus"), "InProgress");
    assert_eq!(
        update.text("LastUpdateStatusReason"),
        "The function is being created."
    );
    let after = world.get("/fn/configuration").text("RevisionId");
    assert_ne!(before, update.text("RevisionId"));
    assert_ne!(update.text("RevisionId"), after);
}

#[test]
fn an_update_that_changes_nothing_is_an_update_all_the_same() {
    let mut world = World::with_function();
    let before = world.get("/fn/configuration").text("RevisionId");
    let update = world.update_code("version 1").expect_status(200);
    assert_eq!(update.text("LastUpdateStatus"), "InProgress");
    assert_ne!(update.text("RevisionId"), before);
}

#[test]
fn a_dry_run_checks_and_changes_nothing() {
    let mut world = World::with_function();
    let before = world.get("/fn/configuration").body;
    let body = json!({ "ZipFile": zip("new"), "DryRun": true });
    let answer = world.put("/fn/code", &body).expect_status(200);
    assert_ne!(answer.body["CodeSha256"], before["CodeSha256"]);
    assert_eq!(world.get("/fn/configuration").body, before);
    let body = json!({ "ZipFile": "bm90IGEgemlw", "DryRun": true });
    world.put("/fn/code", &body).expect_error(
        400,
        "InvalidParameterValueException",
        "Could not unzip uploaded file. Please check your file, then try to upload again.",
    );
}

#[test]
fn code_comes_in_the_request() {
    let mut world = World::with_function();
    for (body, message) in [
        (json!({}), "Please provide a source for function code."),
        (
            json!({ "S3Bucket": "bucket", "S3Key": "code.zip" }),
            "Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified \
             bucket does not exist",
        ),
        (
            json!({ "ImageUri": "123456789012.dkr.ecr.us-east-1.amazonaws.com/image:latest" }),
            "Please don't provide ImageUri when updating a function with packageType Zip.",
        ),
    ] {
        world
            .put("/fn/code", &body)
            .expect_error(400, "InvalidParameterValueException", message);
    }
}

#[test]
fn a_function_exists_once() {
    let mut world = World::with_function();
    let answer = world.create("fn");
    answer.expect_error(
        409,
        "ResourceConflictException",
        "Function already exist: fn",
    );
    assert_eq!(answer.body["Type"], "User");
}

#[test]
fn another_account_is_refused_without_a_word() {
    let answer = World::new().create("arn:aws:lambda:us-east-1:999999999999:function:fn");
    assert_eq!(answer.status, 403);
    assert_eq!(answer.code.as_deref(), Some("AccessDeniedException"));
    assert_eq!(answer.body, json!({ "Message": Value::Null }));
}

#[test]
fn the_arn_that_comes_back_is_the_one_that_was_asked_for() {
    let mut world = World::with_versions(1);
    world.create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }));
    let mut arn_and_version = |path: &str| {
        let answer = world.get(path).expect_status(200);
        (answer.text("FunctionArn"), answer.text("Version"))
    };
    let expect = |qualifier: &str, version: &str| (format!("{ARN}{qualifier}"), version.to_owned());
    assert_eq!(arn_and_version("/fn/configuration"), expect("", "$LATEST"));
    assert_eq!(
        arn_and_version("/fn/configuration?Qualifier=%24LATEST"),
        expect(":$LATEST", "$LATEST")
    );
    assert_eq!(arn_and_version("/fn%3A1/configuration"), expect(":1", "1"));
    assert_eq!(
        arn_and_version("/fn/configuration?Qualifier=live"),
        expect(":live", "1")
    );
}

#[test]
fn what_is_missing_is_named_by_the_arn_that_was_asked_for() {
    let mut world = World::with_function();
    let mut check = |path: &str, arn: &str| {
        world.get(path).expect_error(
            404,
            "ResourceNotFoundException",
            &format!("Function not found: {arn}"),
        );
    };
    check("/fn?Qualifier=1221", &format!("{ARN}:1221"));
    check(
        "/fn?Qualifier=aliasdoesnotexist",
        &format!("{ARN}:aliasdoesnotexist"),
    );
    check("/fn?Qualifier=%24latest", &format!("{ARN}:$latest"));
    check("/fnx", &format!("{ARN}x"));
}

#[test]
fn a_deleted_function_takes_everything_with_it_and_its_numbers_are_not_reused() {
    let mut world = World::with_versions(2);
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }))
        .expect_status(201);
    world.delete("/fn").expect_status(204);
    world.get("/fn/aliases/live").expect_status(404);
    world.delete("/fn").expect_error(
        404,
        "ResourceNotFoundException",
        &format!("Function not found: {ARN}"),
    );
    world.create("fn").expect_status(201);
    assert_eq!(world.publish(&json!({})).text("Version"), "3");
}

#[test]
fn what_a_qualifier_looks_like_is_judged_before_existence() {
    let mut world = World::new();
    world.delete("/nope?Qualifier=live").expect_error(
        400,
        "InvalidParameterValueException",
        "Deletion of aliases is not currently supported.",
    );
    world.delete("/nope?Qualifier=%24LATEST").expect_error(
        400,
        "InvalidParameterValueException",
        "$LATEST version cannot be deleted without deleting the function.",
    );
}

#[test]
fn functions_are_listed_page_by_page() {
    let mut world = World::with_versions(2);
    world.create("a").expect_status(201);
    let names = |answer: &service::Answer| -> Vec<String> {
        let functions = answer.body["Functions"].as_array().unwrap();
        let account = "arn:aws:lambda:us-east-1:123456789012:";
        let arn = |function: &Value| {
            function["FunctionArn"]
                .as_str()
                .unwrap()
                .replace(account, "")
        };
        functions.iter().map(arn).collect()
    };
    let all = world.get("?FunctionVersion=ALL");
    assert_eq!(
        names(&all),
        [
            "function:a:$LATEST",
            "function:fn:$LATEST",
            "function:fn:1",
            "function:fn:2"
        ]
    );
    assert!(!all.has("NextMarker"));
    let first = world.get("?FunctionVersion=ALL&MaxItems=3");
    assert_eq!(names(&first).len(), 3);
    let marker = first
        .text("NextMarker")
        .replace(':', "%3A")
        .replace('$', "%24");
    let second = world.get(&format!("?FunctionVersion=ALL&MaxItems=3&Marker={marker}"));
    assert_eq!(names(&second), ["function:fn:2"]);
    assert!(!second.has("NextMarker"));
    assert!(
        !world.get("").body["Functions"][0]
            .as_object()
            .unwrap()
            .contains_key("State")
    );
}

#[test]
fn reserved_concurrency_belongs_to_the_function_alone() {
    let mut world = World::with_function();
    let path = "/2017-10-31/functions/fn/concurrency";
    world
        .put(path, &json!({ "ReservedConcurrentExecutions": 5 }))
        .expect_status(200);
    assert_eq!(
        world.get("/fn").body["Concurrency"],
        json!({ "ReservedConcurrentExecutions": 5 })
    );
    world
        .put(
            "/2017-10-31/functions/fn%3A1/concurrency",
            &json!({ "ReservedConcurrentExecutions": 5 }),
        )
        .expect_error(
            400,
            "InvalidParameterValueException",
            "This operation is permitted on Lambda functions only. Aliases and versions do not support \
             this operation. Please specify either a function name or an unqualified function ARN.",
        );
    world.delete(path).expect_status(204);
    assert!(!world.get("/fn").has("Concurrency"));
}

#[test]
fn reserving_names_a_missing_function_by_latest_and_reading_by_its_plain_arn() {
    let mut world = World::new();
    let reserve = json!({ "ReservedConcurrentExecutions": 5 });
    for (answer, arn) in [
        (
            world.get("/2019-09-30/functions/fn/concurrency"),
            ARN.to_owned(),
        ),
        (
            world.put("/2017-10-31/functions/fn/concurrency", &reserve),
            format!("{ARN}:$LATEST"),
        ),
    ] {
        answer.expect_error(
            404,
            "ResourceNotFoundException",
            &format!("Function not found: {arn}"),
        );
    }
}

#[test]
fn a_function_without_a_name_is_told_that_it_is_missing() {
    let mut body = json!({ "FunctionName": null, "Role": service::ROLE });
    let missing = "1 validation error detected: Value null at 'functionName' failed to satisfy constraint: \
                   Member must not be null";
    let mut world = World::new();
    world
        .post("", &body)
        .expect_error(400, "ValidationException", missing);
    body.as_object_mut().unwrap().remove("FunctionName");
    world
        .post("", &body)
        .expect_error(400, "ValidationException", missing);
}
