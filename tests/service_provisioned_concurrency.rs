//! Provisioned concurrency: what it can be set on, when it is ready, and when it goes.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod service;

use jiff::SignedDuration;
use lambda_playground::lambda::{CloudDelays, Function, Initialization};
use serde_json::{Value, json};
use service::{ARN, Answer, World};

const CONFIG: &str = "/2019-09-30/functions/fn/provisioned-concurrency";

fn put(world: &mut World, qualifier: &str, executions: i64) -> Answer {
    world.put(
        &format!("{CONFIG}?Qualifier={qualifier}"),
        &json!({ "ProvisionedConcurrentExecutions": executions }),
    )
}

fn get(world: &mut World, qualifier: &str) -> Answer {
    world.get(&format!("{CONFIG}?Qualifier={qualifier}"))
}

fn delete(world: &mut World, qualifier: &str) -> Answer {
    world.delete(&format!("{CONFIG}?Qualifier={qualifier}"))
}

fn reserve(world: &mut World, executions: i64) -> Answer {
    world.put(
        "/2017-10-31/functions/fn/concurrency",
        &json!({ "ReservedConcurrentExecutions": executions }),
    )
}

/// The ARNs that are listed, with their state.
fn listed(world: &mut World) -> Vec<Value> {
    let answer = world.get(&format!("{CONFIG}?List=ALL")).expect_status(200);
    let configs = answer.body["ProvisionedConcurrencyConfigs"].as_array();
    let entry = |config: &Value| json!([config["FunctionArn"], config["Status"]]);
    configs.into_iter().flatten().map(entry).collect()
}

#[track_caller]
fn check_missing(answer: &Answer) {
    answer.expect_error(
        404,
        "ProvisionedConcurrencyConfigNotFoundException",
        "No Provisioned Concurrency Config found for this function",
    );
    assert_eq!(answer.body["Type"], "User");
}

#[test]
fn it_is_in_progress_at_first_and_ready_before_the_next_operation() {
    let mut world = World::with_alias(2);
    let answer = put(&mut world, "1", 2).expect_status(202);
    assert_eq!(
        answer.body,
        json!({
            "RequestedProvisionedConcurrentExecutions": 2,
            "AvailableProvisionedConcurrentExecutions": 0,
            "AllocatedProvisionedConcurrentExecutions": 0,
            "Status": "IN_PROGRESS",
            "LastModified": answer.text("LastModified"),
        })
    );
    let modified = answer.text("LastModified");
    assert!(
        modified.ends_with("+0000") && !modified.contains('.'),
        "{modified}"
    );
    assert_eq!(
        get(&mut world, "1").expect_status(200).body,
        json!({
            "RequestedProvisionedConcurrentExecutions": 2,
            "AvailableProvisionedConcurrentExecutions": 2,
            "AllocatedProvisionedConcurrentExecutions": 2,
            "Status": "READY",
            "LastModified": modified,
        })
    );
}

#[test]
fn it_becomes_ready_by_the_clock_or_on_request() {
    let provisioned = |delays| {
        let mut world = World::with_delays(delays);
        world
            .create_with("fn", &json!({ "Publish": true }))
            .expect_status(201);
        world.settle();
        put(&mut world, "1", 1).expect_status(202);
        world
    };
    let mut world = provisioned(CloudDelays::UntilSettled);
    assert_eq!(get(&mut world, "1").text("Status"), "IN_PROGRESS");
    world.settle();
    assert_eq!(get(&mut world, "1").text("Status"), "READY");
    // Each operation happens a second after the one before.
    let mut world = provisioned(CloudDelays::After(SignedDuration::from_secs(2)));
    assert_eq!(get(&mut world, "1").text("Status"), "IN_PROGRESS");
    assert_eq!(get(&mut world, "1").text("Status"), "READY");
}

#[test]
fn what_serves_calls_goes_on_serving_them_while_more_is_on_its_way() {
    let mut world = World::with_delays(CloudDelays::UntilSettled);
    world
        .create_with("fn", &json!({ "Publish": true }))
        .expect_status(201);
    world.settle();
    put(&mut world, "1", 2).expect_status(202);
    world.settle();
    let answer = put(&mut world, "1", 5).expect_status(202);
    assert_eq!(answer.body["AvailableProvisionedConcurrentExecutions"], 2);
    let answer = put(&mut world, "1", 1).expect_status(202);
    assert_eq!(answer.body["AvailableProvisionedConcurrentExecutions"], 1);
}

