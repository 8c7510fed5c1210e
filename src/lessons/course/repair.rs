use super::prod::DELETED;
use crate::lambda::{FunctionName, Operation, Qualifier, UpdateAlias, VersionNumber};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Kind, Lesson, Setup, Situation, Slip, Step};

/// What the first version says.
const GOOD: &str = "order taken.";

/// What the second version does where it fails.
const FAILING: &str = "raise ValueError(";

/// What the second version says where `$LATEST` is what is wrong.
const BETTER: &str = "order taken, receipt sent.";

/// What the second version says where it should get a small share.
const UNTESTED: &str = "order taken by the new shop.";

/// The share that the untested version should get.
const SHARE: f64 = 0.1;

/// How many calls show what callers get.
const CALLS: u32 = 20;

/// The fewest operations that put any of the faults right.
const FEWEST: u32 = 1;

/// How many faults there are: each set-up brings the next.
const FAULTS: u32 = 3;

/// What is wrong with production.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// A canary fails, and still gets its share.
    Failing,
    /// The alias points at what somebody is editing.
    Unpublished,
    /// The untested version gets what is meant for the other.
    Swapped,
}

/// A production to be put right in as few operations as possible.
pub(super) static LESSON: Lesson = Lesson {
    id: "repair",
    setup: Setup {
        function: "checkout",
        is_ready: |it| Fault::of(it).is_there(it),
        operations: |function, variant| Fault::of_variant(variant).operations(function),
    },
    steps: &[
        Step {
            id: "survey",
            kind: Kind::Act,
            check: |it| it.invocations(&prod()) >= CALLS,
            show: |it| Some(fire(it)),
            slips: &[Slip {
                id: "called-elsewhere",
                fits: |it| it.invocations(&prod()) == 0 && it.tallies().next().is_some(),
            }],
        },
        Step {
            id: "put-right",
            kind: Kind::Act,
            check: is_right,
            show: |it| Some(Deed::apply(Fault::of(it).repair(it)?)),
            slips: &[
                DELETED,
                Slip {
                    id: "share-left",
                    fits: |it| {
                        Fault::of(it) == Fault::Failing
                            && good(it).is_some_and(|good| it.reaches("prod", good))
                            && it.operations().next().is_some()
                    },
                },
                Slip {
                    id: "failing-promoted",
                    fits: |it| {
                        Fault::of(it) == Fault::Failing
                            && Fault::Failing
                                .second(it)
                                .is_some_and(|failing| points(it, failing))
                    },
                },
                Slip {
                    id: "older-version",
                    fits: |it| {
                        Fault::of(it) == Fault::Unpublished
                            && good(it).is_some_and(|good| points(it, good))
                    },
                },
                Slip {
                    id: "draft-published",
                    fits: |it| Fault::of(it) == Fault::Unpublished && it.versions().count() > 2,
                },
                Slip {
                    id: "kept-while-swapping",
                    fits: |it| it.is_refused("UpdateAlias", "already included in routing"),
                },
                Slip {
                    id: "canary-ended",
                    fits: |it| {
                        Fault::of(it) == Fault::Swapped
                            && good(it).is_some_and(|good| points(it, good))
                    },
                },
            ],
        },
        Step {
            id: "prove",
            kind: Kind::Act,
            check: |it| {
                let prod = prod();
                let asked = it.asked(&prod);
                let answered: u32 = asked
                    .map(|(_, tally)| tally.invocations - tally.errors)
                    .sum();
                is_right(it) && answered >= CALLS
            },
            show: |it| {
                if is_right(it) {
                    Some(fire(it))
                } else {
                    Fault::of(it).repair(it).map(Deed::apply)
                }
            },
            slips: &[Slip {
                id: "wrong-again",
                fits: |it| !is_right(it),
            }],
        },
    ],
    facts: |it, facts| {
        facts.text("fault", &Fault::of(it).name());
        let operations = it.spent(&["survey", "put-right"]);
        let made = u32::from(it.setups.max(1));
        facts.number("left", FAULTS.saturating_sub(made));
        facts.number("operations", operations);
        facts.number("fewest", FEWEST);
        let number = |number: Option<VersionNumber>, otherwise: &str| {
            number.map_or_else(|| otherwise.to_owned(), |number| number.to_string())
        };
        facts.text("first", &number(good(it), "1"));
        facts.text("second", &number(Fault::of(it).second(it), "2"));
        facts.number("more", operations.saturating_sub(FEWEST));
    },
};

impl Fault {
    fn of_variant(variant: u8) -> Self {
        match variant {
            0 => Self::Failing,
            1 => Self::Unpublished,
            _ => Self::Swapped,
        }
    }

