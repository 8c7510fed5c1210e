//! What an invocation reaches, how the draw decides, and how it is reported.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod service;

use std::collections::BTreeMap;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::SignedDuration;
use lambda_playground::lambda::{
    CloudDelays, Execution, Failure, FunctionName, InitStatus, Invoke, Qualifier, Room,
    RunningVersions, rest,
};
use proptest::prelude::*;
use serde_json::json;
use service::{ARN, World, execution};

fn canary(weight: f64) -> World {
    let mut world = World::with_versions(2);
    world
        .create_alias(&json!({
            "Name": "live",
            "FunctionVersion": "1",
            "RoutingConfig": { "AdditionalVersionWeights": { "2": weight } },
        }))
        .expect_status(201);
    world
}

#[track_caller]
fn check_missing(world: &mut World, qualifier: Option<&str>, arn: &str) {
    let refused = world
        .invoke(qualifier, 0.0)
        .map_err(|error| (error.status(), error.to_string()));
    assert_eq!(refused, Err((404, format!("Function not found: {arn}"))));
}

#[test]
fn the_executed_version_is_never_an_alias_and_the_arn_is_the_one_asked_for() {
    let mut world = canary(0.0);
    let mut check = |qualifier: Option<&str>, arn: &str, executed: &str| {
        let invocation = world.invoke(qualifier, 0.5).unwrap();
        assert_eq!(invocation.invoked_arn.to_string(), arn);
        assert_eq!(invocation.executed_version.to_string(), executed);
    };
    check(None, ARN, "$LATEST");
    check(Some("$LATEST"), &format!("{ARN}:$LATEST"), "$LATEST");
    check(Some("2"), &format!("{ARN}:2"), "2");
    check(Some("live"), &format!("{ARN}:live"), "1");
}

#[test]
fn a_missing_target_is_named_with_its_qualifier() {
    check_missing(&mut World::new(), None, &format!("{ARN}:$LATEST"));
    let mut world = World::with_function();
    check_missing(&mut world, Some("99"), &format!("{ARN}:99"));
    check_missing(&mut world, Some("live"), &format!("{ARN}:live"));
    check_missing(&mut world, Some("$latest"), &format!("{ARN}:$latest"));
}

#[test]
fn the_additional_version_runs_when_the_draw_is_below_its_weight() {
    let mut world = canary(0.25);
    let mut executed = |draw| {
        let invocation = world.invoke(Some("live"), draw).unwrap();
        assert_eq!(
            invocation
                .draw
                .map(|(draw, weight)| (draw, weight.fraction())),
            Some((draw, 0.25))
        );
        invocation.executed_version.to_string()
    };
    assert_eq!(executed(0.0), "2");
    assert_eq!(executed(0.249_999), "2");
    assert_eq!(executed(0.25), "1");
    assert_eq!(executed(0.999_999), "1");
}

#[test]
fn an_invocation_that_no_weight_decides_shows_no_draw() {
    let mut world = canary(0.25);
    assert_eq!(world.invoke(Some("1"), 0.1).unwrap().draw, None);
    assert_eq!(world.invoke(None, 0.1).unwrap().draw, None);
}

proptest! {
    #[test]
    fn weights_0_and_1_leave_nothing_to_chance(draw in 0.0..1.0_f64) {
        prop_assert_eq!(canary(0.0).invoke(Some("live"), draw).unwrap().executed_version.to_string(), "1");
        prop_assert_eq!(canary(1.0).invoke(Some("live"), draw).unwrap().executed_version.to_string(), "2");
    }
}

#[test]
fn a_version_keeps_the_code_it_was_published_with() {
    let mut world = World::with_versions(2);
    let mut source = |qualifier| {
        let invocation = world.invoke(qualifier, 0.0).unwrap();
        String::from_utf8(invocation.configuration.code.files()["index.py"].to_vec()).unwrap()
    };
    assert_eq!(source(Some("1")), "version 1");
    assert_eq!(source(Some("2")), "version 2");
    assert_eq!(source(None), "version 2");
}

