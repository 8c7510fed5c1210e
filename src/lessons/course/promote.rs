use super::prod;
use super::versions::{second, two_versions};
use crate::lambda::Qualifier;
use crate::lessons::deed::Deed;
use crate::lessons::{Kind, Lesson, Setup, Situation, Step};

const RUN: u32 = 20;

/// Promote; what changed for callers (nothing in their ARN).
pub(super) static LESSON: Lesson = Lesson {
    id: "promote",
    setup: Setup {
        function: "lambda-version-demo",
        // Whether all, half or nothing is left to be promoted.
        is_ready: |it| {
            prod::pair(it).is_some_and(|(_, newer)| {
                second(it) == Some(Qualifier::Version(newer)) && it.reaches(prod::PROD, newer)
            })
        },
        operations: |function, _| {
            let mut operations = two_versions(function);
            operations.extend(prod::create(function, Some(0.5)));
            operations
        },
    },
    steps: &[
        Step {
            id: "promote-prod",
            kind: Kind::Act,
            check: is_promoted,
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
        Step {
            id: "test-promoted",
            kind: Kind::Act,
            check: |it| is_promoted(it) && settled(it) > 0,
            show: |it| {
                let test = Deed::Test(it.function_name.clone(), prod::prod());
                if is_promoted(it) {
                    Some(test)
                } else {
                    prod::promote(it)
                }
            },
            slips: &[
                prod::DELETED,
                prod::INVOKED_LATEST,
                prod::INVOKED_VERSION,
                prod::INVOKED_OTHER,
                prod::ALL_TO_OLDER,
            ],
        },
        Step {
            id: "fire-promoted",
            kind: Kind::Act,
            check: |it| is_promoted(it) && settled(it) >= RUN,
            show: |it| {
                if is_promoted(it) {
                    Some(prod::fire(it, RUN))
                } else {
                    prod::promote(it)
                }
            },
            slips: &[
                prod::DELETED,
                prod::INVOKED_LATEST,
                prod::INVOKED_VERSION,
                prod::INVOKED_OTHER,
                prod::ALL_TO_OLDER,
                prod::FIRED_FEW,
            ],
        },
    ],
    facts: prod::facts,
};

fn is_promoted(it: &Situation) -> bool {
    prod::pair(it).is_some_and(|(_, newer)| prod::is_at(it, newer))
}

/// How many invocations went through `prod` to the newer version since that has all of it.
fn settled(it: &Situation) -> u32 {
    prod::pair(it).map_or(0, |(_, newer)| prod::settled(it, newer))
}
