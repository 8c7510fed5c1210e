//! What becomes of events that nobody waits for: the settings, and the retries they allow.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use serde_json::{Value, json};
use service::{ARN, World};

const CONFIG: &str = "/2019-09-25/functions/fn/event-invoke-config";
const LIST: &str = "/2019-09-25/functions/fn/event-invoke-config/list";

/// A version, and the alias `live` for it.
fn with_alias() -> World {
    let mut world = World::with_versions(1);
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }))
        .expect_status(201);
    world
}

fn at(qualifier: &str) -> String {
    format!("{CONFIG}?Qualifier={qualifier}")
}

#[test]
fn without_a_qualifier_latest_is_meant_and_named() {
    let mut world = with_alias();
    let answer = world
        .put(CONFIG, &json!({ "MaximumRetryAttempts": 1 }))
        .expect_status(200);
    let modified = answer.body["LastModified"].clone();
    assert!(modified.is_f64(), "{modified}");
    assert_eq!(
        answer.body,
        json!({
            "FunctionArn": format!("{ARN}:$LATEST"),
            "LastModified": modified,
            "MaximumRetryAttempts": 1,
            "DestinationConfig": { "OnSuccess": {}, "OnFailure": {} },
        })
    );
    assert_eq!(
        world.get(&at("$LATEST")).expect_status(200).body,
        answer.body
    );
}

#[test]
fn each_qualifier_has_its_own() {
    let mut world = with_alias();
    for qualifier in ["live", "1", "$LATEST"] {
        let answer = world
            .put(&at(qualifier), &json!({ "MaximumRetryAttempts": 1 }))
            .expect_status(200);
        assert_eq!(answer.text("FunctionArn"), format!("{ARN}:{qualifier}"));
    }
    let arns = |answer: service::Answer| -> Vec<String> {
        let configs = answer.body["FunctionEventInvokeConfigs"]
            .as_array()
            .unwrap()
            .clone();
        let arn = |config: &Value| config["FunctionArn"].as_str().unwrap().to_owned();
        configs.iter().map(arn).collect()
    };
    let all = ["$LATEST", "1", "live"].map(|qualifier| format!("{ARN}:{qualifier}"));
    assert_eq!(arns(world.get(LIST)), all);
    let page = world.get(&format!("{LIST}?MaxItems=2")).expect_status(200);
    let marker = page.text("NextMarker");
    assert_eq!(arns(page), all[..2]);
    assert_eq!(
        arns(world.get(&format!("{LIST}?Marker={marker}"))),
        all[2..]
    );

    world.delete("/fn/aliases/live").expect_status(204);
    world.delete("/fn?Qualifier=1").expect_status(204);
    assert_eq!(arns(world.get(LIST)), all[..1]);
    world.delete(CONFIG).expect_status(204);
    assert_eq!(arns(world.get(LIST)), all[..0]);
}

#[test]
fn putting_forgets_and_updating_keeps() {
    let mut world = with_alias();
    let both = json!({ "MaximumRetryAttempts": 2, "MaximumEventAgeInSeconds": 60 });
    let one = json!({ "MaximumRetryAttempts": 0 });
    world.put(CONFIG, &both).expect_status(200);
    let updated = world.post(CONFIG, &one).expect_status(200);
    assert_eq!(updated.body["MaximumRetryAttempts"], 0);
    assert_eq!(updated.body["MaximumEventAgeInSeconds"], 60);
    let put = world.put(CONFIG, &one).expect_status(200);
    assert_eq!(put.body["MaximumRetryAttempts"], 0);
    assert!(!put.has("MaximumEventAgeInSeconds"));
}

