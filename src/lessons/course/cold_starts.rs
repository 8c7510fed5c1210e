use super::prod::{INVOKED_LATEST, INVOKED_OTHER, INVOKED_VERSION};
use crate::lambda::{
    FunctionName, Operation, PutProvisionedConcurrencyConfig, Qualifier, VersionNumber,
};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Kind, Lesson, Setup, Situation, Slip, Step, Tally, Through, script};

/// What each of the three versions says.
const WORDS: [&str; 3] = ["version one", "version two", "version three"];

/// How many callers there are at once.
const CALLERS: u32 = 3;

/// How many environments are kept ready.
const READY: i64 = 2;

/// Environments, what lasts in them, and how long they take to start.
pub(super) static LESSON: Lesson = Lesson {
    id: "cold-starts",
    setup: Setup {
        function: "slow-start-demo",
        is_ready: |it| {
            let [first, second, third] = WORDS.map(|words| it.version_holding(words));
            second.is_some()
                && third.is_some()
                && first.is_some_and(|first| it.points("prod", &Qualifier::Version(first)))
        },
        operations: |function, _| operations(function),
    },
    steps: &[
        Step {
            id: "call-cold",
            kind: Kind::Act,
            check: |it| calls_of_prod(it).any(|(_, tally)| tally.cold_starts > 0),
            show: |it| Some(test_prod(it)),
            slips: &[
                INVOKED_LATEST,
                INVOKED_VERSION,
                INVOKED_OTHER,
                Slip {
                    id: "already-warm",
                    fits: |it| it.tallies().next().is_some(),
                },
            ],
        },
        Step {
            id: "call-warm",
            kind: Kind::Act,
            check: |it| calls_of_prod(it).any(|(_, tally)| tally.invocations > tally.cold_starts),
            show: |it| Some(test_prod(it)),
            slips: &[
                INVOKED_LATEST,
                INVOKED_VERSION,
                INVOKED_OTHER,
                Slip {
                    id: "another-environment",
                    fits: |it| it.tallies().next().is_some(),
                },
            ],
        },
        Step {
            id: "call-at-once",
            kind: Kind::Act,
            // Calls that come one after the other find the environment idle that served the one before.
            check: |it| {
                let mut run = it.latest_run().filter(|(it, _)| it.qualifier == prod());
                run.any(|(_, tally)| tally.environments.len() > 1)
            },
            show: |it| {
                Some(Deed::Fire {
                    function: it.function_name.clone(),
                    target: prod(),
                    invocations: 20,
                    concurrency: Some(CALLERS),
                })
            },
            slips: &[
                INVOKED_LATEST,
                INVOKED_VERSION,
                INVOKED_OTHER,
                Slip {
                    id: "one-at-a-time",
                    fits: |it| it.invocations(&prod()) > 0,
                },
            ],
        },
        Step {
            id: "move-cold",
            kind: Kind::Act,
            check: |it| {
                // Whoever tests the version itself first finds it warm through the alias.
                let is_second = |through: &Through| Some(&through.version) == second(it).as_ref();
                let mut cold = it.tallies().filter(|(_, tally)| tally.cold_starts > 0);
                cold.any(|(through, _)| is_second(through))
                    && calls_of_prod(it).any(|(through, _)| is_second(through))
            },
            show: |it| move_and_test(it, WORDS[1]),
            slips: &[
                Slip {
                    id: "prod-not-moved",
                    fits: |it| {
                        it.invocations(&prod()) > 0 && !reaches(it, it.version_holding(WORDS[1]))
                    },
                },
                Slip {
                    id: "already-warm",
                    fits: |it| it.invocations(&prod()) > 0,
                },
            ],
        },
        Step {
            id: "keep-ready",
            kind: Kind::Act,
            check: |it| third(it).is_some_and(|third| is_kept_ready(it, &third)),
            show: |it| Some(Deed::apply(provision(it, &third(it)?))),
            slips: &[
                Slip {
                    id: "latest-kept-ready",
                    fits: |it| it.is_refused("PutProvisionedConcurrencyConfig", "unpublished"),
                },
                Slip {
                    id: "other-version-kept-ready",
                    fits: |it| it.function().is_some_and(|it| it.provisions().count() > 0),
                },
            ],
        },
        Step {
            id: "call-ready",
            kind: Kind::Act,
            check: |it| {
                let Some(third) = third(it) else { return false };
                is_kept_ready(it, &third)
                    && calls_of_prod(it).any(|(through, tally)| {
                        through.version == third && tally.invocations > tally.cold_starts
                    })
            },
            show: |it| {
                let third = third(it)?;
                if is_kept_ready(it, &third) {
                    move_and_test(it, WORDS[2])
                } else {
                    Some(Deed::apply(provision(it, &third)))
                }
            },
            slips: &[
                Slip {
                    id: "prod-not-moved",
                    fits: |it| {
                        it.invocations(&prod()) > 0 && !reaches(it, it.version_holding(WORDS[2]))
                    },
                },
                Slip {
                    id: "not-kept-ready",
                    fits: |it| !third(it).is_some_and(|third| is_kept_ready(it, &third)),
                },
            ],
        },
    ],
    facts: |it, facts| {
        let names = ["first", "second", "third"].into_iter();
        for ((name, words), otherwise) in names.zip(WORDS).zip(1..) {
            match it.version_holding(words) {
                Some(number) => facts.text(name, &number),
                None => facts.text(name, &otherwise),
            }
        }
        let third = third(it).unwrap_or(Qualifier::Latest);
        facts.text("provision", &script::line(&provision(it, &third).into()));
    },
};