#[test]
fn an_update_moves_the_generation_of_latest_and_publishing_does_not() {
    let mut world = World::with_function();
    let first = world.invoke(None, 0.0).unwrap().generation;
    world.publish(&json!({}));
    assert_eq!(world.invoke(None, 0.0).unwrap().generation, first);
    assert_ne!(world.invoke(Some("1"), 0.0).unwrap().generation, first);
    world
        .put("/fn/configuration", &json!({ "Description": "x" }))
        .expect_status(200);
    assert_ne!(world.invoke(None, 0.0).unwrap().generation, first);
}

#[test]
fn while_an_update_is_in_progress_the_old_code_runs() {
    let mut world = World::with_delays(CloudDelays::After(SignedDuration::from_mins(10)));
    world.create("fn");
    let error = world.invoke(None, 0.0).unwrap_err();
    assert_eq!(
        error.to_string(),
        "The operation cannot be performed at this time. The function is currently in the following \
         state: Pending"
    );
    world.settle();
    let before = world.invoke(None, 0.0).unwrap();
    world.update_code("new").expect_status(200);
    let during = world.invoke(None, 0.0).unwrap();
    assert_eq!(during.configuration, before.configuration);
    assert_eq!(during.generation, before.generation);
    world.settle();
    assert_ne!(
        world.invoke(None, 0.0).unwrap().configuration,
        before.configuration
    );
}

#[test]
fn bodies_that_are_not_json_or_too_large_are_refused() {
    let mut world = World::with_function();
    let mut refused = |payload: Vec<u8>, invocation_type: &str| {
        let invoke = Invoke {
            function_name: "fn".into(),
            invocation_type: Some(invocation_type.into()),
            payload: payload.into(),
            ..Invoke::default()
        };
        let error = world.invoke_with(&invoke, 0.0).unwrap_err();
        (error.status(), error.code(), error.to_string())
    };
    let (status, code, message) = refused(vec![0x6e, 0x87], "RequestResponse");
    assert_eq!((status, code), (400, "InvalidRequestContentException"));
    assert!(message.starts_with(
        "Could not parse request body into json: Could not parse payload into json: "
    ));
    let too_large = |limit: usize| {
        let text =
            format!("Request must be smaller than {limit} bytes for the InvokeFunction operation");
        (413, "RequestEntityTooLargeException", text)
    };
    assert_eq!(
        refused(vec![b' '; 6_291_457], "RequestResponse"),
        too_large(6_291_456)
    );
    assert_eq!(
        refused(vec![b' '; 1_048_577], "Event"),
        too_large(1_048_576)
    );
}

#[test]
fn reserved_concurrency_throttles() {
    let mut world = World::with_function();
    let reserve = json!({ "ReservedConcurrentExecutions": 2 });
    world
        .put("/2017-10-31/functions/fn/concurrency", &reserve)
        .expect_status(200);
    let invoke = Invoke {
        function_name: "fn".into(),
        ..Invoke::default()
    };
    let moment = world.moment();
    let mut invoke_beside = |running| world.service.invoke(&invoke, moment, 0.0, &beside(running));
    assert!(invoke_beside(&[("$LATEST", 1)]).is_ok());
    let error = invoke_beside(&[("$LATEST", 1), ("1", 1)]).unwrap_err();
    assert_eq!(error.to_string(), "Rate Exceeded.");
    let response = rest::answer(&Err(error), moment.request_id());
    assert_eq!(response.status, 429);
    assert_eq!(
        String::from_utf8(response.body).unwrap(),
        r#"{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}"#
    );
}

/// So many running invocations of `fn`, by what they execute.
fn beside(running: &[(&str, u32)]) -> BTreeMap<FunctionName, RunningVersions> {
    let running = running.iter();
    let running = running.map(|(version, count)| (Qualifier::classify(version), *count));
    BTreeMap::from([("fn".parse().unwrap(), running.collect())])
}

