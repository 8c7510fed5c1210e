//! Lessons 3 to 5: aliases, weights, promotion.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod lessons;

use lambda_playground::lambda::{PublishVersion, Qualifier, Settings, UpdateFunctionConfiguration};
use lambda_playground::lessons::{Fact, Guess, Language, Texts};
use lessons::Rehearsal;
use serde_json::json;

/// A learner who has done the exercise up to a lesson with one function, and opens it.
fn arrived(id: &str) -> Rehearsal {
    let mut learner = Rehearsal::of("create");
    learner.do_until("");
    for next in ["versions", "aliases", "weights", "promote"] {
        learner.open(next);
        if next == id {
            return learner;
        }
        learner.do_until("");
    }
    panic!("{id} is no lesson of the exercise");
}

#[test]
fn each_lesson_goes_on_with_the_function_of_the_one_before() {
    for id in ["aliases", "weights", "promote"] {
        let learner = arrived(id);
        assert!(learner.is_ready(), "{id}");
        assert_eq!(learner.function().to_string(), "lambda-version-demo");
        assert_eq!(learner.step(), learner.lesson().steps[0].id, "{id}");
    }
}

#[test]
fn the_exercise_ends_as_it_should() {
    let mut learner = arrived("promote");
    learner.do_until("");
    let name = learner.function();
    let function = learner.service.function(&name).unwrap();
    let aliases: Vec<_> = function
        .aliases()
        .map(|alias| {
            let routing = alias.routing();
            assert_eq!(routing.additional(), None);
            (alias.name().to_string(), routing.primary().to_string())
        })
        .collect();
    let expect = [("dev", "$LATEST"), ("prod", "2"), ("test", "2")];
    assert_eq!(
        aliases,
        expect.map(|(name, version)| (name.to_owned(), version.to_owned()))
    );
}

