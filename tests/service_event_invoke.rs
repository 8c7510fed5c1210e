//! What becomes of events that nobody waits for: the settings, and the retries they allow.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use std::time::Duration;

use lambda_playground::lambda::{Failure, Invocation};
use serde_json::{Value, json};
use service::{ARN, World, execution};

const CONFIG: &str = "/2019-09-25/functions/fn/event-invoke-config";
const LIST: &str = "/2019-09-25/functions/fn/event-invoke-config/list";

fn at(qualifier: &str) -> String {
    format!("{CONFIG}?Qualifier={qualifier}")
}

#[test]
fn without_a_qualifier_latest_is_meant_and_named() {
    let mut world = World::with_alias(1);
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
    let mut world = World::with_alias(1);
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
    let mut world = World::with_alias(1);
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
        let mut world = World::with_alias(1);
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
    let mut world = World::with_alias(1);
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
                 satisfy regular expression pattern: $|kafka://([^.]([a-zA-Z0-9\\-_.]{{0,248}}))|\
                 arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:\
                 ((eusc-)?[a-z]{{2}}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{{1}})?:(\\d{{12}})?:(.*)"
            ),
        );
}

#[test]
fn settings_have_ranges() {
    #[track_caller]
    fn check(body: &Value, clause: &str) {
        let message = format!("1 validation error detected: {clause}");
        World::with_alias(1)
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
    for mut world in [World::with_alias(1), World::new()] {
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
        (World::with_alias(1), at("noalias"), "noalias"),
        (World::with_alias(1), at("10"), "10"),
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
    let mut world = World::with_alias(1);
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
    let mut world = World::with_alias(1);
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

/// When the runs after the first begin, in seconds, if each fails after so long.
#[track_caller]
fn check_retries(invocation: &Invocation, took: Duration, expect: &[f64]) {
    let mut failed = execution("{}");
    failed.failure = Some(Failure::Error);
    failed.duration = took;
    let runs: Vec<Invocation> =
        std::iter::successors(invocation.retry(&failed), |run| run.retry(&failed)).collect();
    let waits: Vec<f64> = runs
        .iter()
        .map(|run| run.at.duration_since(invocation.at).as_secs_f64())
        .collect();
    assert_eq!(waits, expect);
    assert!(
        runs.iter()
            .all(|run| run.request_id == invocation.request_id)
    );
    assert!(
        runs.iter()
            .all(|run| run.executed_version == invocation.executed_version)
    );
}

#[test]
fn an_event_that_fails_is_tried_twice_more_after_a_minute_and_two() {
    let mut world = World::with_alias(1);
    let invocation = world.invoke(None, 0.0).unwrap();
    check_retries(&invocation, Duration::ZERO, &[60.0, 180.0]);
    check_retries(&invocation, Duration::from_secs(1), &[61.0, 182.0]);
    assert_eq!(invocation.retry(&execution("{}")), None);
}

#[test]
fn the_settings_of_the_qualifier_that_was_invoked_decide() {
    let mut world = World::with_alias(1);
    for (qualifier, attempts) in [("live", 0), ("1", 1)] {
        world
            .put(&at(qualifier), &json!({ "MaximumRetryAttempts": attempts }))
            .expect_status(200);
    }
    let mut check = |qualifier, expect: &[f64]| {
        let invocation = world.invoke(qualifier, 0.0).unwrap();
        check_retries(&invocation, Duration::ZERO, expect);
    };
    check(Some("live"), &[]);
    check(Some("1"), &[60.0]);
    check(Some("$LATEST"), &[60.0, 180.0]);
    check(None, &[60.0, 180.0]);
}

#[test]
fn without_a_qualifier_the_settings_of_latest_decide() {
    let mut world = World::with_alias(1);
    world
        .put(CONFIG, &json!({ "MaximumRetryAttempts": 1 }))
        .expect_status(200);
    check_retries(&world.invoke(None, 0.0).unwrap(), Duration::ZERO, &[60.0]);
}

#[test]
fn an_event_that_is_too_old_is_not_tried_again() {
    let mut world = World::with_alias(1);
    world
        .put(CONFIG, &json!({ "MaximumEventAgeInSeconds": 60 }))
        .expect_status(200);
    let invocation = world.invoke(None, 0.0).unwrap();
    check_retries(&invocation, Duration::ZERO, &[60.0]);
    check_retries(&invocation, Duration::from_millis(1), &[]);
}

#[test]
fn the_time_that_an_event_waits_for_room_counts_towards_its_age() {
    let mut world = World::with_alias(1);
    world
        .put(CONFIG, &json!({ "MaximumEventAgeInSeconds": 90 }))
        .expect_status(200);
    let invocation = world.invoke(None, 0.0).unwrap();
    let after = |seconds| invocation.clone().after(Duration::from_secs(seconds));
    check_retries(&after(30).unwrap(), Duration::ZERO, &[60.0]);
    check_retries(&after(31).unwrap(), Duration::ZERO, &[]);
    assert!(after(90).is_some());
    assert_eq!(after(91), None);
}

#[test]
fn a_retry_on_latest_runs_what_was_deployed_since_and_one_on_a_version_does_not() {
    let mut world = World::with_alias(1);
    let mut failed = execution("{}");
    failed.failure = Some(Failure::Error);
    let mut retry = |qualifier: Option<&str>, text: &str| {
        let first = world.invoke(qualifier, 0.0).unwrap();
        world.update_code(text).expect_status(200);
        let retry = first.retry(&failed).unwrap();
        let now = world.moment().at;
        let again = world.service.begin_again(retry, now);
        assert_eq!(again.request_id, first.request_id);
        assert_eq!(again.executed_version, first.executed_version);
        let source = again.configuration.code.files()["index.py"].to_vec();
        let is_the_same = again.generation == first.generation;
        (String::from_utf8(source).unwrap(), is_the_same)
    };
    assert_eq!(retry(None, "new"), ("new".to_owned(), false));
    assert_eq!(retry(Some("$LATEST"), "newer"), ("newer".to_owned(), false));
    assert_eq!(retry(Some("1"), "newest"), ("version 1".to_owned(), true));
    assert_eq!(retry(Some("live"), "last"), ("version 1".to_owned(), true));
}