#[test]
fn what_is_provisioned_of_the_reserved_concurrency_is_kept_for_its_versions() {
    #[track_caller]
    fn check(reserved: i64, running: &[(&str, u32)], version: &str, is_free: bool) {
        let mut world = canary(0.5);
        for (qualifier, executions) in [("1", 2), ("2", 1)] {
            let path =
                format!("/2019-09-30/functions/fn/provisioned-concurrency?Qualifier={qualifier}");
            let executions = json!({ "ProvisionedConcurrentExecutions": executions });
            world.put(&path, &executions).expect_status(202);
        }
        let reserved = json!({ "ReservedConcurrentExecutions": reserved });
        let path = "/2017-10-31/functions/fn/concurrency";
        world.put(path, &reserved).expect_status(200);
        let invoke = Invoke {
            function_name: "fn".into(),
            qualifier: Some(version.to_owned()),
            ..Invoke::default()
        };
        let moment = world.moment();
        let invoked = world.service.invoke(&invoke, moment, 0.0, &beside(running));
        assert_eq!(invoked.is_ok(), is_free, "{version} beside {running:?}");
    }
    check(3, &[], "$LATEST", false);
    check(3, &[], "1", true);
    check(3, &[("1", 1)], "1", true);
    check(3, &[("1", 2)], "1", false);
    check(3, &[("1", 2)], "2", true);
    check(4, &[], "$LATEST", true);
    check(4, &[("$LATEST", 1)], "$LATEST", false);
    check(4, &[("$LATEST", 1)], "1", true);
    check(4, &[("1", 2)], "1", true);
    check(4, &[("1", 3)], "$LATEST", false);
    check(4, &[("1", 3)], "2", true);
    check(4, &[("1", 3), ("2", 1)], "2", false);
}

#[test]
fn an_event_is_accepted_whether_or_not_there_is_room() {
    let mut world = World::with_function();
    let invoke = Invoke {
        function_name: "fn".into(),
        invocation_type: Some("Event".into()),
        ..Invoke::default()
    };
    let mut check = |reserved: i64, running: u32, room: Room| {
        world
            .put(
                "/2017-10-31/functions/fn/concurrency",
                &json!({ "ReservedConcurrentExecutions": reserved }),
            )
            .expect_status(200);
        let moment = world.moment();
        let running = beside(&[("$LATEST", running)]);
        let name = "fn".parse().unwrap();
        let function = world.service.function(&name).unwrap();
        assert_eq!(function.room(&Qualifier::Latest, &running[&name]), room);
        let invocation = world.service.invoke(&invoke, moment, 0.0, &running);
        let response = rest::answer_invocation(&invocation.unwrap(), None);
        assert_eq!(response.status, 202);
    };
    check(2, 1, Room::Free);
    check(2, 2, Room::Taken);
    check(0, 0, Room::Closed);
}

#[test]
fn the_answer_says_which_version_ran_and_whether_it_failed() {
    let mut world = canary(1.0);
    let invocation = world.invoke(Some("live"), 0.0).unwrap();
    let header = |response: &rest::Response, name: &str| {
        let found = response.headers.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.clone())
    };
    let mut execution = execution("\"text\"");
    let response = rest::answer_invocation(&invocation, Some(&execution));
    assert_eq!(response.status, 200);
    assert_eq!(response.body, b"\"text\"");
    assert_eq!(
        header(&response, "X-Amz-Executed-Version").as_deref(),
        Some("2")
    );
    assert_eq!(header(&response, "X-Amz-Function-Error"), None);
    assert_eq!(header(&response, "X-Amz-Log-Result"), None);
    execution.failure = Some(Failure::Error);
    let response = rest::answer_invocation(&invocation, Some(&execution));
    assert_eq!(response.status, 200);
    assert_eq!(
        header(&response, "X-Amz-Function-Error").as_deref(),
        Some("Unhandled")
    );
}

#[test]
fn nobody_waits_for_an_event_or_a_dry_run() {
    let mut world = World::with_function();
    for (invocation_type, status) in [("Event", 202), ("DryRun", 204)] {
        let invoke = Invoke {
            function_name: "fn".into(),
            invocation_type: Some(invocation_type.into()),
            ..Invoke::default()
        };
        let invocation = world.invoke_with(&invoke, 0.0).unwrap();
        let response = rest::answer_invocation(&invocation, None);
        assert_eq!(response.status, status);
        assert!(response.body.is_empty());
        assert!(
            response
                .headers
                .iter()
                .all(|(name, _)| *name != "X-Amz-Executed-Version")
        );
    }
}

