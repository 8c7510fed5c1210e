use super::prod::{self, PROD, TENTH};
use crate::lambda::Qualifier;
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Facts, Kind, Lesson, Setup, Situation, Slip, Step};

const RUN: u32 = 200;
const AFTER: u32 = 50;

/// What marks the source of a version that fails for some callers.
pub(super) const MARK: &str = "# fails 1 of ";

/// The first version: every caller gets an answer.
const GOOD: &str = r#"import random

FEES = {"visa": 2, "amex": 3, "giro": 1, "gift card": 0}


def lambda_handler(event, context):
    # Each call stands for a caller who pays in a way of their own.
    fee = FEES[random.choice(["visa", "amex", "giro", "gift card"])]
    print("fee", fee)
    return "order taken"
"#;

/// The second version: whoever pays with a gift card gets an error.
const BAD: &str = r#"import random

FEES = {"visa": 1, "amex": 2, "giro": 1}  # fails 1 of 4 callers: no gift card


def lambda_handler(event, context):
    # Each call stands for a caller who pays in a way of their own.
    fee = FEES[random.choice(["visa", "amex", "giro", "gift card"])]
    print("fee", fee)
    return "order taken"
"#;

/// A canary with a bug in it: 10 %, watch errors per version, roll back; who was hurt, and who would have been.
pub(super) static LESSON: Lesson = Lesson {
    id: "canary",
    setup: Setup {
        function: "checkout",
        is_ready: |it| {
            prod::pair(it).is_some_and(|(older, newer)| {
                prod::is_at(it, older) && it.code_holds(&Qualifier::Version(newer), MARK)
            })
        },
        operations: |function, _| {
            let mut operations = vec![
                deed::create(function, GOOD),
                deed::publish(function, "works"),
                deed::deploy(function, BAD),
                deed::publish(function, "lower fees"),
            ];
            operations.extend(prod::create(function, None));
            operations
        },
    },
    steps: &[
        Step {
            id: "start-canary",
            kind: Kind::Act,
            check: |it| prod::is_shared(it, TENTH),
            show: |it| prod::share(it, TENTH),
            slips: &[
                prod::DELETED,
                SWAPPED,
                prod::OTHER_VERSION,
                prod::OTHER_TENTH,
                prod::ALL_TO_NEWER,
                Slip {
                    id: "same-version-twice",
                    fits: |it| prod::refused_twice(it, "UpdateAlias"),
                },
                prod::CHANGED_OTHER,
            ],
        },
        Step {
            id: "fire-canary",
            kind: Kind::Run { invocations: RUN },
            check: |it| {
                prod::has_run(it, TENTH, RUN) && it.run(PROD).is_some_and(|run| run.errors > 0)
            },
            show: |it| prod::fire_shared(it, TENTH, RUN),
            slips: &[
                prod::DELETED,
                prod::INVOKED_LATEST,
                prod::INVOKED_VERSION,
                prod::INVOKED_OTHER,
                SWAPPED,
                prod::OTHER_VERSION,
                prod::OTHER_TENTH,
                prod::ALL_TO_NEWER,
                prod::ALL_TO_OLDER,
                Slip {
                    id: "no-errors-yet",
                    fits: |it| prod::has_run(it, TENTH, RUN),
                },
                prod::FIRED_FEW,
            ],
        },
        Step {
            id: "roll-back",
            kind: Kind::Act,
            check: is_rolled_back,
            show: roll_back,
            slips: &[
                prod::DELETED,
                prod::ALL_TO_NEWER,
                prod::OTHER_TENTH,
                prod::KEPT_WEIGHT,
                prod::CHANGED_OTHER,
            ],
        },
        Step {
            id: "fire-rolled-back",
            kind: Kind::Act,
            check: |it| {
                let settled = prod::pair(it).map_or(0, |(older, _)| prod::settled(it, older));
                is_rolled_back(it) && settled >= AFTER
            },
            show: |it| {
                if is_rolled_back(it) {
                    Some(prod::fire(it, AFTER))
                } else {
                    roll_back(it)
                }
            },
            slips: &[
                prod::DELETED,
                prod::INVOKED_LATEST,
                prod::INVOKED_VERSION,
                prod::INVOKED_OTHER,
                prod::FIRED_FEW,
            ],
        },
    ],
    facts: |it, facts| {
        prod::facts(it, facts);
        hurt_facts(it, facts);
    },
};

/// The older version gets a tenth, and the newer the rest.
const SWAPPED: Slip = Slip {
    id: "swapped-share",
    fits: |it| prod::is_shared(it, 1.0 - TENTH),
};

/// Whether the older version gets everything again, with whatever is left of the canary.
fn is_rolled_back(it: &Situation) -> bool {
    was_changed(it) && prod::pair(it).is_some_and(|(older, _)| it.gets(PROD, older, 1.0))
}

/// Whether `prod` was changed since it was created: whoever skips the canary has nothing to take back.
fn was_changed(it: &Situation) -> bool {
    it.revisions(PROD).nth(1).is_some()
}

/// Rolls back, once there is something to be rolled back.
fn roll_back(it: &Situation) -> Option<Deed> {
    if !was_changed(it) {
        return prod::share(it, TENTH);
    }
    let (older, _) = prod::pair(it)?;
    let point = || deed::point(it.function_name, PROD, &Qualifier::Version(older));
    prod::restore(it).or_else(|| Some(Deed::apply(point())))
}

/// Tells how many callers the newer version failed in the run, and how many it would have at the same rate with all.
fn hurt_facts(it: &Situation, facts: &mut Facts) {
    prod::outcome_facts(it, facts, "fire-canary", ["got", "of"]);
    let outcome = it.outcome("fire-canary").filter(|it| it.got > 0);
    let rate = outcome.map_or(0.0, |it| f64::from(it.errors) / f64::from(it.got));
    facts.number("hurt", outcome.map_or(0, |it| it.errors));
    let of = outcome.map_or(0, |it| it.of);
    facts.number("would", (rate * f64::from(of)).round());
}
