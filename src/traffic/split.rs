use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::time::Duration;

use super::results::Results;
use super::statistics::normal_range;
use crate::lambda::{Qualifier, Routing, Weight};

/// One version's part of a run: what it was to get, and what it got.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// `$LATEST` or a number.
    pub version: Qualifier,
    /// Nothing for a version that the routing did not name, which only a change during the run can bring.
    pub weight: Option<Weight>,
    /// The mean of what chance gives, in invocations.
    pub expected: f64,
    pub normal: RangeInclusive<u32>,
    pub observed: u32,
    /// Observed, as a fraction of all that were executed; nothing before the first.
    pub share: Option<f64>,
    pub errors: u32,
    pub cold_starts: u32,
    pub p50: Option<Duration>,
    pub p95: Option<Duration>,
    pub slowest: Option<Duration>,
}

/// A run's parts, in order of the versions.
///
/// What is expected of them is for `n` invocations: those executed, or before a run those planned.
#[must_use]
pub fn split(routing: Routing, n: u32, results: &Results) -> Vec<Split> {
    let mut weights: BTreeMap<Qualifier, Option<Weight>> = results
        .versions()
        .map(|version| (version.clone(), None))
        .collect();
    weights.extend(weights_of(routing));
    let executed = results.executed();
    weights
        .into_iter()
        .map(|(version, weight)| {
            let tally = results.tally(&version);
            let observed = tally.map_or(0, |tally| tally.observed);
            Split {
                expected: weight.map_or(0.0, |weight| f64::from(n) * weight.fraction()),
                normal: weight.map_or(0..=0, |weight| normal_range(n, weight)),
                observed,
                share: (executed > 0).then(|| f64::from(observed) / f64::from(executed)),
                errors: tally.map_or(0, |tally| tally.errors),
                cold_starts: tally.map_or(0, |tally| tally.cold_starts),
                p50: tally.and_then(|tally| tally.percentile(50)),
                p95: tally.and_then(|tally| tally.percentile(95)),
                slowest: tally.and_then(|tally| tally.percentile(100)),
                version,
                weight,
            }
        })
        .collect()
}

/// The versions that a routing names, and their weights.
fn weights_of(routing: Routing) -> Vec<(Qualifier, Option<Weight>)> {
    match routing.additional() {
        Some((additional, weight)) => vec![
            (routing.primary(), Some(weight.remainder())),
            (Qualifier::Version(additional), Some(weight)),
        ],
        None => vec![(routing.primary(), Weight::new(1.0))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traffic::testing::{ran, version, weighted};

    #[test]
    fn tells_what_to_expect_before_anything_ran() {
        let rows = split(weighted(0.5), 100, &Results::default());
        let versions: Vec<String> = rows.iter().map(|row| row.version.to_string()).collect();
        assert_eq!(versions, ["1", "2"]);
        for row in rows {
            assert_eq!((row.expected, row.normal), (50.0, 40..=60));
            assert_eq!((row.observed, row.share, row.p50), (0, None, None));
        }
    }

    #[test]
    fn shows_a_version_that_gets_nothing() {
        let rows = split(Routing::Latest, 10, &Results::default());
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].version, Qualifier::Latest);
        assert_eq!((rows[0].expected, rows[0].normal.clone()), (10.0, 10..=10));
    }

    #[test]
    fn shows_versions_that_only_a_change_can_have_brought() {
        let mut results = Results::new(4);
        for (index, number) in [1, 2, 2, 3].into_iter().enumerate() {
            results.record(u32::try_from(index).unwrap(), ran(number, 5));
        }
        let rows = split(weighted(0.5), 4, &results);
        assert_eq!(rows.len(), 3);
        assert_eq!((rows[1].observed, rows[1].share), (2, Some(0.5)));
        assert_eq!((&rows[2].version, rows[2].weight), (&version(3), None));
        assert_eq!((rows[2].normal.clone(), rows[2].observed), (0..=0, 1));
    }
}
