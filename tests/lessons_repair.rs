//! Lesson 10: a broken production, in three forms.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod lessons;

use lambda_playground::lambda::{
    CreateAlias, DeleteAlias, DeleteFunction, PublishVersion, UpdateAlias,
};
use lambda_playground::lessons::{Fact, Language, Texts};
use lessons::Rehearsal;
use serde_json::json;

const FUNCTION: &str = "/2015-03-31/functions/checkout";

/// The three forms: how each is put right, from primary version, additional version and its weight.
const CURES: [(&str, Option<(&str, f64)>); 3] = [("1", None), ("2", None), ("1", Some(("2", 0.1)))];

/// Moves `prod` as the alias's dialog does.
fn move_prod(version: &str, additional: Option<(&str, f64)>) -> UpdateAlias {
    let weights = additional.map(|(version, weight)| (version.to_owned(), Some(weight)));
    UpdateAlias {
        function_name: "checkout".to_owned(),
        name: "prod".to_owned(),
        function_version: Some(version.to_owned()),
        weights: Some(weights.into_iter().collect()),
        ..UpdateAlias::default()
    }
}

fn delete_prod() -> DeleteAlias {
    DeleteAlias {
        function_name: "checkout".to_owned(),
        name: "prod".to_owned(),
    }
}

/// A learner who has seen what callers get in one of the three forms.
fn surveyed(variant: u8) -> Rehearsal {
    let mut learner = Rehearsal::prepared_as("repair", variant);
    learner.check("survey", "");
    learner.fire("prod", 50);
    learner.check("put-right", "");
    learner
}

/// What the learner is told when `prod` is right again.
fn seen(learner: &Rehearsal) -> String {
    Texts::new(Language::English, None).get("put-right.seen", &learner.facts())
}

#[test]
fn each_fault_as_shown() {
    for variant in 0..3 {
        let mut learner = Rehearsal::prepared_as("repair", variant);
        learner.do_until("");
        learner.check_steps(&["done"; 3]);
        assert_eq!(
            seen(&learner),
            "You used one operation. Nobody can do it in fewer."
        );
    }
}

#[test]
fn each_fault_by_the_dialog() {
    for (variant, (primary, additional)) in (0..).zip(CURES) {
        let mut learner = surveyed(variant);
        learner.apply(move_prod(primary, additional)).unwrap();
        learner.check("prove", "");
        learner.fire("prod", 50);
        learner.check_steps(&["done"; 3]);
    }
}

#[test]
fn each_fault_by_script_in_more_operations_than_needed() {
    for (variant, (primary, additional)) in (0..).zip(CURES) {
        let mut learner = surveyed(variant);
        let alias = format!("{FUNCTION}/aliases/prod");
        learner.request("DELETE", &alias, &json!({}));
        learner.check("put-right", "prod-deleted");
        let mut body = json!({"Name": "prod", "FunctionVersion": primary});
        if let Some((version, weight)) = additional {
            body["RoutingConfig"] = json!({"AdditionalVersionWeights": {version: weight}});
        }
        learner.request("POST", &format!("{FUNCTION}/aliases"), &body);
        learner.check("prove", "");
        assert_eq!(
            seen(&learner),
            "You used 2 operations. It can be done in one: start the lesson over, and try the next fault."
        );
        let invoke = format!("{FUNCTION}/invocations?Qualifier=prod");
        for _ in 0..20 {
            learner.check("prove", "");
            learner.request("POST", &invoke, &json!({}));
        }
        learner.check_steps(&["done"; 3]);
    }
}

#[test]
fn what_was_taken_back_counts_and_what_other_functions_need_does_not() {
    let mut learner = surveyed(0);
    let before = learner.service.history().len();
    learner.apply(move_prod("2", None)).unwrap();
    learner.service = learner.service.at(before).unwrap();
    learner.progress.moved(&learner.service);
    learner.create_function("other");
    learner.apply(move_prod("1", None)).unwrap();
    assert!(seen(&learner).starts_with("You used 2 operations."));
}

#[test]
fn each_fault_by_import() {
    for variant in 0..3 {
        let mut other = Rehearsal::prepared_as("repair", variant);
        other.do_until("prove");
        let mut learner = surveyed(variant);
        learner.import(other.service);
        learner.check("prove", "");
    }
}

