//! What the history tells, and going back and forth in it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod service;

use lambda_playground::lambda::rest::{self, Request};
use lambda_playground::lambda::{Ahead, CloudDelays, Qualifier, Service};
use serde_json::json;

use service::World;

/// The function `fn` with two versions, and the alias `prod` that was created for 1, moved to 2 and deleted.
fn walked() -> World {
    let mut world = World::with_versions(2);
    world.create_alias(&json!({"Name": "prod", "FunctionVersion": "1"}));
    world.update_alias("prod", &json!({"FunctionVersion": "2"}));
    world.delete("/fn/aliases/prod").expect_status(204);
    world
}

fn words(service: &Service) -> Vec<String> {
    service.history().iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check(service: &Service, ahead: &Ahead, done: &str, to_do: &[&str]) {
    assert_eq!(words(service).last().map_or("", |it| it), done);
    let left: Vec<_> = ahead.changes().iter().map(ToString::to_string).collect();
    assert_eq!(left, to_do);
}

fn undo(service: &mut Service, ahead: &mut Ahead) {
    let step = ahead.undo_step(service).unwrap();
    ahead.go_to(service, step).unwrap();
}

fn redo(service: &mut Service, ahead: &mut Ahead) {
    let step = ahead.redo_step(service).unwrap();
    ahead.go_to(service, step).unwrap();
}

#[test]
fn changes_are_told_in_a_few_words() {
    let mut world = walked();
    world.delete("/fn/versions/1");
    world.put("/fn/configuration", &json!({"MemorySize": 256}));
    let moment = world.moment();
    world.service.set_delays(CloudDelays::UntilSettled, moment);
    world.delete("/fn?Qualifier=1").expect_status(204);
    world.settle();
    world.delete("/fn").expect_status(204);
    assert_eq!(
        words(&world.service),
        [
            "CreateFunction fn",
            "PublishVersion 1",
            "UpdateFunctionCode",
            "PublishVersion 2",
            "CreateAlias prod",
            "UpdateAlias prod",
            "DeleteAlias prod",
            "UpdateFunctionConfiguration",
            "Cloud delays: until settled",
            "DeleteFunction fn:1",
            "Settled",
            "DeleteFunction fn",
        ]
    );
}

#[test]
fn undoing_and_redoing_gives_the_same_service() {
    let World { mut service, .. } = walked();
    let before = service.clone();
    let mut ahead = Ahead::default();
    undo(&mut service, &mut ahead);
    check(&service, &ahead, "UpdateAlias prod", &["DeleteAlias prod"]);
    undo(&mut service, &mut ahead);
    check(
        &service,
        &ahead,
        "CreateAlias prod",
        &["UpdateAlias prod", "DeleteAlias prod"],
    );
    let alias = service
        .functions()
        .next()
        .unwrap()
        .aliases()
        .next()
        .unwrap();
    assert_eq!(
        alias.routing().primary(),
        Qualifier::Version("1".parse().unwrap())
    );
    redo(&mut service, &mut ahead);
    redo(&mut service, &mut ahead);
    check(&service, &ahead, "DeleteAlias prod", &[]);
    assert_eq!(service, before);
    assert_eq!(ahead.redo_step(&service), None);
}

#[test]
fn everything_can_be_undone_and_nothing_more() {
    let World { mut service, .. } = walked();
    let mut ahead = Ahead::default();
    while let Some(step) = ahead.undo_step(&service) {
        ahead.go_to(&mut service, step).unwrap();
    }
    assert_eq!(service, Service::new(CloudDelays::None));
    assert_eq!(ahead.changes().len(), 7);
}

#[test]
fn a_step_shows_what_was_and_what_will_be() {
    let World { mut service, .. } = walked();
    let mut ahead = Ahead::default();
    ahead.go_to(&mut service, 3).unwrap();
    let versions = |step| {
        let service = ahead.service_at(&service, step).unwrap();
        service
            .functions()
            .map(|it| it.versions().count())
            .collect::<Vec<_>>()
    };
    assert_eq!(versions(0), [0; 0]);
    assert_eq!(versions(1), [0]);
    assert_eq!(versions(3), [1]);
    assert_eq!(versions(7), [2]);
}

#[test]
fn what_the_cloud_did_by_itself_is_undone_and_redone_with_what_caused_it() {
    let mut world = World::with_versions(1);
    let path = "/2019-09-30/functions/fn/provisioned-concurrency?Qualifier=1";
    let mut request = Request::new("PUT", path);
    request.body = br#"{"ProvisionedConcurrentExecutions": 1}"#.as_slice().into();
    assert_eq!(world.answer(&request).status, 202);
    let moment = world.moment();
    let failed =
        world
            .service
            .fail_provisioning(&"fn".parse().unwrap(), "1".parse().unwrap(), moment);
    assert!(failed);
    let World { mut service, .. } = world;
    let mut ahead = Ahead::default();
    undo(&mut service, &mut ahead);
    let both = [
        "PutProvisionedConcurrencyConfig 1",
        "Provisioning failed for version 1",
    ];
    check(&service, &ahead, "PublishVersion 1", &both);
    redo(&mut service, &mut ahead);
    check(&service, &ahead, both[1], &[]);
}

#[test]
fn a_script_sends_what_was_sent_but_no_revision_ids() {
    let mut world = World::with_function();
    let revision = world.get("/fn/configuration").text("RevisionId");
    world
        .publish(&json!({"Description": "first \"try\"", "RevisionId": revision}))
        .expect_status(201);
    world.settle();
    let script = rest::script(world.service.history()[1..].iter().map(|it| &**it));
    let (_, calls) = script.split_once("\n};\n").unwrap();
    let lines: Vec<_> = calls
        .lines()
        .filter(|line| !line.starts_with("//"))
        .collect();
    assert_eq!(
        lines,
        [
            "",
            r#"await send("POST", "/2015-03-31/functions/fn/versions", {"#,
            r#"  "Description": "first \"try\"""#,
            "});",
            "",
            "await window.lambda.settle();",
        ]
    );
}