/// Has an environment of a version of `fn` be unable to start.
fn fail(world: &mut World, version: &str) -> bool {
    let moment = world.moment();
    let (name, version) = ("fn".parse().unwrap(), version.parse().unwrap());
    world.service.fail_provisioning(&name, version, moment)
}

#[test]
fn it_fails_when_an_environment_cannot_start() {
    let mut world = World::with_versions(1);
    let modified = put(&mut world, "1", 2).text("LastModified");
    assert!(fail(&mut world, "1"));
    assert_eq!(
        get(&mut world, "1").expect_status(200).body,
        json!({
            "RequestedProvisionedConcurrentExecutions": 2,
            "AvailableProvisionedConcurrentExecutions": 0,
            "AllocatedProvisionedConcurrentExecutions": 0,
            "Status": "FAILED",
            "StatusReason": "FUNCTION_ERROR_INIT_FAILURE",
            "LastModified": modified,
        })
    );
    assert_eq!(listed(&mut world), [json!([format!("{ARN}:1"), "FAILED"])]);
    assert_eq!(provisions(&world), []);
    // Calls are served all the same.
    assert!(world.invoke(Some("1"), 0.0).is_ok());
}

#[test]
fn that_it_failed_is_told_when_it_is_settled() {
    let mut world = World::with_delays(CloudDelays::UntilSettled);
    world
        .create_with("fn", &json!({ "Publish": true }))
        .expect_status(201);
    world.settle();
    put(&mut world, "1", 1).expect_status(202);
    fail(&mut world, "1");
    let answer = get(&mut world, "1");
    assert_eq!(answer.text("Status"), "IN_PROGRESS");
    assert!(!answer.has("StatusReason"));
    world.settle();
    let answer = get(&mut world, "1");
    assert_eq!(answer.text("Status"), "FAILED");
    assert_eq!(answer.body["AvailableProvisionedConcurrentExecutions"], 0);
}

#[test]
fn it_is_tried_anew_when_it_is_set_again_or_its_alias_moves() {
    let mut world = World::with_alias(2);
    put(&mut world, "live", 1).expect_status(202);
    fail(&mut world, "1");
    assert_eq!(get(&mut world, "live").text("Status"), "FAILED");
    assert_eq!(put(&mut world, "live", 1).text("Status"), "IN_PROGRESS");
    assert_eq!(get(&mut world, "live").text("Status"), "READY");

    fail(&mut world, "1");
    world
        .update_alias("live", &json!({ "FunctionVersion": "2" }))
        .expect_status(200);
    assert_eq!(get(&mut world, "live").text("Status"), "READY");
    assert_eq!(provisions(&world).len(), 1);
}

#[test]
fn an_environment_that_nothing_asks_for_cannot_fail() {
    let mut world = World::with_alias(2);
    put(&mut world, "live", 1).expect_status(202);
    let changes = world.service.history().len();
    assert!(!fail(&mut world, "2"));
    assert!(fail(&mut world, "1"));
    assert!(!fail(&mut world, "1"));
    assert_eq!(world.service.history().len(), changes + 1);
}

#[test]
fn latest_cannot_have_it() {
    let mut world = World::with_alias(2);
    put(&mut world, "$LATEST", 1).expect_error(
        400,
        "InvalidParameterValueException",
        "Provisioned Concurrency Configs cannot be applied to unpublished function versions.",
    );
    for answer in [get(&mut world, "$LATEST"), delete(&mut world, "$LATEST")] {
        answer.expect_error(
            400,
            "InvalidParameterValueException",
            "The function resource provided must be an alias or a published version.",
        );
    }
    // Also when the function is not there.
    World::new()
        .put(
            &format!("{CONFIG}?Qualifier=$LATEST"),
            &json!({ "ProvisionedConcurrentExecutions": 1 }),
        )
        .expect_status(400);
}

