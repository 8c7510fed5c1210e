//! Lessons 6 and 7: a canary with a bug, and how long a canary must run.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod lessons;

use lambda_playground::lessons::{Language, Texts};
use lessons::Rehearsal;
use serde_json::json;

/// What a message says in English now.
fn told(learner: &Rehearsal, name: &str) -> String {
    Texts::new(Language::English, None).get(name, &learner.facts())
}

#[test]
fn the_sixth_lesson_as_shown() {
    let mut learner = Rehearsal::prepared("canary");
    learner.check("start-canary", "");
    assert_eq!(learner.function().to_string(), "checkout");
    learner.do_until("");
    learner.check_steps(&["done"; 4]);
}

#[test]
fn the_sixth_lesson_counts_who_was_hurt() {
    let mut learner = Rehearsal::prepared("canary");
    learner.do_until("roll-back");
    let outcome = &learner.progress.of(learner.lesson()).unwrap().outcomes["fire-canary"];
    let (got, of, hurt) = (outcome.got, outcome.of, outcome.errors);
    assert_eq!(of, 200);
    assert!(0 < hurt && hurt < got && got < 40, "{hurt} of {got}");
    let would = (f64::from(hurt * of) / f64::from(got)).round();
    learner.do_until("");
    let seen = told(&learner, "fire-rolled-back.seen");
    let expect = format!(
        "{hurt} callers were hurt. With all 200 calls on version 2, it would have been about {would}."
    );
    assert!(seen.contains(&expect), "{seen}");
}

#[test]
fn the_sixth_lesson_by_buttons() {
    let mut learner = Rehearsal::prepared("canary");
    // The other way round, and back with a weight of nothing: the same callers get the same.
    learner.edit_alias("prod", "2", Some(("1", 90.0)));
    learner.fire("prod", 150);
    learner.check("fire-canary", "fired-few");
    learner.fire("prod", 150);
    learner.edit_alias("prod", "1", Some(("2", 0.0)));
    learner.fire("prod", 50);
    learner.check_steps(&["done"; 4]);
    let outcome = &learner.progress.of(learner.lesson()).unwrap().outcomes["fire-canary"];
    assert_eq!(
        (outcome.version.to_string(), outcome.of),
        ("2".to_owned(), 300)
    );
    assert_eq!(outcome.weight.to_string(), "10 %");
}

#[test]
fn the_sixth_lesson_by_script() {
    let mut learner = Rehearsal::prepared("canary");
    let weights = json!({ "RoutingConfig": { "AdditionalVersionWeights": { "2": 0.1 } } });
    learner.send("PUT", "/aliases/prod", &weights);
    for _ in 0..400 {
        if learner.step() == "roll-back" {
            break;
        }
        learner.send("POST", "/invocations?Qualifier=prod", &json!({}));
    }
    learner.send("PUT", "/aliases/prod", &json!({ "RoutingConfig": {} }));
    for _ in 0..50 {
        learner.check("fire-rolled-back", learner.slip());
        learner.send("POST", "/invocations?Qualifier=prod", &json!({}));
    }
    learner.check_steps(&["done"; 4]);
}

#[test]
fn the_sixth_lesson_by_import() {
    let mut other = Rehearsal::prepared("canary");
    other.do_until("fire-canary");
    let mut learner = Rehearsal::prepared("canary");
    learner.import(other.service);
    learner.check("fire-canary", "");
    learner.do_until("");
    learner.check_steps(&["done"; 4]);
}

#[test]
fn the_sixth_lessons_slips() {
    let mut learner = Rehearsal::prepared("canary");
    learner.create_alias("canary", "2");
    learner.check("start-canary", "changed-other");
    assert!(!learner.edit_alias("prod", "2", Some(("2", 10.0))));
    learner.check("start-canary", "same-version-twice");
    learner.edit_alias("prod", "2", Some(("1", 10.0)));
    learner.check("start-canary", "swapped-share");
    learner.edit_alias("prod", "1", Some(("2", 1.0)));
    learner.check("start-canary", "other-tenth");
    learner.edit_alias("prod", "2", None);
    learner.check("start-canary", "all-to-newer");
    learner.edit_alias("prod", "1", Some(("2", 10.0)));
    learner.fire("$LATEST", 200);
    learner.check("fire-canary", "invoked-latest");
    learner.fire("canary", 200);
    learner.check("fire-canary", "invoked-other");
    learner.fire("prod", 199);
    learner.check("fire-canary", "fired-few");
    learner.do_until("roll-back");
    assert!(!learner.edit_alias("prod", "2", Some(("2", 10.0))));
    learner.check("roll-back", "kept-weight");
    learner.edit_alias("prod", "1", Some(("2", 1.0)));
    learner.check("roll-back", "other-tenth");
    learner.edit_alias("prod", "2", None);
    learner.check("roll-back", "all-to-newer");
    learner.edit_alias("prod", "1", None);
    learner.fire("1", 50);
    learner.check("fire-rolled-back", "invoked-version");
    learner.do_until("");
}

