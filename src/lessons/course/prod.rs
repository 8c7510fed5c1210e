//! What the lessons about the alias `prod` share: the versions that it moves between, and what goes wrong with it.

use super::create::ONE;
use super::versions::TWO;
use crate::lambda::{FunctionName, Operation, Qualifier, VersionNumber, Weight};
use crate::lessons::deed::{self, Deed};
use crate::lessons::{Facts, Situation, Slip};

pub(super) const PROD: &str = "prod";

/// The share of a canary.
pub(super) const TENTH: f64 = 0.1;

pub(super) fn prod() -> Qualifier {
    Qualifier::classify(PROD)
}

/// The two versions that `prod` moves between, the older first: those of the exercise or else the oldest.
pub(super) fn pair(it: &Situation) -> Option<(VersionNumber, VersionNumber)> {
    let exercise = it.version_holding(ONE).zip(it.version_holding(TWO));
    exercise.or_else(|| it.first().zip(it.second()))
}

/// Whether `prod` has one version only, and which it is.
pub(super) fn is_at(it: &Situation, version: VersionNumber) -> bool {
    it.points(PROD, &Qualifier::Version(version))
}

/// Whether `prod` shares its invocations between the two versions, and the newer gets that fraction.
pub(super) fn is_shared(it: &Situation, fraction: f64) -> bool {
    pair(it).is_some_and(|(older, newer)| {
        let routing = it.routing(PROD);
        routing.is_some_and(|routing| {
            routing.additional().is_some() && routing.contains(older) && routing.contains(newer)
        }) && it.gets(PROD, newer, fraction)
    })
}

/// Whether so many invocations went through `prod` since the step began, while the newer version got that fraction.
pub(super) fn has_run(it: &Situation, fraction: f64, invocations: u32) -> bool {
    is_shared(it, fraction) && it.run(PROD).is_some_and(|run| run.of >= invocations)
}

/// Whether the latest run is over and was of just so many invocations through `prod`, of which the newer version should
/// get that fraction.
pub(super) fn has_run_once(it: &Situation, fraction: f64, invocations: u32) -> bool {
    is_shared(it, fraction) && it.single_run(PROD).is_some_and(|run| run.of == invocations)
}

/// Shares `prod`, if it is not, so that the newer version gets a fraction.
pub(super) fn share(it: &Situation, fraction: f64) -> Option<Deed> {
    let (older, newer) = pair(it)?;
    let route = || deed::route(it.function_name, PROD, older, Some((newer, fraction)));
    restore(it).or_else(|| (!is_shared(it, fraction)).then(|| Deed::apply(route())))
}

/// Creates `prod` at the older version, if it was deleted.
pub(super) fn restore(it: &Situation) -> Option<Deed> {
    let (older, _) = pair(it)?;
    let version = Qualifier::Version(older);
    let create = || Deed::apply(deed::create_alias(it.function_name, PROD, &version));
    it.alias(PROD).is_none().then(create)
}

/// Fires through `prod`, once it is shared so that the newer version gets a fraction.
pub(super) fn fire_shared(it: &Situation, fraction: f64, invocations: u32) -> Option<Deed> {
    share(it, fraction).or_else(|| Some(fire(it, invocations)))
}

/// Moves `prod` to the newer version alone.
pub(super) fn promote(it: &Situation) -> Option<Deed> {
    let (_, newer) = pair(it)?;
    let point = || deed::point(it.function_name, PROD, &Qualifier::Version(newer));
    restore(it).or_else(|| Some(Deed::apply(point())))
}

pub(super) fn fire(it: &Situation, invocations: u32) -> Deed {
    Deed::Fire {
        function: it.function_name.clone(),
        target: prod(),
        invocations,
        concurrency: None,
    }
}

/// How many invocations went through `prod` since the step began to a version that had all of it.
pub(super) fn settled(it: &Situation, version: VersionNumber) -> u32 {
    let prod = prod();
    let settled = it.asked(&prod).filter(|(through, _)| {
        let others_share = through.draw.map_or(Weight::default(), |(weight, chosen)| {
            if chosen { weight.remainder() } else { weight }
        });
        through.version == Qualifier::Version(version) && others_share == Weight::default()
    });
    settled.map(|(_, tally)| tally.invocations).sum()
}

/// The operations that create `prod` at version 1, with a share for version 2 or none.
pub(super) fn create(function: &FunctionName, fraction: Option<f64>) -> Vec<Operation> {
    let one = VersionNumber::FIRST;
    let create = deed::create_alias(function, PROD, &Qualifier::Version(one));
    let share = |fraction| deed::route(function, PROD, one, Some((one.next(), fraction)));
    let operations = [Some(create), fraction.map(share)];
    operations.into_iter().flatten().collect()
}

/// Tells the numbers of the two versions, the share of the newer, and the alias that was changed in place of `prod`.
pub(super) fn facts(it: &Situation, facts: &mut Facts) {
    let numbers = pair(it);
    let expected = (VersionNumber::FIRST, VersionNumber::FIRST.next());
    let (first, second) = numbers.unwrap_or(expected);
    facts.text("first", &first);
    facts.text("second", &second);
    let share = numbers.and_then(|(_, newer)| it.share(PROD, newer));
    facts.number("share", per_cent(share.unwrap_or_default()));
    let stranger = stranger(it);
    facts.text("stranger", &stranger.as_ref().map_or("", |(it, _)| it));
    facts.text("place", &stranger.map_or("", |(_, place)| place));
    let run = it.single_run(PROD);
    facts.number("fired", run.map_or(0, |run| run.of));
    facts.text("other", &it.touched_alias_but(&[PROD]).unwrap_or_default());
    facts.number("sent", it.invocations(&prod()));
}