#[test]
fn what_an_environment_wrote_belongs_to_the_callers_log_if_it_could_not_start() {
    let mut world = World::with_function();
    let invoke = Invoke {
        function_name: "fn".into(),
        log_type: Some("Tail".into()),
        ..Invoke::default()
    };
    let invocation = world.invoke_with(&invoke, 0.0).unwrap();
    let log = invocation.log(&execution("null"));
    let mut execution = execution("null");
    execution.init_log = Some("importing\n".to_owned());
    assert_eq!(invocation.callers_log(&execution), log);
    execution.init_status = InitStatus::Error;
    assert_eq!(
        invocation.callers_log(&execution),
        format!("importing\n{log}")
    );
    let tail = BASE64_STANDARD.encode(invocation.callers_log(&execution));
    let response = rest::answer_invocation(&invocation, Some(&execution));
    assert!(response.headers.contains(&("X-Amz-Log-Result", tail)));
}

#[test]
fn a_start_that_took_too_long_is_reported_and_is_no_part_of_the_bill() {
    let mut world = World::with_function();
    let invocation = world.invoke(None, 0.0).unwrap();
    let mut execution = execution("null");
    execution.init_log = Some("importing\n".to_owned());
    execution.init_duration = Some(Duration::from_secs(10));
    let check = |execution: &Execution, init_report: &str| {
        let log = invocation.init_log(execution);
        let (init_start, rest) = log.split_once('\n').unwrap();
        assert!(init_start.starts_with("INIT_START Runtime Version: python:3."));
        assert_eq!(rest, format!("importing\n{init_report}"));
    };
    check(&execution, "");
    assert!(execution.billed() > Duration::from_secs(10));
    assert!(
        invocation
            .log(&execution)
            .contains("\tInit Duration: 10000.00 ms\t")
    );
    execution.init_status = InitStatus::Timeout;
    check(
        &execution,
        "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout\n",
    );
    assert!(execution.billed() < Duration::from_secs(10));
    assert!(!invocation.log(&execution).contains("Init Duration"));
    execution.init_status = InitStatus::Error;
    check(
        &execution,
        "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: error\n",
    );
}

#[test]
fn the_log_runs_from_start_to_report() {
    let mut world = World::with_function();
    let invoke = Invoke {
        function_name: "fn".into(),
        log_type: Some("Tail".into()),
        ..Invoke::default()
    };
    let invocation = world.invoke_with(&invoke, 0.0).unwrap();
    let mut execution = execution("null");
    execution.log = "printed\n".to_owned();
    execution.init_duration = Some(Duration::from_micros(110_100));
    let id = invocation.request_id;
    let log = invocation.log(&execution);
    assert_eq!(
        log,
        format!(
            "START RequestId: {id} Version: $LATEST\nprinted\nEND RequestId: {id}\nREPORT RequestId: \
             {id}\tDuration: 3.01 ms\tBilled Duration: 114 ms\tMemory Size: 128 MB\tMax Memory Used: 36 \
             MB\tInit Duration: 110.10 ms\t\n"
        )
    );
    let response = rest::answer_invocation(&invocation, Some(&execution));
    let (_, tail) = response
        .headers
        .iter()
        .find(|(name, _)| *name == "X-Amz-Log-Result")
        .unwrap();
    assert_eq!(BASE64_STANDARD.decode(tail).unwrap(), log.as_bytes());
}

#[test]
fn only_a_call_that_is_waited_for_takes_its_client_context_along() {
    let mut world = World::with_function();
    let mut context = |invocation_type: &str| {
        let invoke = Invoke {
            function_name: "fn".into(),
            invocation_type: Some(invocation_type.into()),
            client_context: Some("{}".into()),
            ..Invoke::default()
        };
        world.invoke_with(&invoke, 0.0).unwrap().client_context
    };
    assert_eq!(context("RequestResponse").as_deref(), Some("{}"));
    assert_eq!(context("Event"), None);
}