#[test]
fn every_malformed_member_is_reported() {
    let mut world = World::with_alias(2);
    put(&mut world, "1", 0).expect_error(
        400,
        "ValidationException",
        "1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to \
         satisfy constraint: Member must have value greater than or equal to 1",
    );
    let answer = world.put(CONFIG, &json!({})).expect_status(400);
    let message = answer.text("message");
    assert!(
        message.starts_with("2 validation errors detected: "),
        "{message}"
    );
    assert!(message.contains("Value null at 'qualifier'"), "{message}");
    world.get(&format!("{CONFIG}?Qualifier=a.b")).expect_error(
        400,
        "ValidationException",
        "1 validation error detected: Value 'a.b' at 'qualifier' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: (|[a-zA-Z0-9$_-]+)",
    );
    world
        .get(&format!("{CONFIG}?List=ALL&MaxItems=51"))
        .expect_error(
            400,
            "ValidationException",
            "1 validation error detected: Value '51' at 'maxItems' failed to satisfy constraint: \
             Member must have value less than or equal to 50",
        );
}

#[test]
fn what_is_missing_is_told_in_the_words_of_its_kind() {
    for mut world in [World::with_alias(2), World::new()] {
        for (qualifier, message) in [
            ("noalias", format!("Cannot find alias arn: {ARN}:noalias")),
            ("10", format!("Function not found: {ARN}:10")),
        ] {
            for answer in [
                put(&mut world, qualifier, 1),
                get(&mut world, qualifier),
                delete(&mut world, qualifier),
            ] {
                answer.expect_error(404, "ResourceNotFoundException", &message);
            }
        }
    }
    World::new()
        .get(&format!("{CONFIG}?List=ALL"))
        .expect_error(
            404,
            "ResourceNotFoundException",
            &format!("Function not found: {ARN}"),
        );
}

#[test]
fn what_was_never_set_can_be_deleted_and_not_read() {
    let mut world = World::with_alias(2);
    check_missing(&get(&mut world, "1"));
    check_missing(&get(&mut world, "live"));
    delete(&mut world, "1").expect_status(204);
    put(&mut world, "1", 1).expect_status(202);
    delete(&mut world, "1").expect_status(204);
    check_missing(&get(&mut world, "1"));
}

#[test]
fn an_alias_and_its_version_exclude_each_other() {
    let mut world = World::with_alias(2);
    put(&mut world, "1", 1).expect_status(202);
    put(&mut world, "live", 1).expect_error(
        409,
        "ResourceConflictException",
        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned \
         version",
    );
    delete(&mut world, "1").expect_status(204);
    put(&mut world, "live", 1).expect_status(202);
    put(&mut world, "1", 1).expect_error(
        409,
        "ResourceConflictException",
        "Version is pointed by a Provisioned Concurrency alias",
    );
    put(&mut world, "2", 1).expect_status(202);
}

#[test]
fn a_weighted_alias_cannot_get_it_but_one_that_has_it_can_get_weights() {
    let mut world = World::with_alias(2);
    let weights = json!({ "RoutingConfig": { "AdditionalVersionWeights": { "2": 0.2 } } });
    let none = json!({ "RoutingConfig": { "AdditionalVersionWeights": {} } });
    world.update_alias("live", &weights).expect_status(200);
    put(&mut world, "live", 1).expect_error(
        400,
        "InvalidParameterValueException",
        "Alias with weights can not be used with Provisioned Concurrency",
    );
    world.update_alias("live", &none).expect_status(200);
    put(&mut world, "live", 1).expect_status(202);
    world.update_alias("live", &weights).expect_status(200);
    assert_eq!(get(&mut world, "live").text("Status"), "READY");
}

#[test]
fn an_alias_of_latest_cannot_have_it() {
    let mut world = World::with_alias(2);
    let latest = json!({ "FunctionVersion": "$LATEST" });
    let message =
        "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";
    world.update_alias("live", &latest).expect_status(200);
    put(&mut world, "live", 1).expect_error(400, "InvalidParameterValueException", message);
    world
        .update_alias("live", &json!({ "FunctionVersion": "1" }))
        .expect_status(200);
    put(&mut world, "live", 1).expect_status(202);
    world.update_alias("live", &latest).expect_error(
        400,
        "InvalidParameterValueException",
        message,
    );
}

