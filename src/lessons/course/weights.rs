use super::prod::{self, PROD};
use super::versions::{first, second, two_versions};
use crate::lambda::{Qualifier, VersionNumber};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Guess, Kind, Lesson, Setup, Slip, Step};

const HALF: f64 = 0.5;
const TESTS: u32 = 5;
const RUN: u32 = 100;

/// Weighted alias 50/50; N invocations; why 50 % is not every second call.
pub(super) static LESSON: Lesson = Lesson {
    id: "weights",
    setup: Setup {
        function: "lambda-version-demo",
        is_ready: |it| {
            prod::pair(it).is_some_and(|(older, newer)| {
                first(it) == Some(Qualifier::Version(older))
                    && second(it) == Some(Qualifier::Version(newer))
                    && it.reaches(PROD, older)
            })
        },
        operations: |function, _| {
            let mut operations = two_versions(function);
            operations.push(deed::create_alias(function, "dev", &Qualifier::Latest));
            let two = Qualifier::Version(VersionNumber::FIRST.next());
            operations.push(deed::create_alias(function, "test", &two));
            operations.extend(prod::create(function, None));
            operations
        },
    },
    steps: &[
        Step {
            id: "share-prod",
            kind: Kind::Act,
            check: |it| prod::is_shared(it, HALF),
            show: |it| prod::share(it, HALF),
            slips: &[
                prod::DELETED,
                prod::OTHER_VERSION,
                OTHER_SHARE,
                prod::ALL_TO_NEWER,
                Slip {
                    id: "shared-latest",
                    fits: |it| it.is_refused("UpdateAlias", "$LATEST"),
                },
                Slip {
                    id: "same-version-twice",
                    fits: |it| prod::refused_twice(it, "UpdateAlias"),
                },
                prod::CHANGED_OTHER,
            ],
        },
        Step {
            id: "test-share",
            kind: Kind::Act,
            check: |it| prod::has_run(it, HALF, TESTS),
            show: |it| {
                let test = || Deed::Test(it.function_name.clone(), prod::prod());
                prod::share(it, HALF).or_else(|| Some(test()))
            },
            slips: &[
                prod::DELETED,
                prod::INVOKED_LATEST,
                prod::INVOKED_VERSION,
                prod::INVOKED_OTHER,
                prod::OTHER_VERSION,
                OTHER_SHARE,
            ],
        },
        Step {
            id: "predict-share",
            kind: Kind::Predict { invocations: RUN },
            check: |it| it.guess.is_some(),
            show: |_| {
                let (least, most) = (40, 60);
                Some(Deed::Predict(Guess { least, most }))
            },
            slips: &[],
        },
        Step {
            id: "fire-share",
            kind: Kind::Run { invocations: RUN },
            check: |it| prod::has_run_once(it, HALF, RUN),
            show: |it| prod::fire_shared(it, HALF, RUN),
            slips: &[
                prod::DELETED,
                prod::INVOKED_LATEST,
                prod::INVOKED_VERSION,
                prod::INVOKED_OTHER,
                prod::ALL_TO_NEWER,
                prod::ALL_TO_OLDER,
                prod::OTHER_VERSION,
                OTHER_SHARE,
                prod::FIRED_OTHERWISE,
            ],
        },
    ],
    facts: |it, facts| {
        prod::facts(it, facts);
        prod::outcome_facts(it, facts, "fire-share", ["got", "of"]);
    },
};

/// `prod` shares, and not as asked.
const OTHER_SHARE: Slip = Slip {
    id: "other-share",
    fits: |it| {
        let routing = it.routing(PROD);
        routing.is_some_and(|it| it.additional().is_some()) && !prod::is_shared(it, HALF)
    },
};
