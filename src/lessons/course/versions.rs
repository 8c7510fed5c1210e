use super::create::{EDITED_AND_TESTED, ONE};
use crate::lambda::{FunctionName, Operation, Qualifier};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Kind, Lesson, Setup, Situation, Slip, Step};

/// What the second version says.
pub(super) const TWO: &str = "this is version two.";

/// Publish version 1; what immutable means; publish version 2.
pub(super) static LESSON: Lesson = Lesson {
    id: "versions",
    setup: Setup {
        function: "lambda-version-demo",
        is_ready: |it| first(it).is_some() || it.code_holds(&Qualifier::Latest, ONE),
        operations: |function, _| vec![deed::create(function, &deed::saying(ONE))],
    },
    steps: &[
        Step {
            id: "publish-first",
            kind: Kind::Act,
            check: |it| it.version_holding(ONE).is_some(),
            show: |it| Some(Deed::apply(deed::publish(it.function_name, "first"))),
            slips: &[],
        },
        Step {
            id: "test-first",
            kind: Kind::Act,
            check: |it| first(it).is_some_and(|first| it.answered(&first, ONE)),
            show: |it| Some(Deed::Test(it.function_name.clone(), first(it)?)),
            slips: &[TESTED_LATEST],
        },
        Step {
            id: "deploy-second",
            kind: Kind::Act,
            check: |it| it.code_holds(&Qualifier::Latest, TWO),
            show: |it| {
                let deploy = deed::deploy(it.function_name, &deed::saying(TWO));
                Some(Deed::apply(deploy))
            },
            slips: &[EDITED_AND_PUBLISHED, EDITED_AND_TESTED, PUBLISHED_NOTHING],
        },
        Step {
            id: "test-latest-and-first",
            kind: Kind::Act,
            check: |it| {
                it.answered(&Qualifier::Latest, TWO)
                    && first(it).is_some_and(|first| it.answered(&first, ONE))
            },
            show: |it| {
                let function = it.function_name.clone();
                if it.answered(&Qualifier::Latest, TWO) {
                    Some(Deed::Test(function, first(it)?))
                } else {
                    Some(Deed::Test(function, Qualifier::Latest))
                }
            },
            slips: &[],
        },
        Step {
            id: "publish-second",
            kind: Kind::Act,
            check: |it| it.version_holding(TWO).is_some(),
            show: |it| {
                let publish = deed::publish(it.function_name, "second");
                let operation = if it.code_holds(&Qualifier::Latest, TWO) {
                    publish
                } else {
                    deed::deploy(it.function_name, &deed::saying(TWO))
                };
                Some(Deed::apply(operation))
            },
            slips: &[EDITED_AND_PUBLISHED, PUBLISHED_NOTHING],
        },
    ],
    facts: |it, facts| {
        let number = |number: Option<Qualifier>, otherwise: &str| {
            number.map_or_else(|| otherwise.to_owned(), |number| number.to_string())
        };
        facts.text("first", &number(first(it), "1"));
        facts.text("second", &number(second(it), "2"));
    },
};

/// `$LATEST` was tested where a version was meant.
const TESTED_LATEST: Slip = Slip {
    id: "tested-latest",
    fits: |it| it.invocations(&Qualifier::Latest) > 0,
};

/// The code was published while the edit waited to be deployed.
const EDITED_AND_PUBLISHED: Slip = Slip {
    id: "edited-and-published",
    fits: |it| it.draft_holds(TWO) && it.published_nothing(),
};

/// The code was published as it was at the latest version.
const PUBLISHED_NOTHING: Slip = Slip {
    id: "published-without-a-change",
    fits: |it| it.published_nothing(),
};

/// The version that says one.
pub(super) fn first(it: &Situation) -> Option<Qualifier> {
    it.version_holding(ONE).map(Qualifier::Version)
}

/// The version that says two.
pub(super) fn second(it: &Situation) -> Option<Qualifier> {
    it.version_holding(TWO).map(Qualifier::Version)
}

/// The operations that make a function whose first version says one, and the second two.
pub(super) fn two_versions(function: &FunctionName) -> Vec<Operation> {
    vec![
        deed::create(function, &deed::saying(ONE)),
        deed::publish(function, "first"),
        deed::deploy(function, &deed::saying(TWO)),
        deed::publish(function, "second"),
    ]
}
