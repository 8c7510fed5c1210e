//! Lessons 1 and 2: create, deploy, test, publish.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod lessons;

use lambda_playground::lambda::{PublishVersion, UpdateFunctionCode};
use lessons::Rehearsal;
use lessons::functions::{create, zip};
use serde_json::json;

const ONE: &str = "def lambda_handler(event, context):\n    return \"this is version one.\"\n";
const TWO: &str = "def lambda_handler(event, context):\n    return \"this is version two.\"\n";

fn deploy(name: &str, source: &str) -> UpdateFunctionCode {
    UpdateFunctionCode {
        function_name: name.to_owned(),
        zip_file: Some(zip(source)),
        ..UpdateFunctionCode::default()
    }
}

#[test]
fn the_first_lesson_as_shown() {
    let mut learner = Rehearsal::of("create");
    learner.check("create-function", "");
    learner.do_until("");
    learner.check_steps(&["done"; 4]);
    assert_eq!(learner.function().to_string(), "lambda-version-demo");
}

#[test]
fn the_first_lesson_with_a_name_of_ones_own_by_buttons() {
    let mut learner = Rehearsal::of("create");
    learner.apply(create("mine", TWO)).unwrap();
    learner.check("deploy-code", "");
    learner.edit(ONE);
    learner.test("$LATEST");
    learner.check("deploy-code", "edited-without-deploying");
    learner.apply(deploy("mine", ONE)).unwrap();
    learner.save_event("hello");
    learner.workspaces.clear();
    learner.test("$LATEST");
    learner.check_steps(&["done"; 4]);
    assert_eq!(learner.function().to_string(), "mine");
}

#[test]
fn the_first_lesson_by_script_with_what_is_there_already() {
    let mut learner = Rehearsal::of("create");
    learner.save_event("early");
    learner.skip();
    learner.skip();
    // An event is of no use without a function.
    learner.check("save-event", "no-function");
    learner.start_over();
    learner.apply(create("lambda-version-demo", ONE)).unwrap();
    // Three steps at once: the state says so.
    learner.check("test-function", "");
    let invoke = "/2015-03-31/functions/lambda-version-demo/invocations";
    assert_eq!(learner.request("POST", invoke, &json!({})), 200);
    learner.check_steps(&["done"; 4]);
}

#[test]
fn the_first_lessons_slips() {
    let mut learner = Rehearsal::of("create");
    learner.apply(create("no spaces", ONE)).unwrap_err();
    learner.check("create-function", "name-refused");
    learner.apply(create("mine", TWO)).unwrap();
    learner.check("deploy-code", "");
    let unlike = ONE.replace("this is version one.", "This is version one");
    learner.apply(deploy("mine", &unlike)).unwrap();
    learner.check("deploy-code", "deployed-other-text");
    learner.apply(deploy("mine", ONE)).unwrap();
    learner.save_event("hello");
    learner.apply(deploy("mine", TWO)).unwrap();
    learner.test("$LATEST");
    learner.check("test-function", "other-text");
}

#[test]
fn an_error_that_quotes_the_text_is_no_answer() {
    let mut learner = Rehearsal::of("create");
    learner.do_until("test-function");
    let raising =
        "def lambda_handler(event, context):\n    raise Exception('this is version one.')\n";
    learner
        .apply(deploy("lambda-version-demo", raising))
        .unwrap();
    learner.test("$LATEST");
    learner.check("test-function", "other-text");
}

#[test]
fn what_comes_after_the_function_creates_it_first_when_it_is_shown() {
    for steps in 0..4 {
        let mut learner = Rehearsal::of("create");
        for _ in 0..steps {
            learner.skip();
        }
        learner.do_next();
        let name = "lambda-version-demo".parse().unwrap();
        let function = learner.service.function(&name).unwrap();
        assert!(learner.workspaces.is_empty());
        let source = &function.latest().configuration().code.files()["lambda_function.py"];
        assert!(String::from_utf8_lossy(source).contains("Hello from Lambda!"));
    }
}

#[test]
fn a_test_event_is_saved_anew_where_the_step_begins_again() {
    let mut learner = Rehearsal::of("create");
    learner.do_until("test-function");
    learner.reset("save-event");
    learner.check("save-event", "");
    learner.edit(ONE);
    learner.check("save-event", "");
    learner.save_event("first");
    learner.check("test-function", "");
}