#[test]
fn the_third_lesson_as_shown() {
    let mut learner = Rehearsal::prepared("aliases");
    learner.check("create-dev", "");
    learner.do_until("");
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_third_lesson_by_buttons_in_another_order() {
    let mut learner = arrived("aliases");
    learner.create_alias("prod", "1");
    learner.create_alias("test", "2");
    learner.check("create-dev", "");
    learner.create_alias("dev", "$LATEST");
    // Three steps at once: the state says so.
    learner.check("test-aliases", "");
    for alias in ["prod", "dev", "test"] {
        learner.check("test-aliases", "");
        learner.test(alias);
    }
    learner.test("prod");
    learner.check("compare-arns", "");
    learner.test("$LATEST");
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_third_lesson_by_script() {
    let mut learner = Rehearsal::prepared("aliases");
    for (name, version) in [("dev", "$LATEST"), ("test", "2"), ("prod", "1")] {
        let alias = json!({ "Name": name, "FunctionVersion": version });
        learner.send("POST", "/aliases", &alias);
    }
    for alias in ["dev", "test", "prod"] {
        learner.check("test-aliases", "");
        let invoke = format!("/invocations?Qualifier={alias}");
        learner.send("POST", &invoke, &json!({}));
    }
    learner.send("POST", ":prod/invocations", &json!({}));
    learner.send("POST", "/invocations", &json!({}));
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_third_lesson_by_import() {
    let mut other = Rehearsal::prepared("aliases");
    other.do_until("test-aliases");
    let mut learner = Rehearsal::prepared("aliases");
    learner.import(other.service);
    learner.check("test-aliases", "");
    learner.do_until("");
    learner.check_steps(&["done"; 5]);
}

#[test]
fn the_third_lessons_slips() {
    let mut learner = Rehearsal::prepared("aliases");
    learner.create_alias("Dev", "$LATEST");
    learner.check("create-dev", "other-name");
    learner.create_alias("dev", "2");
    learner.check("create-dev", "dev-elsewhere");
    learner.edit_alias("dev", "$LATEST", None);
    learner.edit_alias("dev", "2", None);
    learner.check("create-test", "moved-other");
    learner.edit_alias("dev", "$LATEST", None);
    learner.check("create-test", "");
    learner.create_alias("test", "1");
    learner.check("create-test", "test-elsewhere");
    learner.edit_alias("test", "2", Some(("1", 50.0)));
    learner.check("create-test", "test-elsewhere");
    learner.edit_alias("test", "2", None);
    learner.create_alias("prod", "2");
    learner.check("create-prod", "prod-elsewhere");
    learner.edit_alias("prod", "1", None);
    learner.test("$LATEST");
    learner.check("test-aliases", "invoked-latest");
    learner.test("2");
    learner.check("test-aliases", "invoked-latest");
    learner.test("dev");
    learner.check("test-aliases", "");
    learner.test("1");
    learner.test("2");
    learner.check("test-aliases", "");
    learner.do_until("compare-arns");
    learner.test("1");
    learner.test("$LATEST");
    learner.check("compare-arns", "invoked-number");
}

#[test]
fn the_third_lesson_takes_no_version_for_an_alias() {
    let mut learner = Rehearsal::prepared("aliases");
    learner.do_until("test-aliases");
    learner.test("1");
    learner.check("test-aliases", "invoked-version");
    // What an alias says after it was moved is not what was asked for.
    learner.edit_alias("test", "1", None);
    for alias in ["dev", "test", "prod"] {
        learner.test(alias);
    }
    learner.check("test-aliases", "");
    learner.do_until("");
    assert!(
        learner
            .service
            .function(&learner.function())
            .unwrap()
            .aliases()
            .any(|it| it.name().as_str() == "test" && it.routing().primary().to_string() == "2")
    );
}

#[test]
fn the_fourth_lesson_as_shown() {
    let mut learner = Rehearsal::prepared("weights");
    learner.check("share-prod", "");
    learner.do_until("predict-share");
    learner.check("predict-share", "");
    learner.do_until("");
    learner.check_steps(&["done"; 4]);
    let progress = learner.progress.of(learner.lesson()).unwrap();
    let (least, most) = (40, 60);
    assert_eq!(progress.guesses["predict-share"], Guess { least, most });
    let outcome = &progress.outcomes["fire-share"];
    assert_eq!(
        outcome.version,
        Qualifier::Version(2_u8.to_string().parse().unwrap())
    );
    assert_eq!((outcome.of, outcome.errors), (100, 0));
    assert!((30..70).contains(&outcome.got), "{}", outcome.got);
}

#[test]
fn the_fourth_lesson_by_buttons_with_the_versions_the_other_way_round() {
    let mut learner = arrived("weights");
    learner.edit_alias("prod", "2", Some(("1", 50.0)));
    for _ in 0..4 {
        learner.test("prod");
    }
    learner.check("test-share", "");
    learner.test("prod");
    learner.predict(10, 90);
    learner.fire("prod", 60);
    learner.check("fire-share", "fired-otherwise");
    learner.fire("prod", 120);
    learner.check("fire-share", "fired-otherwise");
    learner.fire("prod", 100);
    learner.check_steps(&["done"; 4]);
    let outcome = &learner.progress.of(learner.lesson()).unwrap().outcomes["fire-share"];
    assert_eq!(
        (outcome.version.to_string(), outcome.of),
        ("2".to_owned(), 100)
    );
}

#[test]
fn the_fourth_lesson_by_script_and_without_a_guess() {
    let mut learner = Rehearsal::prepared("weights");
    let weights = json!({ "RoutingConfig": { "AdditionalVersionWeights": { "2": 0.5 } } });
    learner.send("PUT", "/aliases/prod", &weights);
    for _ in 0..5 {
        learner.check("test-share", "");
        learner.send("POST", "/invocations?Qualifier=prod", &json!({}));
    }
    learner.check("predict-share", "");
    learner.skip();
    learner.check("fire-share", "");
    learner.call("prod", 100);
    learner.check_steps(&["done", "done", "skipped", "done"]);
}

#[test]
fn the_fourth_lesson_by_import() {
    let mut other = Rehearsal::prepared("weights");
    other.do_until("");
    let mut learner = Rehearsal::prepared("weights");
    learner.import(other.service);
    learner.check("test-share", "");
    learner.do_until("");
    learner.check_steps(&["done"; 4]);
}

#[test]
fn the_fourth_lessons_slips() {
    let mut learner = Rehearsal::prepared("weights");
    learner.edit_alias("test", "2", Some(("1", 50.0)));
    learner.check("share-prod", "changed-other");
    assert!(!learner.edit_alias("prod", "1", Some(("1", 50.0))));
    learner.check("share-prod", "same-version-twice");
    assert!(!learner.edit_alias("prod", "$LATEST", Some(("1", 50.0))));
    learner.check("share-prod", "shared-latest");
    learner.edit_alias("prod", "1", Some(("2", 5.5)));
    learner.check("share-prod", "other-share");
    assert!(matches!(
        learner.facts().get("share"),
        Some(Fact::Number(5.5))
    ));
    learner.edit_alias("prod", "2", None);
    learner.check("share-prod", "all-to-newer");
    learner.edit_alias("prod", "1", Some(("2", 50.0)));
    learner.fire("$LATEST", 5);
    learner.check("test-share", "invoked-latest");
    learner.fire("test", 5);
    learner.check("test-share", "invoked-other");
    learner.fire("prod", 5);
    learner.check("predict-share", "");
    learner.fire("prod", 100);
    learner.check("predict-share", "");
    learner.predict(40, 60);
    // What was fired before the guess is not what was guessed.
    learner.check("fire-share", "");
    learner.fire("2", 100);
    learner.check("fire-share", "invoked-version");
    learner.edit_alias("prod", "1", Some(("2", 5.0)));
    learner.fire("prod", 100);
    learner.check("fire-share", "other-share");
    learner.edit_alias("prod", "1", Some(("2", 50.0)));
    learner.check("fire-share", "");
    learner.fire("prod", 20);
    learner.check("fire-share", "fired-otherwise");
    learner.edit_alias("prod", "1", None);
    learner.check("fire-share", "all-to-older");
    learner.do_until("");
}

/// Publishes a third version of the lesson's function.
fn publish_third(learner: &mut Rehearsal) {
    let function_name = learner.function().to_string();
    let described = UpdateFunctionConfiguration {
        function_name: function_name.clone(),
        settings: Settings {
            description: Some("third".to_owned()),
            ..Settings::default()
        },
        ..UpdateFunctionConfiguration::default()
    };
    learner.apply(described).unwrap();
    let publish = PublishVersion {
        function_name,
        ..PublishVersion::default()
    };
    learner.apply(publish).unwrap();
}

#[test]
fn a_weight_on_a_version_outside_the_pair_is_named() {
    let told = |learner: &Rehearsal| {
        let texts = Texts::new(Language::English, None);
        texts.get("slip-other-version", &learner.facts())
    };
    let mut learner = Rehearsal::prepared("weights");
    publish_third(&mut learner);
    learner.edit_alias("prod", "1", Some(("3", 50.0)));
    learner.check("share-prod", "other-version");
    let text = told(&learner);
    assert!(
        text.starts_with("You chose version 3 in **Additional version**."),
        "{text}"
    );
    learner.edit_alias("prod", "3", Some(("2", 50.0)));
    learner.check("share-prod", "other-version");
    let text = told(&learner);
    assert!(
        text.starts_with("You chose version 3 in **Version**."),
        "{text}"
    );
    learner.edit_alias("prod", "1", Some(("2", 50.0)));
    learner.check("test-share", "");

    let mut learner = Rehearsal::prepared("canary");
    publish_third(&mut learner);
    learner.edit_alias("prod", "1", Some(("3", 10.0)));
    learner.check("start-canary", "other-version");
}

#[test]
fn a_guess_is_held_against_one_run_of_just_so_many() {
    let mut learner = Rehearsal::prepared("weights");
    learner.do_until("predict-share");
    learner.predict(40, 60);
    learner.fire("prod", 20);
    learner.check("fire-share", "fired-otherwise");
    let texts = Texts::new(Language::English, None);
    let text = texts.get("slip-fired-otherwise", &learner.facts());
    assert!(
        text.starts_with("You fired 20, but your guess was for 100 in one run."),
        "{text}"
    );
    learner.fire("prod", 1000);
    learner.check("fire-share", "fired-otherwise");
    // Eighty make a hundred with the twenty, and no run of a hundred.
    learner.fire("prod", 80);
    learner.check("fire-share", "fired-otherwise");
    learner.fire("prod", 100);
    let outcome = &learner.progress.of(learner.lesson()).unwrap().outcomes["fire-share"];
    assert_eq!(outcome.of, 100);
    learner.check_steps(&["done"; 4]);
}

#[test]
fn whoever_did_the_exercise_alone_can_begin_its_lessons() {
    let mut alone = arrived("promote");
    alone.do_until("");
    for (id, step) in [
        ("versions", "test-first"),
        ("aliases", "create-prod"),
        ("promote", "test-promoted"),
    ] {
        let mut learner = Rehearsal::of("create");
        learner.import(alone.service.clone());
        learner.open(id);
        assert!(learner.is_ready(), "{id}");
        assert_eq!(learner.function().to_string(), "lambda-version-demo");
        assert_eq!(learner.step(), step);
        learner.do_until("");
    }
}

#[test]
fn a_third_version_is_no_reason_not_to_begin() {
    let mut learner = arrived("aliases");
    publish_third(&mut learner);
    let mut other = Rehearsal::of("create");
    other.import(learner.service.clone());
    other.open("aliases");
    assert!(other.is_ready());
    other.do_until("");
    other.check_steps(&["done"; 5]);
}

#[test]
fn the_fifth_lesson_as_shown() {
    let mut learner = Rehearsal::prepared("promote");
    learner.check("promote-prod", "");
    learner.do_until("");
    learner.check_steps(&["done"; 3]);
}

#[test]
fn the_fifth_lesson_by_buttons() {
    let mut learner = arrived("promote");
    learner.edit_alias("prod", "2", None);
    learner.check("test-promoted", "");
    learner.test("prod");
    learner.fire("prod", 19);
    learner.check("fire-promoted", "fired-few");
    learner.test("prod");
    learner.check_steps(&["done"; 3]);
}

#[test]
fn the_fifth_lesson_by_script() {
    let mut learner = Rehearsal::prepared("promote");
    let none = json!({ "FunctionVersion": "2", "RoutingConfig": {} });
    learner.send("PUT", "/aliases/prod", &none);
    for _ in 0..21 {
        learner.send("POST", "/invocations?Qualifier=prod", &json!({}));
    }
    learner.check_steps(&["done"; 3]);
}

#[test]
fn the_fifth_lesson_by_import() {
    let mut other = Rehearsal::prepared("promote");
    other.do_until("");
    let mut learner = Rehearsal::prepared("promote");
    learner.import(other.service);
    learner.check("test-promoted", "");
    learner.do_until("");
    learner.check_steps(&["done"; 3]);
}

#[test]
fn the_fifth_lessons_slips() {
    let mut learner = Rehearsal::prepared("promote");
    let kept = json!({ "FunctionVersion": "2" });
    assert_eq!(learner.send("PUT", "/aliases/prod", &kept), 400);
    learner.check("promote-prod", "kept-weight");
    learner.edit_alias("prod", "1", Some(("2", 100.0)));
    learner.check("promote-prod", "all-by-weight");
    learner.edit_alias("prod", "2", Some(("1", 0.0)));
    learner.check("promote-prod", "older-at-zero");
    learner.edit_alias("prod", "1", None);
    learner.check("promote-prod", "all-to-older");
    learner.edit_alias("prod", "2", None);
    learner.test("$LATEST");
    learner.check("test-promoted", "invoked-latest");
    learner.test("2");
    learner.check("test-promoted", "invoked-latest");
    learner.edit_alias("prod", "1", None);
    learner.test("prod");
    learner.check("test-promoted", "all-to-older");
    learner.do_until("fire-promoted");
    learner.fire("2", 20);
    learner.check("fire-promoted", "invoked-version");
}

#[test]
fn prod_is_missed_where_it_was_deleted() {
    for (id, steps) in [
        ("weights", ["share-prod", "fire-share"]),
        ("promote", ["promote-prod", "fire-promoted"]),
        ("canary", ["start-canary", "roll-back"]),
        ("sample-size", ["fire-few", "promote-canary"]),
    ] {
        let mut learner = Rehearsal::prepared(id);
        for step in steps {
            learner.do_until(step);
            learner.delete_alias("prod");
            learner.check(step, "prod-deleted");
        }
        learner.do_until("");
    }
}

#[test]
fn another_alias_is_no_promotion() {
    let mut learner = arrived("promote");
    learner.edit_alias("test", "2", None);
    learner.check("promote-prod", "changed-other");
    // What half the calls got before is no test of the promotion.
    learner.skip();
    learner.fire("prod", 20);
    learner.check("test-promoted", "");
    learner.edit_alias("prod", "2", None);
    learner.check("test-promoted", "");
    learner.test("prod");
    learner.check("fire-promoted", "");
}