#[test]
fn destinations_are_kept_if_events_can_be_sent_there() {
    #[track_caller]
    fn check(destination: &str, expect: Result<(), &str>) {
        let mut world = with_alias();
        world.create("other").expect_status(201);
        let body = json!({ "DestinationConfig": { "OnSuccess": { "Destination": destination } } });
        let answer = world.put(CONFIG, &body);
        match expect {
            Ok(()) => assert_eq!(
                answer.expect_status(200).body["DestinationConfig"],
                json!({ "OnSuccess": { "Destination": destination }, "OnFailure": {} })
            ),
            Err(message) => answer.expect_error(400, "InvalidParameterValueException", message),
        }
    }
    let function = |name: &str| format!("arn:aws:lambda:us-east-1:123456789012:function:{name}");
    check("arn:aws:sqs:us-east-1:123456789012:queue", Ok(()));
    check(&function("other"), Ok(()));
    check(
        &function("doesnotexist"),
        Err(&format!(
            "The destination ARN {} is invalid.",
            function("doesnotexist")
        )),
    );
    check(
        ARN,
        Err("You can't specify the function as a destination for itself."),
    );
    let iam = "arn:aws:iam:us-east-1:123456789012:function:fn";
    check(
        iam,
        Err(&format!(
            "The provided destination config DestinationConfig(onSuccess=OnSuccess(destination={iam}), \
             onFailure=null) is invalid."
        )),
    );
    let mut world = with_alias();
    let wrong = "arn:aws:_-/!lambda:us-east-1:123456789012:function:fn";
    world
        .put(
            CONFIG,
            &json!({ "DestinationConfig": { "OnFailure": { "Destination": wrong } } }),
        )
        .expect_error(
            400,
            "ValidationException",
            &format!(
                "1 validation error detected: Value '{wrong}' at \
                 'destinationConfig.onFailure.destination' failed to satisfy constraint: Member must \
                 satisfy regular expression pattern: ^$|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:\
                 ([a-z]{{2}}((-gov)|(-iso(b?)))?-[a-z]+-\\d{{1}})?:(\\d{{12}})?:(.*)"
            ),
        );
}

#[test]
fn settings_have_ranges() {
    #[track_caller]
    fn check(body: &Value, clause: &str) {
        let message = format!("1 validation error detected: {clause}");
        with_alias()
            .put(CONFIG, body)
            .expect_error(400, "ValidationException", &message);
    }
    check(
        &json!({ "MaximumRetryAttempts": 3 }),
        "Value '3' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value \
         less than or equal to 2",
    );
    check(
        &json!({ "MaximumEventAgeInSeconds": 59 }),
        "Value '59' at 'maximumEventAgeInSeconds' failed to satisfy constraint: Member must have \
         value greater than or equal to 60",
    );
    check(
        &json!({ "MaximumEventAgeInSeconds": 21_601 }),
        "Value '21601' at 'maximumEventAgeInSeconds' failed to satisfy constraint: Member must \
         have value less than or equal to 21600",
    );
}

#[test]
fn a_request_must_say_something_whether_or_not_the_function_exists() {
    for mut world in [with_alias(), World::new()] {
        for answer in [
            world.put(CONFIG, &json!({})),
            world.post(CONFIG, &json!({})),
        ] {
            answer.expect_error(
                400,
                "InvalidParameterValueException",
                "You must specify at least one of error handling or destination setting.",
            );
        }
    }
}

#[test]
fn what_is_missing_is_told_in_each_operations_own_words() {
    let one = json!({ "MaximumRetryAttempts": 1 });
    let code = "ResourceNotFoundException";
    let no_function = "The function doesn't exist.";
    let no_config =
        |qualifier| format!("The function {ARN}:{qualifier} doesn't have an EventInvokeConfig");
    for (mut world, path, qualifier) in [
        (World::new(), CONFIG.to_owned(), "$LATEST"),
        (with_alias(), at("noalias"), "noalias"),
        (with_alias(), at("10"), "10"),
    ] {
        world.put(&path, &one).expect_error(404, code, no_function);
        world.post(&path, &one).expect_error(404, code, no_function);
        world
            .get(&path)
            .expect_error(404, code, &no_config(qualifier));
        world
            .delete(&path)
            .expect_error(404, code, &no_config(qualifier));
    }
    World::new().get(LIST).expect_error(404, code, no_function);
    let mut world = with_alias();
    world
        .post(&at("live"), &one)
        .expect_error(404, code, &no_config("live"));
    world
        .post(CONFIG, &one)
        .expect_error(404, code, &no_config("$LATEST"));
    world
        .get(&at("live"))
        .expect_error(404, code, &no_config("live"));
}

#[test]
fn name_and_parameter_must_agree() {
    let mut world = with_alias();
    let one = json!({ "MaximumRetryAttempts": 1 });
    let named = "/2019-09-25/functions/fn:live/event-invoke-config";
    world.put(named, &one).expect_status(200);
    world
        .put(&format!("{named}?Qualifier=live"), &one)
        .expect_status(200);
    world
        .put(&format!("{named}?Qualifier=1"), &one)
        .expect_error(
            400,
            "InvalidParameterValueException",
            "The derived qualifier from the function name does not match the specified qualifier.",
        );
}
