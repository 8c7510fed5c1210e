//! What holds for every lesson: beginning it again, beginning a step again, and what a teacher's link asks for.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod lessons;

use lambda_playground::lambda::{DeleteFunction, UpdateAlias, UpdateFunctionConfiguration};
use lambda_playground::lessons::{Completion, LESSONS, lesson};
use lambda_playground::traffic::Seed;
use lessons::Rehearsal;
use serde_json::json;

/// A learner who has done all lessons in their order.
fn done() -> Rehearsal {
    let mut learner = Rehearsal::of("create");
    for lesson in LESSONS {
        learner.open(lesson.id);
        if !learner.is_ready() {
            learner.set_up();
        }
        learner.do_until("");
    }
    learner
}

/// Changes the settings of a function.
fn change(learner: &mut Rehearsal, function: &str) {
    let update = UpdateFunctionConfiguration {
        function_name: function.to_owned(),
        ..UpdateFunctionConfiguration::default()
    };
    learner.apply(update).unwrap();
}

fn point(function: &str, alias: &str, version: &str) -> UpdateAlias {
    UpdateAlias {
        function_name: function.to_owned(),
        name: alias.to_owned(),
        function_version: Some(version.to_owned()),
        weights: Some([].into()),
        ..UpdateAlias::default()
    }
}

#[test]
fn every_lesson_can_be_started_over_after_all_were_done() {
    let done = done();
    for lesson in LESSONS {
        let mut learner = Rehearsal::of("create");
        learner.service = done.service.clone();
        learner.progress = done.progress.clone();
        learner.open(lesson.id);
        learner.start_over();
        if !learner.is_ready() {
            learner.set_up();
        }
        assert!(learner.is_ready(), "{}", lesson.id);
        assert_eq!(learner.step(), lesson.steps[0].id);
        learner.do_until("");
        let steps = lesson.steps.len();
        let completion = Completion::of(lesson, learner.progress.of(lesson));
        assert_eq!(completion.done(), steps, "{}", lesson.id);
    }
}

#[test]
fn where_steps_are_skipped_the_next_is_open_and_can_be_shown() {
    for lesson in LESSONS {
        for form in 0..3 {
            for (place, step) in lesson.steps.iter().enumerate() {
                let mut learner = Rehearsal::prepared_as(lesson.id, form);
                for _ in 0..place {
                    learner.skip();
                }
                let mut expect = vec!["open"; lesson.steps.len()];
                expect[..place].fill("skipped");
                learner.check_steps(&expect);
                assert_eq!(learner.step(), step.id);
                learner.do_as_shown();
            }
        }
    }
}

#[test]
fn the_first_lesson_names_the_function_that_it_begins_with_again() {
    let mut learner = Rehearsal::of("create");
    learner.do_until("");
    learner.open("versions");
    learner.do_until("");
    learner.open("create");
    learner.start_over();
    assert!(learner.is_ready());
    assert_eq!(learner.fact("function"), "lambda-version-demo-2");
    learner.check("create-function", "");
    learner.do_until("");
    assert_eq!(learner.function().to_string(), "lambda-version-demo-2");
}

#[test]
fn a_step_that_begins_again_takes_back_nothing_of_other_functions() {
    let mut learner = Rehearsal::of("create");
    learner.do_until("");
    learner.open("versions");
    learner.do_until("deploy-second");
    learner.open("canary");
    learner.set_up();
    learner.do_until("");
    learner.open("versions");
    learner.do_until("");
    learner.open("aliases");
    learner.do_until("");

    learner.open("versions");
    let before = learner.service.history().len();
    let reach = learner.reach("deploy-second");
    let lesson = lesson("versions").unwrap();
    assert_eq!(reach.steps_of(lesson), 2);
    let others: Vec<_> = reach.lessons_but(lesson).map(|it| it.id).collect();
    assert_eq!(others, ["aliases"]);
    assert!(reach.functions().is_empty());
    // One deployment, one version and three aliases.
    assert_eq!(reach.changes(), 5);
    learner.reset("deploy-second");
    assert_eq!(learner.service.history().len(), before - 5);
    learner.check("deploy-second", "");
    learner.check_steps(&["done", "done", "open", "open", "open"]);
    learner.open("canary");
    learner.check_steps(&["done"; 4]);
    // What is done after it finds its place in the shortened history.
    assert_eq!(learner.reach("roll-back").changes(), 1);
    learner.open("aliases");
    learner.check_steps(&["open"; 5]);
    learner.open("versions");
    learner.do_until("");
}

