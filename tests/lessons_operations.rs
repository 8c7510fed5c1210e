//! Lessons 8 and 9: cold starts, and safe hands.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod lessons;

use lambda_playground::lambda::{
    DeleteAlias, DeleteFunction, PublishVersion, PutProvisionedConcurrencyConfig, UpdateAlias,
};
use lessons::Rehearsal;
use serde_json::json;

const SLOW: &str = "slow-start-demo";
const TEAM: &str = "team-demo";

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
    learner.test("prod");
    learner.test("prod");
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
    learner.test("$LATEST");
    learner.check("call-cold", "invoked-latest");
    learner.test("prod");
    learner.test("2");
    learner.check("call-warm", "invoked-version");
    learner.test("prod");
    learner.test("prod");
    learner.check("call-at-once", "one-at-a-time");
    learner.test("1");
    learner.test("1");
    learner.call("prod", 20);
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

/// Does what a line for the browser's console does.
fn paste(learner: &mut Rehearsal, name: &str) -> u16 {
    let line = learner.fact(name);
    let quoted: Vec<&str> = line.split('"').collect();
    let body = line.split('\'').nth(1).unwrap();
    learner.request(quoted[3], quoted[1], &body.parse().unwrap())
}

#[test]
fn safe_hands_as_shown() {
    let mut learner = Rehearsal::prepared("safe-hands");
    learner.check("stale-revision", "");
    learner.do_until("");
    learner.check_steps(&["done"; 6]);
}

#[test]
fn safe_hands_by_the_lines_of_the_hints_and_by_buttons() {
    let mut learner = Rehearsal::prepared("safe-hands");
    assert_eq!(paste(&mut learner, "stale"), 412);
    learner.check("fresh-revision", "");
    assert_eq!(paste(&mut learner, "fresh"), 200);
    learner.check("wrong-digest", "");
    assert_eq!(paste(&mut learner, "wrong"), 400);
    learner.check("right-digest", "");
    assert_eq!(paste(&mut learner, "right"), 200);
    learner.check("delete-used", "");
    assert_eq!(learner.fact("users"), "audit");
    learner.apply(delete_version("1")).unwrap_err();
    learner.check("free-and-delete", "");
    learner.apply(delete_alias("audit")).unwrap();
    learner.apply(delete_version("1")).unwrap();
    learner.check_steps(&["done"; 6]);
}

#[test]
fn safe_hands_by_script_in_one_go() {
    let mut learner = Rehearsal::prepared("safe-hands");
    let function = "/2015-03-31/functions/team-demo";
    let alias = format!("{function}/aliases/prod");
    // Any revision that is not the current one is a stale one, and what it guards has to be `prod`.
    let stale = json!({"Description": "new", "RevisionId": "2f6fd7b1-5ad2-4a4e-8e1f-9b7b3fd3a001"});
    assert_eq!(
        learner.request("PUT", &format!("{function}/configuration"), &stale),
        412
    );
    learner.check("stale-revision", "");
    assert_eq!(
        learner.request("PUT", &format!("{function}/aliases/audit"), &stale),
        412
    );
    learner.check("stale-revision", "");
    assert_eq!(learner.request("PUT", &alias, &stale), 412);
    learner.check("fresh-revision", "");
    let prod = "prod".parse().unwrap();
    let revision = learner.service.function(&learner.function()).unwrap();
    let revision = revision.alias(&prod).unwrap().revision().to_string();
    let weights = json!({"AdditionalVersionWeights": {"2": 0.1}});
    let canary = json!({"RoutingConfig": weights, "RevisionId": revision});
    assert_eq!(learner.request("PUT", &alias, &canary), 200);
    learner.check("wrong-digest", "");
    learner.skip();
    assert_eq!(paste(&mut learner, "right"), 200);
    // Whoever frees the version first never sees that it is in use.
    learner.apply(delete_alias("audit")).unwrap();
    learner.apply(move_prod(TEAM, "3")).unwrap();
    learner.check("delete-used", "");
    learner.apply(delete_version("1")).unwrap();
    learner.check_steps(&["done", "done", "skipped", "done", "done", "done"]);
}

#[test]
fn the_slips_of_safe_hands() {
    let mut learner = Rehearsal::prepared("safe-hands");
    learner.apply(move_prod(TEAM, "2")).unwrap();
    learner.check("stale-revision", "overwrote");
    paste(&mut learner, "stale");
    learner.check("fresh-revision", "");
    paste(&mut learner, "stale");
    learner.check("fresh-revision", "stale-again");
    // What is guarded has to be the move, and not something else about the alias.
    let revision = learner.fact("fresh");
    let revision = revision.split("RevisionId\":\"").nth(1).unwrap();
    let noted = UpdateAlias {
        function_version: None,
        weights: None,
        description: Some("mine".to_owned()),
        revision_id: revision.split('"').next().map(str::to_owned),
        ..move_prod(TEAM, "2")
    };
    learner.apply(noted).unwrap();
    learner.check("fresh-revision", "");
    learner.apply(move_prod(TEAM, "2")).unwrap();
    learner.check("fresh-revision", "overwrote");
    paste(&mut learner, "fresh");
    let publish = || PublishVersion {
        function_name: TEAM.to_owned(),
        ..PublishVersion::default()
    };
    learner.apply(publish()).unwrap();
    learner.check("wrong-digest", "published-blindly");
    paste(&mut learner, "wrong");
    learner.check("right-digest", "");
    paste(&mut learner, "wrong");
    learner.check("right-digest", "wrong-digest-again");
    learner.apply(publish()).unwrap();
    learner.check("right-digest", "published-blindly");
    paste(&mut learner, "right");
    learner.apply(delete_version("1")).unwrap_err();
    learner.apply(delete_version("1")).unwrap_err();
    learner.check("free-and-delete", "still-in-use");
    learner.apply(delete_alias("audit")).unwrap();
    learner.apply(delete_alias("prod")).unwrap();
    learner.apply(delete_version("1")).unwrap();
    learner.check("free-and-delete", "deleted-prod");
    learner.check_steps(&["done", "done", "done", "done", "done", "open"]);
}

fn delete_version(number: &str) -> DeleteFunction {
    DeleteFunction {
        function_name: TEAM.to_owned(),
        qualifier: Some(number.to_owned()),
    }
}

fn delete_alias(name: &str) -> DeleteAlias {
    DeleteAlias {
        function_name: TEAM.to_owned(),
        name: name.to_owned(),
    }
}
