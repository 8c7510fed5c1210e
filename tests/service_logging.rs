//! How logs are written, and whether versions start from a snapshot.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use lambda_playground::lambda::{CloudDelays, Initialization, Service};
use serde_json::{Value, json};
use service::World;

#[test]
fn logs_are_configured_member_by_member() {
    let mut world = World::with_function();
    let mut check = |sent: Value, expect: Value| {
        let sent = json!({ "LoggingConfig": sent });
        let answer = world.put("/fn/configuration", &sent).expect_status(200);
        assert_eq!(answer.body["LoggingConfig"], expect);
        let read = world.get("/fn/configuration").expect_status(200);
        assert_eq!(read.body["LoggingConfig"], expect);
    };
    check(
        json!({ "LogFormat": "JSON", "SystemLogLevel": "WARN" }),
        json!({
            "LogFormat": "JSON",
            "ApplicationLogLevel": "INFO",
            "SystemLogLevel": "WARN",
            "LogGroup": "/aws/lambda/fn",
        }),
    );
    check(
        json!({ "ApplicationLogLevel": "FATAL", "LogGroup": "/my/group" }),
        json!({
            "LogFormat": "JSON",
            "ApplicationLogLevel": "FATAL",
            "SystemLogLevel": "WARN",
            "LogGroup": "/my/group",
        }),
    );
    check(
        json!({ "LogFormat": "Text" }),
        json!({ "LogFormat": "Text", "LogGroup": "/my/group" }),
    );
}

#[test]
fn what_logs_cannot_be_is_refused() {
    let check = |logging: Value, code: &str, message: &str| {
        World::new()
            .create_with("fn", &json!({ "LoggingConfig": logging }))
            .expect_error(400, code, message);
    };
    check(
        json!({ "LogFormat": "text" }),
        "ValidationException",
        "1 validation error detected: Value 'text' at 'loggingConfig.logFormat' failed to satisfy \
         constraint: Member must satisfy enum value set: [JSON, Text]",
    );
    check(
        json!({ "LogGroup": "a b" }),
        "ValidationException",
        "1 validation error detected: Value 'a b' at 'loggingConfig.logGroup' failed to satisfy \
         constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
    );
    check(
        json!({ "SystemLogLevel": "INFO" }),
        "InvalidParameterValueException",
        "LogLevel is not supported when LogFormat is set to \"Text\". Remove LogLevel from your \
         request or change the LogFormat to \"Json\" and try again.",
    );
}

#[test]
fn logging_is_a_change_and_is_replayed() {
    let mut world = World::with_versions(1);
    let group = json!({ "LoggingConfig": { "LogGroup": "/my/group" } });
    world.put("/fn/configuration", &group).expect_status(200);
    let published = world.publish(&json!({})).expect_status(201);
    assert_eq!(published.text("Version"), "2");
    assert_eq!(published.body["LoggingConfig"]["LogGroup"], "/my/group");
    let changes = world.service.history().iter();
    let replayed = Service::replay(CloudDelays::None, changes.map(|change| (**change).clone()));
    assert_eq!(replayed.unwrap(), world.service);
}

#[test]
fn the_handler_finds_its_log_group() {
    let mut world = World::with_function();
    let group = json!({ "LoggingConfig": { "LogGroup": "/my/group" } });
    world.put("/fn/configuration", &group).expect_status(200);
    let invocation = world.invoke(None, 0.0).unwrap();
    let variables = invocation
        .target()
        .variables(Initialization::OnDemand, "stream");
    assert_eq!(variables["AWS_LAMBDA_LOG_GROUP_NAME"], "/my/group");
}

#[test]
fn snap_start_is_on_for_versions_alone_which_are_pending_first() {
    let mut world = World::with_delays(CloudDelays::UntilSettled);
    let snap_start = json!({ "SnapStart": { "ApplyOn": "PublishedVersions" } });
    let created = world.create_with("fn", &snap_start).expect_status(201);
    let off = json!({ "ApplyOn": "PublishedVersions", "OptimizationStatus": "Off" });
    assert_eq!(created.body["SnapStart"], off);
    world.settle();
    let published = world.publish(&json!({})).expect_status(201);
    let on = json!({ "ApplyOn": "PublishedVersions", "OptimizationStatus": "On" });
    assert_eq!(published.body["SnapStart"], on);
    assert_eq!(published.text("State"), "Pending");
    world.settle();
    let version = world.get("/fn/configuration?Qualifier=1");
    assert_eq!(version.text("State"), "Active");
}

#[test]
fn snap_start_is_refused_where_there_is_none() {
    let check = |members: Value, code: &str, message: &str| {
        World::new()
            .create_with("fn", &members)
            .expect_error(400, code, message);
    };
    check(
        json!({ "SnapStart": { "ApplyOn": "always" } }),
        "ValidationException",
        "1 validation error detected: Value 'always' at 'snapStart.applyOn' failed to satisfy \
         constraint: Member must satisfy enum value set: [PublishedVersions, None]",
    );
    check(
        json!({ "Runtime": "python3.11", "SnapStart": { "ApplyOn": "PublishedVersions" } }),
        "InvalidParameterValueException",
        "python3.11 is not supported for SnapStart enabled functions.",
    );
}