#[test]
fn an_alias_that_moves_starts_anew_and_never_onto_a_version_that_has_its_own() {
    let mut world = World::with_delays(CloudDelays::UntilSettled);
    world
        .create_with("fn", &json!({ "Publish": true }))
        .expect_status(201);
    world.settle();
    world.update_code("two").expect_status(200);
    world.settle();
    world.publish(&json!({})).expect_status(201);
    world
        .create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }))
        .expect_status(201);
    put(&mut world, "live", 1).expect_status(202);
    world.settle();
    world
        .update_alias("live", &json!({ "Description": "stays" }))
        .expect_status(200);
    assert_eq!(get(&mut world, "live").text("Status"), "READY");
    world
        .update_alias("live", &json!({ "FunctionVersion": "2" }))
        .expect_status(200);
    let moved = get(&mut world, "live");
    assert_eq!(moved.text("Status"), "IN_PROGRESS");
    assert_eq!(moved.body["AvailableProvisionedConcurrentExecutions"], 1);
    put(&mut world, "1", 1).expect_status(202);
    world
        .update_alias("live", &json!({ "FunctionVersion": "1" }))
        .expect_error(
            409,
            "ResourceConflictException",
            "Alias can't be used for Provisioned Concurrency configuration on an already \
             Provisioned version",
        );
}

#[test]
fn it_fits_into_what_is_reserved() {
    let mut world = World::with_alias(2);
    reserve(&mut world, 3).expect_status(200);
    put(&mut world, "1", 2).expect_status(202);
    let over = "Requested Provisioned Concurrency should not be greater than the \
                reservedConcurrentExecution for function";
    put(&mut world, "2", 2).expect_error(400, "InvalidParameterValueException", over);
    put(&mut world, "2", 1).expect_status(202);
    // What is replaced does not count.
    put(&mut world, "1", 3).expect_error(400, "InvalidParameterValueException", over);
    put(&mut world, "1", 1).expect_status(202);

    let answer = reserve(&mut world, 1);
    answer.expect_error(
        400,
        "InvalidParameterValueException",
        " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned \
         concurrency [2].",
    );
    assert!(!answer.has("Type"));
    reserve(&mut world, 2).expect_status(200);
}

#[test]
fn it_counts_against_what_the_account_must_leave_unreserved() {
    let mut world = World::with_alias(2);
    let answer = put(&mut world, "1", 1001);
    answer.expect_error(
        400,
        "InvalidParameterValueException",
        "Specified ConcurrentExecutions for function is greater than account's unreserved \
         concurrency [1000].",
    );
    assert!(!answer.has("Type"));
    let answer = put(&mut world, "1", 901);
    answer.expect_error(
        400,
        "InvalidParameterValueException",
        "Specified ConcurrentExecutions for function decreases account's \
         UnreservedConcurrentExecution below its minimum value of [100].",
    );
    assert!(!answer.has("Type"));
    put(&mut world, "1", 900).expect_status(202);

    world.create("other").expect_status(201);
    let other = "/2017-10-31/functions/other/concurrency";
    let one = json!({ "ReservedConcurrentExecutions": 1 });
    world.put(other, &one).expect_error(
        400,
        "InvalidParameterValueException",
        "Specified ReservedConcurrentExecutions for function decreases account's \
         UnreservedConcurrentExecution below its minimum value of [100].",
    );
    put(&mut world, "1", 899).expect_status(202);
    world.put(other, &one).expect_status(200);
}

#[test]
fn it_goes_with_the_alias_the_version_and_the_function() {
    let mut world = World::with_alias(2);
    put(&mut world, "live", 1).expect_status(202);
    put(&mut world, "2", 1).expect_status(202);
    let ready = |qualifier: &str| json!([format!("{ARN}:{qualifier}"), "READY"]);
    assert_eq!(listed(&mut world), [ready("2"), ready("live")]);
    world.delete("/fn/aliases/live").expect_status(204);
    get(&mut world, "live").expect_error(
        404,
        "ResourceNotFoundException",
        &format!("Cannot find alias arn: {ARN}:live"),
    );
    assert_eq!(listed(&mut world), [ready("2")]);
    world.delete("/fn?Qualifier=2").expect_status(204);
    assert!(listed(&mut world).is_empty());
    put(&mut world, "1", 1).expect_status(202);
    world.delete("/fn").expect_status(204);
    world.create("fn").expect_status(201);
    assert!(listed(&mut world).is_empty());
}

