use crate::lambda::{
    Alias, AliasName, DeleteFunction, FunctionName, Operation, PublishVersion, Qualifier,
    RevisionId, UpdateAlias, VersionNumber,
};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Kind, Lesson, Setup, Situation, Slip, Step, script};

/// What the first version says.
const ONE: &str = "The price is ten.";

/// What the second version says.
const TWO: &str = "The price is twelve.";

/// What a colleague deployed last.
const MAYAS: &str = "The price is twelve fifty.";

/// What the service calls a request that was sent with the revision id of another state.
const STALE: &str = "PreconditionFailedException";

/// What the service says of code that is not what was expected.
const OTHER_CODE: &str = "is different from current CodeSHA256";

/// What the service says of a version that cannot be deleted.
const IN_USE: &str = "the following aliases reference it";

/// Revision ids, digests, and what keeps a version from being deleted.
pub(super) static LESSON: Lesson = Lesson {
    id: "safe-hands",
    setup: Setup {
        function: "team-demo",
        is_ready: |it| {
            it.version_holding(TWO).is_some()
                && it.code_holds(&Qualifier::Latest, MAYAS)
                && stale(it).is_some()
                && first(it).is_some_and(|first| {
                    it.points("prod", &Qualifier::Version(first)) && it.reaches("audit", first)
                })
        },
        operations: |function, _| operations(function),
    },
    steps: &[
        Step {
            id: "stale-revision",
            kind: Kind::Act,
            check: |it| it.was_alias_refused("prod", STALE),
            show: |it| Some(Deed::apply(move_prod(it, stale(it)?)?)),
            slips: &[OVERWROTE],
        },
        Step {
            id: "fresh-revision",
            kind: Kind::Act,
            check: |it| {
                let guarded = |update: &UpdateAlias| update.revision_id.is_some();
                second(it).is_some_and(|second| {
                    it.reaches("prod", second)
                        && updates(it).any(|update| guarded(update) && names(update, second))
                })
            },
            show: |it| Some(Deed::apply(move_prod(it, fresh(it)?)?)),
            slips: &[
                OVERWROTE,
                Slip {
                    id: "stale-again",
                    fits: |it| {
                        let mut refusals = it.refusals();
                        refusals.any(|refusal| refusal.code == STALE && it.is_latest(refusal))
                    },
                },
            ],
        },
        Step {
            id: "wrong-digest",
            kind: Kind::Act,
            check: |it| it.was_refused("PublishVersion", OTHER_CODE),
            show: |it| Some(Deed::apply(publish(it, &Qualifier::Version(second(it)?))?)),
            slips: &[PUBLISHED_BLINDLY],
        },
        Step {
            id: "right-digest",
            kind: Kind::Act,
            check: |it| publications(it).any(|it| it.code_sha256.is_some()),
            show: |it| Some(Deed::apply(publish(it, &Qualifier::Latest)?)),
            slips: &[
                PUBLISHED_BLINDLY,
                Slip {
                    id: "wrong-digest-again",
                    fits: |it| it.is_refused("PublishVersion", OTHER_CODE),
                },
            ],
        },
        Step {
            id: "delete-used",
            kind: Kind::Act,
            check: |it| it.was_refused("DeleteFunction", IN_USE) || is_gone(it),
            show: |it| Some(Deed::apply(delete(it, first(it)?))),
            slips: &[],
        },
        Step {
            id: "free-and-delete",
            kind: Kind::Act,
            check: |it| is_gone(it) && it.alias("prod").is_some(),
            show: |it| {
                let first = first(it)?;
                Some(match (users(it).next(), second(it)) {
                    (Some(alias), Some(second)) => {
                        Deed::apply(deed::route(it.function_name, alias, second, None))
                    }
                    _ => Deed::apply(delete(it, first)),
                })
            },
            slips: &[
                Slip {
                    id: "deleted-prod",
                    fits: |it| it.alias("prod").is_none(),
                },
                Slip {
                    id: "still-in-use",
                    fits: |it| it.is_refused("DeleteFunction", IN_USE),
                },
            ],
        },
    ],
    facts: |it, facts| {
        let number = |number: Option<VersionNumber>, otherwise: &str| {
            number.map_or_else(|| otherwise.to_owned(), |number| number.to_string())
        };
        facts.text("first", &number(first(it), "1"));
        facts.text("second", &number(second(it), "2"));
        let users: Vec<_> = users(it).collect();
        let users = if users.is_empty() {
            vec!["audit"]
        } else {
            users
        };
        facts.text("users", &users.join("`, `"));
        let second = second(it).map(Qualifier::Version);
        for (name, operation) in [
            (
                "stale",
                stale(it).and_then(|revision| move_prod(it, revision)),
            ),
            (
                "fresh",
                fresh(it).and_then(|revision| move_prod(it, revision)),
            ),
            ("wrong", second.and_then(|second| publish(it, &second))),
            ("right", publish(it, &Qualifier::Latest)),
        ] {
            let line = operation.map_or_else(String::new, |operation| script::line(&operation));
            facts.text(name, &line);
        }
    },
};

