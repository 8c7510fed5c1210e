use std::ops::RangeInclusive;

use statrs::distribution::{Binomial, DiscreteCDF};

use crate::lambda::Weight;

/// How many of `n` independent invocations a version of this weight normally gets.
///
/// From the least count whose binomial CDF is at least 2.5 % to the least whose CDF is at least 97.5 %: chance alone
/// gives fewer in less than 1 run of 40, and more in at most 1 run of 40.
#[must_use]
pub fn normal_range(n: u32, weight: Weight) -> RangeInclusive<u32> {
    // A weight is a probability, so this cannot fail; and if it did, nothing would be called unusual.
    Binomial::new(weight.fraction(), n.into()).map_or(0..=n, |binomial| {
        quantile(&binomial, n, 0.025)..=quantile(&binomial, n, 0.975)
    })
}

/// The normal range as shares, for one number of invocations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandPoint {
    pub n: u32,
    pub low: f64,
    pub high: f64,
}

/// The normal range for every `n` of a list: the band into which a running share converges.
#[must_use]
pub fn band(at: &[u32], weight: Weight) -> Vec<BandPoint> {
    at.iter()
        .filter(|&&n| n > 0)
        .map(|&n| {
            let normal = normal_range(n, weight);
            let share = |count: u32| f64::from(count) / f64::from(n);
            BandPoint {
                n,
                low: share(*normal.start()),
                high: share(*normal.end()),
            }
        })
        .collect()
}

/// The numbers of invocations at which to draw a run: all of them, or `most` evenly spread ones, the last among them.
#[must_use]
pub fn plotted(total: u32, most: u32) -> Vec<u32> {
    if total <= most {
        return (1..=total).collect();
    }
    let nth = |point| u64::from(total) * u64::from(point) / u64::from(most);
    (1..=most)
        .filter_map(|point| u32::try_from(nth(point)).ok())
        .collect()
}

/// The least count whose CDF is at least `probability`.
///
/// It is searched for here rather than by the library's `inverse_cdf`, whose bracket doubles past `n`.
fn quantile(binomial: &Binomial, n: u32, probability: f64) -> u32 {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = low + (high - low) / 2;
        if binomial.cdf(middle.into()) >= probability {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(n: u32, fraction: f64, expect: RangeInclusive<u32>) {
        assert_eq!(
            normal_range(n, Weight::new(fraction).unwrap()),
            expect,
            "n {n}, weight {fraction}"
        );
    }

    /// The counts that AWS users may expect at low traffic, computed independently.
    #[test]
    fn knows_what_low_traffic_looks_like() {
        check(100, 0.01, 0..=3);
        check(20, 0.05, 0..=3);
        check(100, 0.05, 1..=10);
        check(10, 0.10, 0..=3);
        check(20, 0.10, 0..=5);
        check(50, 0.10, 1..=9);
        check(100, 0.10, 5..=16);
        check(1000, 0.10, 82..=119);
        check(50, 0.20, 5..=16);
        check(10, 0.50, 2..=8);
        check(100, 0.50, 40..=60);
    }

    #[test]
    fn leaves_no_room_where_nothing_is_left_to_chance() {
        check(100, 0.0, 0..=0);
        check(100, 1.0, 100..=100);
        check(100_000, 0.0, 0..=0);
        check(100_000, 1.0, 100_000..=100_000);
        check(0, 0.5, 0..=0);
    }

    #[test]
    fn agrees_with_the_sum_of_all_probabilities() {
        for n in (1..400).chain([1_000, 4_321, 10_000, 65_537, 100_000]) {
            for fraction in [0.001, 0.01, 0.05, 0.1, 0.25, 0.3, 0.5, 0.77, 0.9, 0.999] {
                check(n, fraction, summed(n, fraction));
            }
        }
    }

    /// The normal range by adding up probabilities, each from its neighbour's, outwards from the likeliest count.
    fn summed(n: u32, p: f64) -> RangeInclusive<u32> {
        let odds = p / (1.0 - p);
        let next = |k: u32| f64::from(n - k) / f64::from(k + 1) * odds;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and n"
        )]
        let mode = (f64::from(n) * p) as u32;
        let mut terms = vec![1.0; n as usize + 1];
        for k in mode..n {
            terms[k as usize + 1] = terms[k as usize] * next(k);
        }
        for k in (0..mode).rev() {
            terms[k as usize] = terms[k as usize + 1] / next(k);
        }
        let total: f64 = terms.iter().sum();
        let least = |probability: f64| {
            let mut sum = 0.0;
            let reached = |term: &f64| {
                sum += term;
                sum >= probability * total
            };
            u32::try_from(terms.iter().position(reached).unwrap()).unwrap()
        };
        least(0.025)..=least(0.975)
    }

    #[test]
    fn narrows_towards_the_weight() {
        let band = band(&[1, 100, 10_000], Weight::new(0.5).unwrap());
        let shares: Vec<(f64, f64)> = band.iter().map(|point| (point.low, point.high)).collect();
        assert_eq!(shares, [(0.0, 1.0), (0.4, 0.6), (0.4902, 0.5098)]);
    }

    #[test]
    fn plots_every_invocation_of_a_short_run_and_some_of_a_long_one() {
        assert_eq!(plotted(3, 200), [1, 2, 3]);
        assert_eq!(plotted(10, 4), [2, 5, 7, 10]);
        let long = plotted(100_000, 200);
        assert_eq!((long.len(), long[0], long[199]), (200, 500, 100_000));
    }
}