fn prod() -> Qualifier {
    Qualifier::classify("prod")
}

/// What came of the invocations through `prod`, by the version that ran.
fn calls_of_prod<'a>(it: &'a Situation) -> impl Iterator<Item = (&'a Through, &'a Tally)> {
    it.tallies()
        .filter(|(through, _)| through.qualifier == prod())
}

fn second(it: &Situation) -> Option<Qualifier> {
    it.version_holding(WORDS[1]).map(Qualifier::Version)
}

fn third(it: &Situation) -> Option<Qualifier> {
    it.version_holding(WORDS[2]).map(Qualifier::Version)
}

fn reaches(it: &Situation, version: Option<VersionNumber>) -> bool {
    version.is_some_and(|version| it.reaches("prod", version))
}

/// Whether environments of a version are kept ready, be it for itself or for an alias.
fn is_kept_ready(it: &Situation, version: &Qualifier) -> bool {
    it.function().is_some_and(|function| {
        let mut provisions = function.provisions();
        provisions.any(|(target, number)| target.version == *version && number > 0)
    })
}

fn test_prod(it: &Situation) -> Deed {
    Deed::Test(it.function_name.clone(), prod())
}

/// Moves `prod` to the version that says so, then calls it.
fn move_and_test(it: &Situation, words: &str) -> Option<Deed> {
    let version = it.version_holding(words)?;
    Some(if it.points("prod", &Qualifier::Version(version)) {
        test_prod(it)
    } else {
        Deed::apply(deed::route(it.function_name, "prod", version, None))
    })
}

fn provision(it: &Situation, version: &Qualifier) -> PutProvisionedConcurrencyConfig {
    PutProvisionedConcurrencyConfig {
        function_name: it.function_name.to_string(),
        qualifier: Some(version.to_string()),
        provisioned_concurrent_executions: Some(READY),
    }
}

/// The operations that make a function of three versions, each slow to start, and point `prod` at the first.
fn operations(function: &FunctionName) -> Vec<Operation> {
    let [one, two, three] = WORDS.map(counting);
    let first = Qualifier::classify("1");
    vec![
        deed::create(function, &one),
        deed::publish(function, "one"),
        deed::create_alias(function, "prod", &first),
        deed::deploy(function, &two),
        deed::publish(function, "two"),
        deed::deploy(function, &three),
        deed::publish(function, "three"),
    ]
}

/// A handler that counts the calls in its environment, in a module that takes two seconds to import.
fn counting(words: &str) -> String {
    format!(
        "\
import time

time.sleep(2)  # stands for imports that take long
calls = 0


def lambda_handler(event, context):
    global calls
    calls += 1
    return f\"{words}, call {{calls}} here\"
"
    )
}
