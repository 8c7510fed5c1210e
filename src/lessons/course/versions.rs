use super::create::{self, EDITED_AND_TESTED, ONE};
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
            show: |it| Some(publish_first(it)),
            slips: &[Slip {
                id: "published-other-code",
                fits: |it| it.versions().next().is_some(),
            }],
        },
        Step {
            id: "test-first",
            kind: Kind::Act,
            check: |it| first(it).is_some_and(|first| it.answered(&first, ONE)),
            show: |it| Some(test_first(it)),
            slips: &[NO_FIRST, TESTED_LATEST],
        },
        Step {
            id: "deploy-second",
            kind: Kind::Act,
            check: |it| it.code_holds(&Qualifier::Latest, TWO),
            show: |it| deploy(it, TWO),
            slips: &[
                EDITED_AND_PUBLISHED,
                EDITED_AND_TESTED,
                Slip {
                    id: "deployed-other-text",
                    fits: |it| create::deployed_other_than(it, TWO),
                },
                PUBLISHED_NOTHING,
            ],
        },
        Step {
            id: "test-latest-and-first",
            kind: Kind::Act,
            check: |it| {
                it.answered(&Qualifier::Latest, TWO)
                    && first(it).is_some_and(|first| it.answered(&first, ONE))
            },
            show: |it| {
                if first(it).is_none() || it.answered(&Qualifier::Latest, TWO) {
                    return Some(test_first(it));
                }
                let test = || Deed::Test(it.function_name.clone(), Qualifier::Latest);
                deploy(it, TWO).or_else(|| Some(test()))
            },
            slips: &[NO_FIRST, NOT_SECOND],
        },
        Step {
            id: "publish-second",
            kind: Kind::Act,
            check: |it| it.version_holding(TWO).is_some(),
            show: |it| {
                let publish = || Deed::apply(deed::publish(it.function_name, "second"));
                deploy(it, TWO).or_else(|| Some(publish()))
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

/// No version says one: none was published, or it is gone.
const NO_FIRST: Slip = Slip {
    id: "no-first-version",
    fits: |it| first(it).is_none(),
};

/// There is nothing to compare, as `$LATEST` does not say two.
const NOT_SECOND: Slip = Slip {
    id: "latest-unchanged",
    fits: |it| !it.code_holds(&Qualifier::Latest, TWO),
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

/// Has `$LATEST` say a text, unless it does.
fn deploy(it: &Situation, text: &str) -> Option<Deed> {
    let deploy = || Deed::apply(deed::deploy(it.function_name, &deed::saying(text)));
    (!it.code_holds(&Qualifier::Latest, text)).then(deploy)
}

/// Publishes what says one, once `$LATEST` does.
fn publish_first(it: &Situation) -> Deed {
    let publish = || Deed::apply(deed::publish(it.function_name, "first"));
    deploy(it, ONE).unwrap_or_else(publish)
}

/// Tests the version that says one, once there is one.
fn test_first(it: &Situation) -> Deed {
    let test = |first| Deed::Test(it.function_name.clone(), first);
    first(it).map_or_else(|| publish_first(it), test)
}

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