#[test]
fn a_canary_without_errors_goes_on() {
    let mut learner = Rehearsal::prepared("canary");
    learner.do_until("fire-canary");
    // Enough calls, but the new version was lucky.
    learner.lucky = true;
    learner.fire("prod", 200);
    learner.check("fire-canary", "no-errors-yet");
    learner.lucky = false;
    learner.fire("prod", 200);
    learner.check("roll-back", "");
}

#[test]
fn the_seventh_lesson_as_shown() {
    let mut learner = Rehearsal::prepared("sample-size");
    learner.check("predict-few", "");
    learner.do_until("");
    learner.check_steps(&["done"; 5]);
    let seen = told(&learner, "fire-few.seen");
    assert!(seen.contains("Of 20, 0 to 5 is normal."), "{seen}");
    let seen = told(&learner, "fire-many.seen");
    assert!(seen.contains("Of 1000, 82 to 119 is normal."), "{seen}");
    let outcomes = &learner.progress.of(learner.lesson()).unwrap().outcomes;
    assert!(
        seen.contains(&format!("got {} of 1000", outcomes["fire-many"].got)),
        "{seen}"
    );
}

#[test]
fn the_seventh_lesson_by_buttons() {
    let mut learner = Rehearsal::prepared("sample-size");
    learner.predict(1, 3);
    for _ in 0..20 {
        learner.test("prod");
    }
    // One call at a time is no run of twenty.
    learner.check("fire-few", "fired-otherwise");
    learner.fire("prod", 20);
    learner.skip();
    for _ in 0..10 {
        learner.fire("prod", 100);
    }
    learner.check("fire-many", "fired-otherwise");
    learner.fire("prod", 1000);
    learner.edit_alias("prod", "2", None);
    learner.check_steps(&["done", "done", "skipped", "done", "done"]);
}

#[test]
fn the_seventh_lesson_by_script() {
    let mut learner = Rehearsal::prepared("sample-size");
    for (guess, calls) in [((0, 5), 20), ((80, 120), 1000)] {
        learner.predict(guess.0, guess.1);
        learner.call("prod", calls);
    }
    let promoted = json!({ "FunctionVersion": "2", "RoutingConfig": {} });
    learner.send("PUT", "/aliases/prod", &promoted);
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_seventh_lesson_with_a_function_of_ones_own() {
    let mut learner = Rehearsal::prepared("promote");
    learner.edit_alias("prod", "1", Some(("2", 10.0)));
    learner.open("sample-size");
    assert!(learner.is_ready());
    assert_eq!(learner.function().to_string(), "lambda-version-demo");
    learner.do_until("");
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_seventh_lesson_wants_a_healthy_canary() {
    let mut learner = Rehearsal::prepared("canary");
    learner.do_until("fire-canary");
    learner.open("sample-size");
    assert!(!learner.is_ready());
}

#[test]
fn the_seventh_lessons_slips() {
    let mut learner = Rehearsal::prepared("sample-size");
    learner.predict(0, 5);
    learner.fire("2", 20);
    learner.check("fire-few", "invoked-version");
    learner.fire("prod", 19);
    learner.check("fire-few", "fired-otherwise");
    learner.fire("prod", 20);
    learner.predict(82, 119);
    learner.edit_alias("prod", "2", None);
    learner.fire("prod", 1000);
    learner.check("fire-many", "promoted-early");
    learner.edit_alias("prod", "1", None);
    learner.check("fire-many", "all-to-older");
    learner.edit_alias("prod", "1", Some(("2", 1.0)));
    learner.check("fire-many", "other-tenth");
    learner.do_until("promote-canary");
    assert!(!learner.edit_alias("prod", "2", Some(("2", 10.0))));
    learner.check("promote-canary", "kept-weight");
    learner.edit_alias("prod", "1", None);
    learner.check("promote-canary", "all-to-older");
    learner.edit_alias("prod", "1", Some(("2", 100.0)));
    learner.check("promote-canary", "all-by-weight");
    learner.do_until("");
}
