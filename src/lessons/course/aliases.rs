use super::prod::{INVOKED_LATEST, INVOKED_VERSION, PROD, prod};
use super::versions::{first, second, two_versions};
use crate::lambda::Qualifier;
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Kind, Lesson, Setup, Situation, Slip, Step};

const DEV: &str = "dev";
const TEST: &str = "test";

/// Aliases: dev, test, prod; stable endpoints; ARNs, qualified and not.
pub(super) static LESSON: Lesson = Lesson {
    id: "aliases",
    setup: Setup {
        function: "lambda-version-demo",
        is_ready: |it| first(it).is_some() && second(it).is_some(),
        operations: |function, _| two_versions(function),
    },
    steps: &[
        Step {
            id: "create-dev",
            kind: Kind::Act,
            check: |it| it.points(DEV, &Qualifier::Latest),
            show: |it| Some(point(it, DEV, &Qualifier::Latest)),
            slips: &[
                Slip {
                    id: "dev-elsewhere",
                    fits: |it| it.alias(DEV).is_some(),
                },
                OTHER_NAME,
            ],
        },
        Step {
            id: "create-test",
            kind: Kind::Act,
            check: |it| second(it).is_some_and(|second| it.points(TEST, &second)),
            show: |it| Some(point(it, TEST, &second(it)?)),
            slips: &[
                Slip {
                    id: "test-elsewhere",
                    fits: |it| it.alias(TEST).is_some(),
                },
                MOVED_OTHER,
                OTHER_NAME,
            ],
        },
        Step {
            id: "create-prod",
            kind: Kind::Act,
            check: |it| first(it).is_some_and(|first| it.points(PROD, &first)),
            show: |it| Some(point(it, PROD, &first(it)?)),
            slips: &[
                Slip {
                    id: "prod-elsewhere",
                    fits: |it| it.alias(PROD).is_some(),
                },
                MOVED_OTHER,
                OTHER_NAME,
            ],
        },
        Step {
            id: "test-aliases",
            kind: Kind::Act,
            check: |it| untested(it).is_none(),
            show: |it| {
                let (name, version) = untested(it)?;
                let test = || Deed::Test(it.function_name.clone(), Qualifier::classify(name));
                Some(if it.points(name, &version) {
                    test()
                } else {
                    point(it, name, &version)
                })
            },
            slips: &[NO_ALIAS, INVOKED_LATEST, INVOKED_VERSION],
        },
        Step {
            id: "compare-arns",
            kind: Kind::Act,
            check: |it| it.invocations(&Qualifier::Latest) > 0 && it.invocations(&prod()) > 0,
            show: |it| {
                let latest = Qualifier::Latest;
                let is_left = it.invocations(&latest) == 0;
                if !is_left && it.alias(PROD).is_none() {
                    return Some(point(it, PROD, &first(it)?));
                }
                let target = if is_left { latest } else { prod() };
                Some(Deed::Test(it.function_name.clone(), target))
            },
            slips: &[
                NO_ALIAS,
                Slip {
                    id: "invoked-number",
                    fits: |it| {
                        let mut numbers = it.tallies().map(|(through, _)| &through.qualifier);
                        numbers.any(|it| matches!(it, Qualifier::Version(_)))
                    },
                },
            ],
        },
    ],
    facts: |it, facts| {
        super::prod::facts(it, facts);
        let mut tell = |fact, alias: &str| {
            let routing = it.routing(alias);
            let primary = routing.map_or_else(String::new, |it| it.primary().to_string());
            facts.text(fact, &primary);
        };
        let moved = moved(it);
        tell("moved-to", moved.unwrap_or_default());
        tell("dev", DEV);
        tell("test", TEST);
        tell("prod", PROD);
        facts.text("moved", &moved.unwrap_or_default());
        facts.text("missing", &missing(it).unwrap_or_default());
        let other = it.touched_alias_but(&[DEV, TEST, PROD]);
        facts.text("misnamed", &other.unwrap_or_default());
    },
};

/// An alias that is to be called was not created, or is gone.
const NO_ALIAS: Slip = Slip {
    id: "no-alias",
    fits: |it| missing(it).is_some(),
};

/// An alias was created that the exercise does not have.
const OTHER_NAME: Slip = Slip {
    id: "other-name",
    fits: |it| it.touched_alias_but(&[DEV, TEST, PROD]).is_some(),
};

/// An alias of an earlier step no longer points where it did.
const MOVED_OTHER: Slip = Slip {
    id: "moved-other",
    fits: |it| moved(it).is_some(),
};

/// An alias of an earlier step that points elsewhere now.
fn moved(it: &Situation) -> Option<&'static str> {
    let mut earlier = wanted(it).into_iter().take(2);
    let (name, _) = earlier.find(|(name, wanted)| {
        let is_there = wanted.as_ref().is_some_and(|to| it.points(name, to));
        it.alias(name).is_some() && !is_there
    })?;
    Some(name)
}

/// The first alias of the exercise that there is not.
fn missing(it: &Situation) -> Option<&'static str> {
    [DEV, TEST, PROD]
        .into_iter()
        .find(|name| it.alias(name).is_none())
}

/// The aliases of the exercise, and where they belong.
fn wanted(it: &Situation) -> [(&'static str, Option<Qualifier>); 3] {
    [
        (DEV, Some(Qualifier::Latest)),
        (TEST, second(it)),
        (PROD, first(it)),
    ]
}

/// Creates an alias, or moves the one there is.
fn point(it: &Situation, name: &str, version: &Qualifier) -> Deed {
    Deed::apply(match it.alias(name) {
        None => deed::create_alias(it.function_name, name, version),
        Some(_) => deed::point(it.function_name, name, version),
    })
}

/// The first of the aliases that has not had its version answer through it since the step began, and that version.
fn untested(it: &Situation) -> Option<(&'static str, Qualifier)> {
    wanted(it).into_iter().find_map(|(name, wanted)| {
        let wanted = wanted?;
        let alias = Qualifier::classify(name);
        let mut tested = it.asked(&alias);
        let is_tested = tested.any(|(through, _)| through.version == wanted);
        (!is_tested).then_some((name, wanted))
    })
}