#[test]
fn where_another_function_cannot_stay_as_it_is_it_goes_back_as_well() {
    let mut learner = Rehearsal::prepared("aliases");
    let reserve = |learner: &mut Rehearsal, function: &str, number: u32| {
        let path = format!("/2017-10-31/functions/{function}/concurrency");
        let body = json!({ "ReservedConcurrentExecutions": number });
        learner.request("PUT", &path, &body)
    };
    let own = learner.function().to_string();
    assert_eq!(reserve(&mut learner, &own, 800), 200);
    learner.do_until("create-test");
    // The account has room for what the other function gets only since the lesson's has less.
    assert_eq!(reserve(&mut learner, &own, 100), 200);
    learner.create_function("other");
    assert_eq!(reserve(&mut learner, "other", 700), 200);
    learner.do_until("create-prod");

    let reach = learner.reach("create-test");
    let functions: Vec<_> = reach.functions().iter().map(ToString::to_string).collect();
    assert_eq!(functions, ["other"]);
    assert_eq!(reach.changes(), 4);
    learner.reset("create-test");
    assert_eq!(learner.service.functions().count(), 1);
    learner.check("create-test", "");
}

#[test]
fn a_step_with_no_change_of_its_function_takes_nothing_back() {
    let mut learner = Rehearsal::prepared("aliases");
    learner.do_until("test-aliases");
    let mut other = Rehearsal::prepared("canary");
    other.do_until("");
    learner.open("canary");
    learner.set_up();
    learner.open("aliases");
    change(&mut learner, "checkout");
    let reach = learner.reach("test-aliases");
    assert_eq!((reach.changes(), reach.service().is_some()), (0, false));
}

#[test]
fn what_is_imported_was_not_done_in_the_step() {
    let mut other = Rehearsal::prepared("safe-hands");
    other.do_until("right-digest");
    let mut learner = Rehearsal::prepared("safe-hands");
    learner.do_until("fresh-revision");
    learner.import(other.service);
    learner.check("fresh-revision", "");
    assert_eq!(learner.reach("stale-revision").changes(), 0);
}

#[test]
fn an_assignment_begins_with_what_the_teacher_made() {
    let mut teacher = Rehearsal::prepared("promote");
    teacher
        .apply(point("lambda-version-demo", "prod", "1"))
        .unwrap();
    let mut learner = Rehearsal::of("create");
    learner.import(teacher.service);
    let lesson = lesson("promote").unwrap();
    learner
        .progress
        .assign(lesson, &Seed::new("7f3a"), &learner.service);
    learner.open("promote");
    assert!(!learner.is_ready());
    learner.take_latest_function();
    assert!(learner.is_ready());
    learner.check("promote-prod", "all-to-older");
    learner.do_until("");
}

#[test]
fn the_code_is_for_the_seed_of_the_link() {
    let lesson = lesson("create").unwrap();
    let mut learner = Rehearsal::of("create");
    learner
        .progress
        .assign(lesson, &Seed::new(" 7f3a "), &learner.service);
    learner.open("create");
    learner.do_until("");
    let code = |learner: &Rehearsal, name: &str| {
        Completion::code_for(lesson, learner.progress.of(lesson).unwrap(), name)
    };
    assert_eq!(code(&learner, " "), None);
    let given = code(&learner, "Ada").unwrap();
    assert!(Completion::check(&given, "Ada", &Seed::new("7f3a ")).is_ok());
    learner.start_over();
    learner.do_until("");
    assert_eq!(code(&learner, "Ada"), Some(given));
}

#[test]
fn a_lesson_begins_anew_with_the_function_that_takes_the_place_of_one_that_is_gone() {
    let mut learner = Rehearsal::prepared("weights");
    learner.do_until("fire-share");
    learner.import(Rehearsal::of("create").service);
    assert!(!learner.is_ready());
    learner.set_up();
    learner.check("share-prod", "");
    learner.check_steps(&["open"; 4]);
    learner.do_until("");
}

#[test]
fn a_step_says_what_it_lacks_where_those_before_were_skipped() {
    for (id, step, slip) in [
        ("create", "deploy-code", "no-function"),
        ("create", "save-event", "no-function"),
        ("create", "test-function", "no-function"),
        ("versions", "test-first", "no-first-version"),
        ("versions", "test-latest-and-first", "no-first-version"),
        ("aliases", "test-aliases", "no-alias"),
        ("aliases", "compare-arns", "no-alias"),
        ("cold-starts", "call-ready", "not-kept-ready"),
    ] {
        let mut learner = Rehearsal::prepared(id);
        while learner.step() != step {
            learner.skip();
        }
        learner.check(step, slip);
    }
    let mut learner = Rehearsal::prepared("versions");
    learner.do_until("deploy-second");
    learner.skip();
    learner.check("test-latest-and-first", "latest-unchanged");
}

#[test]
fn the_name_of_a_function_that_was_deleted_is_not_offered_again() {
    let mut learner = Rehearsal::of("create");
    learner.do_until("");
    let delete = DeleteFunction {
        function_name: "lambda-version-demo".to_owned(),
        qualifier: None,
    };
    learner.apply(delete).unwrap();
    assert_eq!(learner.fact("function"), "lambda-version-demo-2");
}