#[test]
fn each_set_up_brings_another_fault() {
    let mut learner = Rehearsal::prepared_as("repair", 2);
    let fault = |learner: &Rehearsal| match learner.facts().get("fault") {
        Some(Fact::Text(fault)) => fault.clone(),
        other => panic!("the fault is {other:?}"),
    };
    let mut faults = vec![fault(&learner)];
    for _ in 0..2 {
        learner.do_until("");
        learner.start_over();
        assert!(!learner.is_ready());
        learner.set_up();
        faults.push(fault(&learner));
    }
    let end = |learner: &Rehearsal| {
        Texts::new(Language::English, None).get("repair.learned", &learner.facts())
    };
    assert!(end(&learner).ends_with("You have seen all three faults."));
    let first = Rehearsal::prepared_as("repair", 0);
    assert!(end(&first).contains("There are 2 more faults to find"));
    assert_eq!(faults, ["swapped", "failing", "unpublished"]);
    learner.do_until("");
    learner.check_steps(&["done"; 3]);
}

#[test]
fn a_fault_stays_what_it_is_when_the_seed_changes() {
    let mut learner = surveyed(2);
    learner.variant = 0;
    learner.apply(move_prod("1", None)).unwrap();
    learner.check("put-right", "canary-ended");
    learner.apply(move_prod("1", Some(("2", 0.1)))).unwrap();
    learner.check("prove", "");
}

#[test]
fn calls_of_a_version_are_not_calls_of_prod() {
    let mut learner = Rehearsal::prepared_as("repair", 0);
    learner.fire("1", 50);
    learner.check("survey", "called-elsewhere");
    learner.fire("prod", 19);
    learner.check("survey", "");
    learner.test("prod");
    learner.apply(move_prod("1", None)).unwrap();
    learner.fire("1", 50);
    learner.check("prove", "");
    learner.apply(move_prod("2", None)).unwrap();
    learner.fire("prod", 50);
    learner.check("prove", "wrong-again");
    learner.apply(move_prod("1", None)).unwrap();
    learner.check("prove", "");
    learner.fire("prod", 20);
    learner.check_steps(&["done"; 3]);
}

#[test]
fn the_slips_where_a_canary_fails() {
    let mut learner = surveyed(0);
    learner.check("put-right", "");
    learner.apply(move_prod("1", Some(("2", 0.1)))).unwrap();
    learner.check("put-right", "share-left");
    learner.apply(move_prod("2", None)).unwrap();
    learner.check("put-right", "failing-promoted");
    // What fails can go once nobody is sent there.
    learner.apply(delete_prod()).unwrap();
    let version = DeleteFunction {
        function_name: "checkout".to_owned(),
        qualifier: Some("2".to_owned()),
    };
    learner.apply(version).unwrap();
    learner.check("put-right", "prod-deleted");
    let prod = CreateAlias {
        function_name: "checkout".to_owned(),
        name: Some("prod".to_owned()),
        function_version: Some("1".to_owned()),
        ..CreateAlias::default()
    };
    learner.apply(prod).unwrap();
    learner.check("prove", "");
}

#[test]
fn the_slips_where_prod_is_not_published() {
    let mut learner = surveyed(1);
    learner.apply(move_prod("1", None)).unwrap();
    learner.check("put-right", "older-version");
    let publish = PublishVersion {
        function_name: "checkout".to_owned(),
        ..PublishVersion::default()
    };
    learner.apply(publish).unwrap();
    learner.apply(move_prod("3", None)).unwrap();
    learner.check("put-right", "draft-published");
}

#[test]
fn the_slips_where_versions_are_swapped() {
    let mut learner = surveyed(2);
    let only_version = UpdateAlias {
        weights: None,
        ..move_prod("1", None)
    };
    learner.apply(only_version).unwrap_err();
    learner.check("put-right", "kept-while-swapping");
    learner.apply(move_prod("2", Some(("1", 0.5)))).unwrap();
    // What was refused before the latest change is over.
    learner.check("put-right", "");
    // The same shares, told the other way round, are the same for callers.
    learner.apply(move_prod("2", Some(("1", 0.9)))).unwrap();
    learner.check("prove", "");
}

#[test]
fn the_texts_of_each_fault_fit_it() {
    let texts = Texts::new(Language::English, None);
    for variant in 0..3 {
        let facts = Rehearsal::prepared_as("repair", variant).facts();
        for name in [
            "survey.seen",
            "put-right.hint-1",
            "put-right.hint-3",
            "prove.seen",
        ] {
            let text = texts.get(name, &facts);
            assert!(!text.contains(['{', '}']), "{name}: {text}");
        }
    }
}