#[test]
fn the_list_comes_in_pages() {
    let mut world = World::with_versions(3);
    for version in ["1", "2", "3"] {
        put(&mut world, version, 1).expect_status(202);
    }
    let page = world
        .get(&format!("{CONFIG}?List=ALL&MaxItems=2"))
        .expect_status(200);
    assert_eq!(
        page.body["ProvisionedConcurrencyConfigs"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let marker = page.text("NextMarker");
    let page = world
        .get(&format!("{CONFIG}?List=ALL&Marker={marker}"))
        .expect_status(200);
    assert_eq!(
        page.body["ProvisionedConcurrencyConfigs"][0]["FunctionArn"],
        format!("{ARN}:3")
    );
    assert!(!page.has("NextMarker"));
}

#[test]
fn a_qualifier_may_stand_in_the_name() {
    let mut world = World::with_alias(2);
    let named = "/2019-09-30/functions/fn:live/provisioned-concurrency";
    world
        .put(
            &format!("{named}?Qualifier=live"),
            &json!({ "ProvisionedConcurrentExecutions": 1 }),
        )
        .expect_status(202);
    world.get(&format!("{named}?Qualifier=1")).expect_error(
        400,
        "InvalidParameterValueException",
        "The derived qualifier from the function name does not match the specified qualifier.",
    );
}

/// The versions whose environments are kept ready, and how many of each.
fn provisions(world: &World) -> Vec<(String, u32)> {
    let provisions = world.service.functions().flat_map(Function::provisions);
    provisions
        .map(|(target, count)| (target.version.to_string(), count))
        .collect()
}

#[test]
fn environments_of_the_version_are_kept_ready_as_long_as_it_is_provisioned() {
    let mut world = World::with_alias(2);
    let one = |version: &str, count| (version.to_owned(), count);
    assert!(provisions(&world).is_empty());
    put(&mut world, "2", 3).expect_status(202);
    put(&mut world, "live", 2).expect_status(202);
    assert_eq!(provisions(&world), [one("2", 3), one("1", 2)]);
    delete(&mut world, "2").expect_status(204);
    world
        .update_alias("live", &json!({ "FunctionVersion": "2" }))
        .expect_status(200);
    assert_eq!(provisions(&world), [one("2", 2)]);
    world.delete("/fn/aliases/live").expect_status(204);
    assert!(provisions(&world).is_empty());
}

#[test]
fn a_weighted_alias_shares_its_environments_by_weight_rounded_up() {
    #[track_caller]
    fn check(count: i64, weight: f64, expect: [u32; 2]) {
        let mut world = World::with_alias(2);
        put(&mut world, "live", count).expect_status(202);
        let weights = json!({ "AdditionalVersionWeights": { "2": weight } });
        world
            .update_alias("live", &json!({ "RoutingConfig": weights }))
            .expect_status(200);
        let counts: Vec<u32> = provisions(&world).iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, expect);
    }
    check(10, 0.7, [3, 7]);
    check(10, 0.25, [8, 3]);
    check(1, 0.1, [1, 1]);
    check(5, 0.0, [5, 0]);
    check(5, 1.0, [0, 5]);
}

#[test]
fn an_environment_is_told_why_it_was_started() {
    let mut world = World::with_alias(2);
    put(&mut world, "1", 1).expect_status(202);
    let (target, _) = world
        .service
        .functions()
        .flat_map(Function::provisions)
        .next()
        .unwrap();
    let check = |initialization, expect: &str| {
        let variables = target.variables(initialization, "stream");
        assert_eq!(variables["AWS_LAMBDA_INITIALIZATION_TYPE"], expect);
        assert_eq!(variables["AWS_LAMBDA_FUNCTION_VERSION"], "1");
    };
    check(Initialization::Provisioned, "provisioned-concurrency");
    check(Initialization::OnDemand, "on-demand");
    // What calls reach is the same environment.
    assert_eq!(world.invoke(Some("1"), 0.0).unwrap().target(), target);
}
