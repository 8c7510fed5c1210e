use statrs::distribution::{Binomial, DiscreteCDF};

use super::reading::count;
use super::split::Split;
use crate::lambda::{Qualifier, Routing, Weight};

/// At and below this, chance alone is no good explanation: a split is outside the normal range exactly then.
const DOUBTFUL: f64 = 0.05;

/// Below this the figure itself says nothing more.
const LEAST: f64 = 1e-6;

/// Says in plain words whether a run's split is compatible with the weight; nothing where no chance is involved.
#[must_use]
pub fn fairness(routing: Routing, rows: &[Split]) -> Option<String> {
    let (additional, weight) = routing.additional()?;
    let executed = rows.iter().map(|row| row.observed).sum();
    let chance = weight.fraction() > 0.0 && weight.fraction() < 1.0;
    if executed == 0 || !chance {
        return None;
    }
    if rows.iter().any(|row| row.weight.is_none()) {
        return Some(
            "The routing changed during the run, so no one weight explains the split.".into(),
        );
    }
    let row = rows
        .iter()
        .find(|row| row.version == Qualifier::Version(additional))?;
    let p = p_value(executed, weight, row.observed)?;
    Some(if p > DOUBTFUL {
        format!(
            "The split is compatible with the weight: chance alone strays at least this far in about {} of 100 runs \
             (exact binomial test, p = {p:.2}).",
            (p * 100.0).round(),
        )
    } else {
        format!(
            "The split is hard to explain by the weight alone: chance strays this far in {} (exact binomial test, {}).",
            one_run_of(p),
            small(p),
        )
    })
}

/// How likely chance alone strays at least as far from a weight: the two-sided exact binomial test.
///
/// It is twice the smaller tail, as Clopper and Pearson's interval has it, so that 5 % is where the normal range ends.
fn p_value(n: u32, weight: Weight, observed: u32) -> Option<f64> {
    let binomial = Binomial::new(weight.fraction(), n.into()).ok()?;
    let at_most = binomial.cdf(observed.into());
    let at_least = match observed.checked_sub(1) {
        Some(fewer) => binomial.sf(fewer.into()),
        None => 1.0,
    };
    Some((2.0 * at_most.min(at_least)).min(1.0))
}

fn one_run_of(p: f64) -> String {
    if p < LEAST {
        return format!("less than 1 run of {}", count(1_000_000_u32));
    }
    // Two digits are as many as anybody reads of it.
    let runs = 1.0 / p;
    let unit = 10_f64.powf((runs.log10().floor() - 1.0).max(0.0));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 20 and a million"
    )]
    let runs = ((runs / unit).round() * unit) as u32;
    format!("about 1 run of {}", count(runs))
}

fn small(p: f64) -> String {
    if p < LEAST {
        return format!("p < {LEAST:.6}");
    }
    // Two digits that count.
    let decimals = if p < 1e-5 {
        7
    } else if p < 1e-4 {
        6
    } else if p < 1e-3 {
        5
    } else if p < 1e-2 {
        4
    } else {
        3
    };
    format!("p = {p:.decimals$}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::traffic::testing::{ran, weighted};
    use crate::traffic::{Results, normal_range, split};

    #[track_caller]
    fn check(weight: f64, got: [u32; 2], expect: Option<&str>) {
        let routing = weighted(weight);
        let mut results = Results::new(got[0] + got[1]);
        let answers = (0..got[0]).map(|_| ran(1, 1));
        for (index, answer) in (0..).zip(answers.chain((0..got[1]).map(|_| ran(2, 1)))) {
            results.record(index, answer);
        }
        let rows = split(routing, results.executed(), &results);
        assert_eq!(fairness(routing, &rows).as_deref(), expect);
    }

    /// The figures were computed with Python's fractions.
    #[test]
    fn finds_ordinary_splits_compatible() {
        check(
            0.5,
            [53, 47],
            Some(
                "The split is compatible with the weight: chance alone strays at least this far in about 62 of 100 \
                 runs (exact binomial test, p = 0.62).",
            ),
        );
        check(
            0.5,
            [5, 5],
            Some(
                "The split is compatible with the weight: chance alone strays at least this far in about 100 of 100 \
                 runs (exact binomial test, p = 1.00).",
            ),
        );
    }

    #[test]
    fn doubts_what_chance_hardly_gives() {
        check(
            0.5,
            [70, 30],
            Some(
                "The split is hard to explain by the weight alone: chance strays this far in about 1 run of 13,000 \
                 (exact binomial test, p = 0.000079).",
            ),
        );
        check(
            0.5,
            [10, 0],
            Some(
                "The split is hard to explain by the weight alone: chance strays this far in about 1 run of 510 \
                 (exact binomial test, p = 0.0020).",
            ),
        );
        check(
            0.1,
            [0, 1_000],
            Some(
                "The split is hard to explain by the weight alone: chance strays this far in less than 1 run of \
                 1,000,000 (exact binomial test, p < 0.000001).",
            ),
        );
    }

    #[test]
    fn tests_nothing_without_chance_or_before_the_first_answer() {
        check(0.0, [5, 0], None);
        check(1.0, [0, 5], None);
        check(0.5, [0, 0], None);
        assert_eq!(fairness(Routing::Latest, &[]), None);
    }

    #[test]
    fn tests_nothing_after_a_change_of_the_routing() {
        let mut results = Results::new(2);
        results.record(0, ran(2, 1));
        results.record(1, ran(3, 1));
        let rows = split(weighted(0.5), 2, &results);
        let sentence = fairness(weighted(0.5), &rows).unwrap();
        assert!(sentence.starts_with("The routing changed"), "{sentence}");
    }

    proptest! {
        #[test]
        fn agrees_with_the_normal_range(n in 1_u32..3_000, percent in 1_u32..100, part in 0.0..=1.0) {
            let weight = Weight::new(f64::from(percent) / 100.0).unwrap();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and n")]
            let observed = (f64::from(n) * part) as u32;
            let p = p_value(n, weight, observed).unwrap();
            // On the very edge rounding decides.
            prop_assume!((p - DOUBTFUL).abs() > 1e-9);
            prop_assert_eq!(p > DOUBTFUL, normal_range(n, weight).contains(&observed));
        }
    }
}