/// Tells how many of how many invocations the newer version got in a step's run.
pub(super) fn outcome_facts(
    it: &Situation,
    facts: &mut Facts,
    step: &str,
    [got, of]: [&'static str; 2],
) {
    let outcome = it.outcome(step);
    facts.number(got, outcome.map_or(0, |it| it.got));
    facts.number(of, outcome.map_or(0, |it| it.of));
}

/// `prod` is not there any more.
pub(super) const DELETED: Slip = Slip {
    id: "prod-deleted",
    fits: |it| it.alias(PROD).is_none(),
};

/// `$LATEST` was invoked where an alias was meant.
pub(super) const INVOKED_LATEST: Slip = Slip {
    id: "invoked-latest",
    fits: |it| invoked_no_alias(it) && it.invocations(&Qualifier::Latest) > 0,
};

/// A version was invoked by its number where an alias was meant.
pub(super) const INVOKED_VERSION: Slip = Slip {
    id: "invoked-version",
    fits: |it| invoked_no_alias(it) && it.tallies().next().is_some(),
};

/// Another alias than `prod` was invoked.
pub(super) const INVOKED_OTHER: Slip = Slip {
    id: "invoked-other",
    fits: |it| it.invocations(&prod()) == 0 && it.tallies().next().is_some(),
};

/// Some invocations went through `prod`, and not enough.
pub(super) const FIRED_FEW: Slip = Slip {
    id: "fired-few",
    fits: |it| it.invocations(&prod()) > 0,
};

/// A run through `prod` is over, and was of another number than the one that was asked about.
pub(super) const FIRED_OTHERWISE: Slip = Slip {
    id: "fired-otherwise",
    fits: |it| it.single_run(PROD).is_some_and(|run| run.of > 0),
};

/// `prod` shares, and one of its versions is none of the pair.
pub(super) const OTHER_VERSION: Slip = Slip {
    id: "other-version",
    fits: |it| stranger(it).is_some(),
};

/// Another alias than `prod` was created or changed.
pub(super) const CHANGED_OTHER: Slip = Slip {
    id: "changed-other",
    fits: |it| it.touched_alias_but(&[PROD]).is_some(),
};

/// `prod` was moved to a version that it was sharing with, and the share was kept.
pub(super) const KEPT_WEIGHT: Slip = Slip {
    id: "kept-weight",
    fits: |it| refused_twice(it, "UpdateAlias"),
};

/// `prod` gives the newer version everything where it should not.
pub(super) const ALL_TO_NEWER: Slip = Slip {
    id: "all-to-newer",
    fits: |it| pair(it).is_some_and(|(_, newer)| it.gets(PROD, newer, 1.0)),
};

/// `prod` shares, and a canary does not get its tenth.
pub(super) const OTHER_TENTH: Slip = Slip {
    id: "other-tenth",
    fits: |it| {
        let routing = it.routing(PROD);
        let is_weighted = routing.is_some_and(|it| it.additional().is_some());
        is_weighted && !is_shared(it, TENTH)
    },
};

/// `prod` was moved back to the older version.
pub(super) const ALL_TO_OLDER: Slip = Slip {
    id: "all-to-older",
    fits: |it| pair(it).is_some_and(|(older, _)| is_at(it, older)),
};

/// The newer version gets everything by its weight.
pub(super) const ALL_BY_WEIGHT: Slip = Slip {
    id: "all-by-weight",
    fits: |it| is_shared(it, 1.0) && additional(it) == pair(it).map(|(_, newer)| newer),
};

/// The newer version is the primary one, and the older is still there with a weight of nothing.
pub(super) const OLDER_AT_ZERO: Slip = Slip {
    id: "older-at-zero",
    fits: |it| is_shared(it, 1.0) && additional(it) == pair(it).map(|(older, _)| older),
};

/// Whether an alias was refused because it named one version twice.
pub(super) fn refused_twice(it: &Situation, operation: &str) -> bool {
    it.is_refused(operation, "already included in routing configuration")
}

/// The version that gets the weight of `prod`.
fn additional(it: &Situation) -> Option<VersionNumber> {
    let (version, _) = it.routing(PROD)?.additional()?;
    Some(version)
}

/// The version of a weighted `prod` that is none of the pair, and the box in which it was chosen.
fn stranger(it: &Situation) -> Option<(String, &'static str)> {
    let (older, newer) = pair(it)?;
    let additional = additional(it)?;
    if additional != older && additional != newer {
        return Some((additional.to_string(), "Additional version"));
    }
    let primary = it.routing(PROD)?.primary();
    let is_known = [older, newer].map(Qualifier::Version).contains(&primary);
    (!is_known).then(|| (primary.to_string(), "Version"))
}

/// A share as a number of which 100 are all.
fn per_cent(share: Weight) -> f64 {
    // Less than a millionth comes of how fractions are held.
    (share.fraction() * 1e8).round() / 1e6
}

fn invoked_no_alias(it: &Situation) -> bool {
    let mut tallies = it.tallies();
    tallies.all(|(through, _)| !matches!(through.qualifier, Qualifier::Alias(_)))
}