    /// The fault that the function was made with: its versions tell, whatever seed there is by now.
    fn of(it: &Situation) -> Self {
        let all = [Self::Failing, Self::Unpublished, Self::Swapped];
        let made_with = all.into_iter().find(|fault| fault.second(it).is_some());
        made_with.unwrap_or(Self::of_variant(it.variant))
    }

    /// The second version.
    fn second(self, it: &Situation) -> Option<VersionNumber> {
        it.version_holding(match self {
            Self::Failing => FAILING,
            Self::Unpublished => BETTER,
            Self::Swapped => UNTESTED,
        })
    }

    /// What texts call it.
    fn name(self) -> &'static str {
        match self {
            Self::Failing => "failing",
            Self::Unpublished => "unpublished",
            Self::Swapped => "swapped",
        }
    }

    /// The code of the second version.
    fn source(self) -> String {
        match self {
            Self::Failing => {
                format!("def lambda_handler(event, context):\n    {FAILING}\"no price\")\n")
            }
            Self::Unpublished => deed::saying(BETTER),
            Self::Swapped => deed::saying(UNTESTED),
        }
    }

    fn is_there(self, it: &Situation) -> bool {
        let Some((good, second)) = good(it).zip(self.second(it)) else {
            return false;
        };
        match self {
            Self::Failing => it.reaches("prod", good) && it.reaches("prod", second),
            Self::Unpublished => it.points("prod", &Qualifier::Latest),
            Self::Swapped => it.reaches("prod", good) && it.gets("prod", second, 1.0 - SHARE),
        }
    }

    /// The one operation that puts it right.
    fn repair(self, it: &Situation) -> Option<Operation> {
        let good = good(it)?;
        let (primary, additional) = match self {
            Self::Failing => (good, None),
            Self::Unpublished => (self.second(it)?, None),
            Self::Swapped => (good, Some((self.second(it)?, SHARE))),
        };
        if it.alias("prod").is_none() {
            let primary = Qualifier::Version(primary);
            return Some(deed::create_alias(it.function_name, "prod", &primary));
        }
        Some(deed::route(it.function_name, "prod", primary, additional))
    }

    /// The operations that make a production with the fault.
    fn operations(self, function: &FunctionName) -> Vec<Operation> {
        let (second, note) = match self {
            Self::Failing => (
                "new prices, on trial",
                "Trial of 2: on errors, all back to 1",
            ),
            Self::Unpublished => ("with receipts, approved", "Approved versions only: now 2"),
            Self::Swapped => ("new shop, not tested yet", "1, and 10 % to 2 until tested"),
        };
        let weights = match self {
            Self::Failing => Some(("2", 0.3)),
            Self::Unpublished => None,
            // Which is the primary version is part of the fault.
            Self::Swapped => Some(("1", SHARE)),
        };
        let primary = match self {
            Self::Failing => "1",
            Self::Unpublished => Qualifier::LATEST,
            Self::Swapped => "2",
        };
        let update = UpdateAlias {
            function_name: function.to_string(),
            name: "prod".to_owned(),
            function_version: Some(primary.to_owned()),
            description: Some(note.to_owned()),
            weights: weights.map(|(version, weight)| [(version.to_owned(), Some(weight))].into()),
            ..UpdateAlias::default()
        };
        let mut operations = vec![
            deed::create(function, &deed::saying(GOOD)),
            deed::publish(function, "approved"),
            deed::create_alias(function, "prod", &Qualifier::classify("1")),
            deed::deploy(function, &self.source()),
            deed::publish(function, second),
            update.into(),
        ];
        if self == Self::Unpublished {
            operations.push(deed::deploy(
                function,
                "def lambda_handler(event, context):\n    raise NotImplementedError(\"half done\")\n",
            ));
        }
        operations
    }
}

fn prod() -> Qualifier {
    Qualifier::classify("prod")
}

/// The version that was there first, and is sound.
fn good(it: &Situation) -> Option<VersionNumber> {
    it.version_holding(GOOD)
}

fn points(it: &Situation, version: VersionNumber) -> bool {
    it.points("prod", &Qualifier::Version(version))
}

/// Whether `prod` does what its description says.
fn is_right(it: &Situation) -> bool {
    let gets = |version: Option<VersionNumber>, share| {
        version.is_some_and(|version| it.gets("prod", version, share))
    };
    let fault = Fault::of(it);
    match fault {
        Fault::Failing => gets(good(it), 1.0),
        Fault::Unpublished => gets(fault.second(it), 1.0),
        Fault::Swapped => gets(good(it), 1.0 - SHARE) && gets(fault.second(it), SHARE),
    }
}

fn fire(it: &Situation) -> Deed {
    Deed::Fire {
        function: it.function_name.clone(),
        target: prod(),
        invocations: 50,
        concurrency: None,
    }
}