#[test]
fn a_refusal_before_the_latest_change_is_over() {
    let mut learner = Rehearsal::of("create");
    learner.apply(create("no spaces", ONE)).unwrap_err();
    learner.check("create-function", "name-refused");
    learner.apply(create("mine", ONE)).unwrap();
    learner.apply(create("mine", ONE)).unwrap_err();
    learner.start_over();
    learner.check("create-function", "");
    learner.apply(create("mine", ONE)).unwrap_err();
    learner.check("create-function", "name-refused");
}

#[test]
fn the_second_lesson_as_shown() {
    let mut learner = Rehearsal::prepared("versions");
    learner.check("publish-first", "");
    learner.do_until("");
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_second_lesson_goes_on_with_the_function_of_the_first() {
    let mut learner = Rehearsal::of("create");
    learner.do_until("");
    learner.open("versions");
    assert!(learner.is_ready());
    learner.check("publish-first", "");
}

#[test]
fn the_second_lesson_by_script() {
    let mut learner = Rehearsal::prepared("versions");
    let function = "/2015-03-31/functions/lambda-version-demo";
    let versions = format!("{function}/versions");
    learner.request("POST", &versions, &json!({}));
    learner.check("test-first", "");
    let invoke = |qualifier: &str| format!("{function}/invocations?Qualifier={qualifier}");
    learner.request("POST", &invoke("1"), &json!({}));
    learner.apply(deploy("lambda-version-demo", TWO)).unwrap();
    learner.request("POST", &invoke("1"), &json!({}));
    learner.check("test-latest-and-first", "");
    learner.request("POST", &invoke("$LATEST"), &json!({}));
    learner.request("POST", &versions, &json!({}));
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_second_lesson_by_import() {
    let mut other = Rehearsal::prepared("versions");
    other.do_until("");
    let mut learner = Rehearsal::prepared("versions");
    learner.import(other.service);
    learner.check("test-first", "");
    learner.test("1");
    learner.check("test-latest-and-first", "");
    learner.test("$LATEST");
    learner.test("1");
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_second_lessons_slips() {
    let mut learner = Rehearsal::prepared("versions");
    learner.do_as_shown();
    learner.test("$LATEST");
    learner.check("test-first", "tested-latest");
    learner.test("1");
    learner.edit(TWO);
    learner.test("$LATEST");
    learner.check("deploy-second", "edited-without-deploying");
    let publish = || PublishVersion {
        function_name: "lambda-version-demo".to_owned(),
        ..PublishVersion::default()
    };
    learner.workspaces.clear();
    learner.apply(publish()).unwrap();
    learner.check("deploy-second", "published-without-a-change");
    learner.edit(TWO);
    learner.check("deploy-second", "edited-and-published");
    learner.workspaces.clear();
    learner.apply(deploy("lambda-version-demo", ONE)).unwrap();
    learner.check("deploy-second", "deployed-other-text");
    learner.edit(TWO);
    learner.skip();
    learner.skip();
    learner.apply(publish()).unwrap();
    learner.check("publish-second", "edited-and-published");
    learner.workspaces.clear();
    learner.check("publish-second", "published-without-a-change");
    learner.apply(deploy("lambda-version-demo", TWO)).unwrap();
    learner.apply(publish()).unwrap();
    learner.check_steps(&["done", "done", "skipped", "skipped", "done"]);
}

#[test]
fn what_was_published_too_early_is_named_and_mended() {
    let mut learner = Rehearsal::prepared("versions");
    learner.apply(deploy("lambda-version-demo", TWO)).unwrap();
    learner.check("publish-first", "");
    let publish = PublishVersion {
        function_name: "lambda-version-demo".to_owned(),
        ..PublishVersion::default()
    };
    learner.apply(publish).unwrap();
    learner.check("publish-first", "published-other-code");
    learner.do_until("");
    learner.check_steps(&["done"; 5]);
}

#[test]
fn what_belongs_to_other_functions_counts_for_nothing() {
    let mut learner = Rehearsal::prepared("versions");
    learner.apply(create("other", TWO)).unwrap();
    learner
        .apply(PublishVersion {
            function_name: "other".to_owned(),
            ..PublishVersion::default()
        })
        .unwrap();
    learner.check("publish-first", "");
}
