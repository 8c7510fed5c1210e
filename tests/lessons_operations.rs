//! Lessons 8 and 9: cold starts, and safe hands.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod lessons;

use lambda_playground::lambda::{DeleteFunction, PutProvisionedConcurrencyConfig, UpdateAlias};
use lessons::Rehearsal;
use serde_json::json;

const SLOW: &str = "slow-start-demo";

/// Moves `prod` as the alias's dialog does.
fn move_prod(function: &str, version: &str) -> UpdateAlias {
    UpdateAlias {
        function_name: function.to_owned(),
        name: "prod".to_owned(),
        function_version: Some(version.to_owned()),
        weights: Some([].into()),
        ..UpdateAlias::default()
    }
}

fn keep_ready(qualifier: &str) -> PutProvisionedConcurrencyConfig {
    PutProvisionedConcurrencyConfig {
        function_name: SLOW.to_owned(),
        qualifier: Some(qualifier.to_owned()),
        provisioned_concurrent_executions: Some(1),
    }
}

#[test]
fn cold_starts_as_shown() {
    let mut learner = Rehearsal::prepared("cold-starts");
    learner.check("call-cold", "");
    learner.do_until("");
    learner.check_steps(&["done"; 6]);
}

#[test]
fn cold_starts_with_a_canary_and_an_alias_kept_ready() {
    let mut learner = Rehearsal::prepared("cold-starts");
    learner.test("1");
    learner.fire("prod", 3);
    learner.check("call-at-once", "");
    learner.request(
        "PUT",
        "/2015-03-31/functions/slow-start-demo/aliases/prod",
        &json!({"RoutingConfig": {"AdditionalVersionWeights": {"2": 0.5}}}),
    );
    learner.fire("prod", 20);
    learner.check("move-cold", "");
    learner.fire("prod", 20);
    learner.check("move-cold", "already-warm");
    learner.skip();
    learner.apply(move_prod(SLOW, "2")).unwrap();
    learner.apply(keep_ready("prod")).unwrap();
    learner.check("keep-ready", "other-version-kept-ready");
    learner.apply(move_prod(SLOW, "3")).unwrap();
    learner.check("call-ready", "");
    learner.test("prod");
    learner.check_steps(&["done", "done", "done", "skipped", "done", "done"]);
}

#[test]
fn cold_starts_by_script() {
    let mut learner = Rehearsal::prepared("cold-starts");
    let function = "/2015-03-31/functions/slow-start-demo";
    let invoke = format!("{function}/invocations?Qualifier=prod");
    learner.request("POST", &invoke, &json!({}));
    learner.check("call-warm", "");
    learner.request("POST", &invoke, &json!({}));
    learner.check("call-at-once", "");
    learner.fire("prod", 2);
    let alias = format!("{function}/aliases/prod");
    learner.request("PUT", &alias, &json!({"FunctionVersion": "2"}));
    learner.check("move-cold", "");
    learner.request("POST", &invoke, &json!({}));
    let provisioned = "/2019-09-30/functions/slow-start-demo/provisioned-concurrency?Qualifier=3";
    let body = json!({"ProvisionedConcurrentExecutions": 2});
    learner.request("PUT", provisioned, &body);
    learner.check("call-ready", "");
    learner.request("PUT", &alias, &json!({"FunctionVersion": "3"}));
    learner.request("POST", &invoke, &json!({}));
    learner.check_steps(&["done"; 6]);
}

#[test]
fn the_slips_of_cold_starts() {
    let mut learner = Rehearsal::prepared("cold-starts");
    learner.test("prod");
    learner.test("2");
    learner.check("call-warm", "another-environment");
    learner.test("prod");
    learner.test("prod");
    learner.check("call-at-once", "one-at-a-time");
    learner.fire("prod", 20);
    learner.test("prod");
    learner.check("move-cold", "prod-not-moved");
    learner.apply(move_prod(SLOW, "2")).unwrap();
    learner.test("prod");
    learner.check("move-cold", "already-warm");
    learner.skip();
    learner.apply(keep_ready("$LATEST")).unwrap_err();
    learner.check("keep-ready", "latest-kept-ready");
    learner.skip();
    learner.apply(move_prod(SLOW, "3")).unwrap();
    learner.test("prod");
    learner.check("call-ready", "not-kept-ready");
    learner.apply(keep_ready("3")).unwrap();
    learner.apply(move_prod(SLOW, "1")).unwrap();
    learner.check_steps(&["done", "done", "done", "skipped", "skipped", "open"]);
}

#[test]
fn a_cold_start_that_is_over_is_not_one() {
    let mut learner = Rehearsal::prepared("cold-starts");
    learner.do_until("move-cold");
    learner.open("cold-starts");
    learner.test("prod");
    learner.check("move-cold", "prod-not-moved");
}

#[test]
fn a_lesson_whose_function_was_deleted_is_set_up_under_a_name_that_counts_from_one() {
    let mut learner = Rehearsal::prepared("cold-starts");
    learner
        .apply(DeleteFunction {
            function_name: SLOW.to_owned(),
            qualifier: None,
        })
        .unwrap();
    assert!(!learner.is_ready());
    learner.set_up();
    assert_eq!(learner.function().to_string(), "slow-start-demo-2");
    learner.do_until("");
}
