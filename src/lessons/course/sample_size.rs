use super::canary;
use super::prod::{self, PROD, TENTH};
use crate::lambda::{Qualifier, Weight};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Facts, Guess, Kind, Lesson, Setup, Situation, Slip, Step};
use crate::traffic::normal_range;

const FEW: u32 = 20;
const MANY: u32 = 1000;

/// How long must a canary run? Sample size, normal range, when to promote.
pub(super) static LESSON: Lesson = Lesson {
    id: "sample-size",
    setup: Setup {
        function: "search",
        is_ready: |it| {
            prod::is_shared(it, TENTH)
                && prod::pair(it).is_some_and(|(_, newer)| {
                    !it.code_holds(&Qualifier::Version(newer), canary::MARK)
                })
        },
        operations: |function, _| {
            let mut operations = vec![
                deed::create(function, &deed::saying("10 results")),
                deed::publish(function, "works"),
                deed::deploy(function, &deed::saying("10 better results")),
                deed::publish(function, "better results"),
            ];
            operations.extend(prod::create(function, Some(TENTH)));
            operations
        },
    },
    steps: &[
        predict("predict-few", FEW, |_| Some(guess(FEW))),
        Step {
            id: "fire-few",
            kind: Kind::Run { invocations: FEW },
            check: |it| prod::has_run_once(it, TENTH, FEW),
            show: |it| prod::fire_shared(it, TENTH, FEW),
            slips: RUN_SLIPS,
        },
        predict("predict-many", MANY, |_| Some(guess(MANY))),
        Step {
            id: "fire-many",
            kind: Kind::Run { invocations: MANY },
            check: |it| prod::has_run_once(it, TENTH, MANY),
            show: |it| prod::fire_shared(it, TENTH, MANY),
            slips: RUN_SLIPS,
        },
        Step {
            id: "promote-canary",
            kind: Kind::Act,
            check: |it| prod::pair(it).is_some_and(|(_, newer)| prod::is_at(it, newer)),
            show: prod::promote,
            slips: &[
                prod::DELETED,
                prod::ALL_BY_WEIGHT,
                prod::OLDER_AT_ZERO,
                prod::ALL_TO_OLDER,
                prod::KEPT_WEIGHT,
                prod::CHANGED_OTHER,
            ],
        },
    ],
    facts: |it, facts| {
        prod::facts(it, facts);
        prod::outcome_facts(it, facts, "fire-few", ["few", "of-few"]);
        prod::outcome_facts(it, facts, "fire-many", ["many", "of-many"]);
        range_facts(facts, FEW, ["least-of-few", "most-of-few"]);
        range_facts(facts, MANY, ["least-of-many", "most-of-many"]);
    },
};

/// What goes wrong with a run.
const RUN_SLIPS: &[Slip] = &[
    prod::DELETED,
    prod::INVOKED_LATEST,
    prod::INVOKED_VERSION,
    prod::INVOKED_OTHER,
    Slip {
        id: "promoted-early",
        fits: |it| prod::pair(it).is_some_and(|(_, newer)| it.gets(PROD, newer, 1.0)),
    },
    prod::ALL_TO_OLDER,
    prod::OTHER_VERSION,
    prod::OTHER_TENTH,
    prod::FIRED_OTHERWISE,
];

const fn predict(id: &'static str, invocations: u32, show: fn(&Situation) -> Option<Deed>) -> Step {
    Step {
        id,
        kind: Kind::Predict { invocations },
        check: |it| it.guess.is_some(),
        show,
        slips: &[],
    }
}

/// The normal range of so many invocations.
fn guess(invocations: u32) -> Deed {
    let range = normal_range(invocations, Weight::new(TENTH).unwrap_or_default());
    Deed::Predict(Guess {
        least: *range.start(),
        most: *range.end(),
    })
}

fn range_facts(facts: &mut Facts, invocations: u32, [least, most]: [&'static str; 2]) {
    let range = normal_range(invocations, Weight::new(TENTH).unwrap_or_default());
    facts.number(least, *range.start());
    facts.number(most, *range.end());
}