/// The alias was changed without a word about what it was believed to be.
const OVERWROTE: Slip = Slip {
    id: "overwrote",
    fits: |it| updates(it).any(|update| update.revision_id.is_none()),
};

/// A version was published without a word about what its code was believed to be.
const PUBLISHED_BLINDLY: Slip = Slip {
    id: "published-blindly",
    fits: |it| publications(it).any(|it| it.code_sha256.is_none()),
};

fn first(it: &Situation) -> Option<VersionNumber> {
    it.version_holding(ONE)
}

fn second(it: &Situation) -> Option<VersionNumber> {
    it.version_holding(TWO)
}

/// The revision that `prod` has.
fn fresh(it: &Situation) -> Option<RevisionId> {
    it.alias("prod").map(Alias::revision)
}

/// The revision that `prod` had before its latest change.
fn stale(it: &Situation) -> Option<RevisionId> {
    it.revisions("prod").rev().nth(1)
}

/// The changes of `prod` since the step began.
fn updates<'a>(it: &'a Situation) -> impl Iterator<Item = &'a UpdateAlias> {
    it.operations().filter_map(|operation| match operation {
        Operation::UpdateAlias(update)
            if it.is_own(&update.function_name) && update.name == "prod" =>
        {
            Some(update)
        }
        _ => None,
    })
}

/// Whether a change of an alias sends anything to a version.
fn names(update: &UpdateAlias, version: VersionNumber) -> bool {
    let version = version.to_string();
    let weights = update.weights.as_ref();
    update.function_version.as_ref() == Some(&version)
        || weights.is_some_and(|it| it.contains_key(&version))
}

/// The publications since the step began.
fn publications<'a>(it: &'a Situation) -> impl Iterator<Item = &'a PublishVersion> {
    it.operations().filter_map(|operation| match operation {
        Operation::PublishVersion(publication) if it.is_own(&publication.function_name) => {
            Some(publication)
        }
        _ => None,
    })
}

/// The aliases that keep the first version from being deleted.
fn users<'a>(it: &'a Situation) -> impl Iterator<Item = &'a str> {
    let users = it.function().into_iter().zip(first(it));
    let users = users.flat_map(|(function, first)| function.aliases_of(first));
    users.map(AliasName::as_str)
}

/// Whether the first version is there no more, and the function is.
fn is_gone(it: &Situation) -> bool {
    it.function().is_some() && first(it).is_none()
}

/// Moves `prod` to the second version if it still has a revision.
fn move_prod(it: &Situation, revision: RevisionId) -> Option<Operation> {
    let update = UpdateAlias {
        function_name: it.function_name.to_string(),
        name: "prod".to_owned(),
        function_version: Some(second(it)?.to_string()),
        revision_id: Some(revision.to_string()),
        ..UpdateAlias::default()
    };
    Some(update.into())
}

/// Publishes `$LATEST` if it has the code that is under a qualifier.
fn publish(it: &Situation, code: &Qualifier) -> Option<Operation> {
    let expected = it.function()?.configuration(code)?.code.digest();
    let publication = PublishVersion {
        function_name: it.function_name.to_string(),
        code_sha256: Some(expected.to_string()),
        ..PublishVersion::default()
    };
    Some(publication.into())
}

fn delete(it: &Situation, version: VersionNumber) -> DeleteFunction {
    DeleteFunction {
        function_name: it.function_name.to_string(),
        qualifier: Some(version.to_string()),
    }
}

/// The operations that make a function of which two people take care: the last two were done by the other.
fn operations(function: &FunctionName) -> Vec<Operation> {
    let first = Qualifier::classify("1");
    let note = UpdateAlias {
        function_name: function.to_string(),
        name: "prod".to_owned(),
        description: Some("Maya: 2 is fine for prod".to_owned()),
        ..UpdateAlias::default()
    };
    vec![
        deed::create(function, &deed::saying(ONE)),
        deed::publish(function, "ten"),
        deed::create_alias(function, "prod", &first),
        deed::create_alias(function, "audit", &first),
        deed::deploy(function, &deed::saying(TWO)),
        deed::publish(function, "twelve"),
        note.into(),
        deed::deploy(function, &deed::saying(MAYAS)),
    ]
}
