use super::map::{AliasNode, Edge, ReleaseMap};
use crate::lambda::{Qualifier, Weight};

/// What has come of firing invocations at something on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub target: Qualifier,
    pub running: bool,
    /// How many invocations each version has answered.
    pub observed: Vec<(Qualifier, u32)>,
}

impl Run {
    /// How many invocations a version has answered; nothing for one that has no part in the run.
    #[must_use]
    pub fn observed(&self, version: &Qualifier) -> Option<u32> {
        let mut observed = self.observed.iter();
        observed.find_map(|(it, count)| (it == version).then_some(*count))
    }
}

/// The map in sentences: `prod sends 50 % to version 1 and 50 % to version 2`.
#[must_use]
pub fn words(map: &ReleaseMap, run: Option<&Run>) -> Vec<String> {
    let aliases = map.aliases.iter().map(|alias| sends(map, alias));
    let unused = (0..map.versions.len())
        .filter(|version| !map.is_used(*version))
        .map(|version| {
            format!(
                "No alias sends to {}",
                map.versions[version].qualifier.words()
            )
        });
    aliases
        .chain(unused)
        .chain(run.and_then(answered))
        .collect()
}

/// What to do next as long as something is missing from the map.
#[must_use]
pub fn next_act(map: &ReleaseMap) -> Option<&'static str> {
    if map.versions.len() == 1 {
        Some("No versions yet: under Actions, publish this code as version 1.")
    } else if map.aliases.is_empty() {
        Some("No aliases yet: on the Aliases tab, create one for callers to use, such as prod.")
    } else {
        None
    }
}

/// A weight as there is room for it on an edge: with two decimals at most, and 0 % and 100 % only if they are meant.
#[must_use]
pub fn share(weight: Weight) -> String {
    let rounded = (weight.fraction() * 10_000.0).round() / 10_000.0;
    let rounded = Weight::new(rounded).unwrap_or_default();
    let everything = Weight::default().remainder();
    if rounded == Weight::default() && weight != rounded {
        "< 0.01 %".to_owned()
    } else if rounded == everything && weight != rounded {
        "> 99.99 %".to_owned()
    } else {
        rounded.to_string()
    }
}

fn sends(map: &ReleaseMap, alias: &AliasNode) -> String {
    // One counts upwards; on the map the newer version stands higher.
    let edge = |edge: &Edge| {
        format!(
            "{} to {}",
            edge.weight,
            map.versions[edge.to].qualifier.words()
        )
    };
    let edges: Vec<String> = alias.edges.iter().rev().map(edge).collect();
    format!("{} sends {}", alias.name, edges.join(" and "))
}

fn answered(run: &Run) -> Option<String> {
    let counts: Vec<String> = run
        .observed
        .iter()
        .map(|(version, count)| format!("{count} went to {}", version.words()))
        .collect();
    (!counts.is_empty()).then(|| {
        format!(
            "Of the latest run through {}, {}",
            run.target,
            counts.join(" and ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::testing::{function, version};

    #[test]
    fn tells_what_each_alias_sends_and_what_none_does() {
        let function = function(3, &["dev $LATEST", "prod 1 2:0.125"]);
        let map = ReleaseMap::of(&function, &Qualifier::Latest);
        assert_eq!(
            words(&map, None),
            [
                "dev sends 100 % to $LATEST",
                "prod sends 87.5 % to version 1 and 12.5 % to version 2",
                "No alias sends to version 3",
            ]
        );
    }

    #[test]
    fn names_the_next_act_as_long_as_something_is_missing() {
        let act = |versions, aliases: &[&str]| {
            next_act(&ReleaseMap::of(
                &function(versions, aliases),
                &Qualifier::Latest,
            ))
        };
        assert!(act(0, &[]).unwrap().contains("publish"));
        assert!(act(0, &["dev $LATEST"]).unwrap().contains("publish"));
        assert!(act(1, &[]).unwrap().contains("Aliases tab"));
        assert_eq!(act(1, &["prod 1"]), None);
    }

    #[test]
    fn tells_where_a_run_went() {
        let map = ReleaseMap::of(&function(0, &["dev $LATEST"]), &Qualifier::Latest);
        let run = Run {
            target: Qualifier::classify("prod"),
            running: true,
            observed: vec![(version(1), 53), (version(2), 47)],
        };
        assert_eq!(
            words(&map, Some(&run))[1],
            "Of the latest run through prod, 53 went to version 1 and 47 went to version 2"
        );
        assert_eq!(run.observed(&version(2)), Some(47));
        assert_eq!(run.observed(&version(3)), None);
    }

    #[track_caller]
    fn check(fraction: f64, expect: &str) {
        assert_eq!(share(Weight::new(fraction).unwrap()), expect);
    }

    #[test]
    fn shares_are_short_and_do_not_lie() {
        check(0.0, "0 %");
        check(0.5, "50 %");
        check(1.0 / 3.0, "33.33 %");
        check(1.0, "100 %");
        check(0.000_000_1, "< 0.01 %");
        check(0.999_999_9, "> 99.99 %");
    }
}
