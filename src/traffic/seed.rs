use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// The page's seed: a short text, where empty means real randomness.
///
/// White space around the text does not count: two people who read the same seed off a blackboard get the same draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seed(String);

/// What draws are for; streams of one seed have nothing in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// The invocations of one run, counted from 0 in each.
    Run,
    /// Single tests, counted from 0 since the seed was set.
    Tests,
}

/// A sequence of draws, any of which can be had at any time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draws {
    key: [u8; 32],
}

impl Seed {
    /// A seed as somebody typed it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The text; empty without a seed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether draws are really random.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The 32 bytes that the seed gives for one purpose, or nothing without a seed.
    #[must_use]
    pub fn bytes(&self, purpose: &str) -> Option<[u8; 32]> {
        // The purpose is led by its length, so that no purpose and seed read like another pair.
        (!self.is_empty()).then(|| {
            Sha256::new()
                .chain_update(b"lambda-playground seed 1")
                .chain_update((purpose.len() as u64).to_be_bytes())
                .chain_update(purpose)
                .chain_update(&self.0)
                .finalize()
                .into()
        })
    }

    /// When an invocation of a run begins on the handler's clock, or nothing without a seed.
    ///
    /// The clock starts at the same time for everybody, and each invocation begins a second after the one before it.
    #[must_use]
    pub fn moment(&self, index: u64) -> Option<Timestamp> {
        let seconds = i64::try_from(index).ok()?;
        let start = Timestamp::constant(1_767_225_600, 0);
        let moment = start.checked_add(SignedDuration::from_secs(seconds)).ok()?;
        (!self.is_empty()).then_some(moment)
    }

    /// The draws of a stream; `entropy` is asked for 32 random bytes only if there is no seed.
    pub fn draws(&self, stream: Stream, entropy: impl FnOnce() -> [u8; 32]) -> Draws {
        let purpose = match stream {
            Stream::Run => "run",
            Stream::Tests => "tests",
        };
        Draws {
            key: self.bytes(purpose).unwrap_or_else(entropy),
        }
    }
}

impl Draws {
    /// Draw number `index`: a multiple of 2^-53 in `0.0..1.0`, uniformly distributed.
    ///
    /// It is the first 53 bits of SHA-256 over the key and the index, so that it depends on nothing else: not on the
    /// draws made before it, nor on their number or order.
    #[must_use]
    pub fn at(&self, index: u64) -> f64 {
        let digest = Sha256::new()
            .chain_update(self.key)
            .chain_update(index.to_be_bytes())
            .finalize();
        let bits = digest[..8]
            .iter()
            .fold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
        #[expect(
            clippy::cast_precision_loss,
            reason = "53 bits are what a double holds"
        )]
        let numerator = (bits >> 11) as f64;
        numerator * (-53_f64).exp2()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};

    use super::*;
    use crate::traffic::testing::weighted;

    const DRAWS: u32 = 1_000_000;

    fn seeded(text: &str) -> Draws {
        Seed::new(text).draws(Stream::Run, || panic!("a seed needs no entropy"))
    }

    #[test]
    fn sets_the_handlers_clock_and_no_seed_does_not() {
        let moment = |seed, index| Seed::new(seed).moment(index).map(|it| it.to_string());
        assert_eq!(moment("7f3a", 0).as_deref(), Some("2026-01-01T00:00:00Z"));
        assert_eq!(moment("7f3a", 61).as_deref(), Some("2026-01-01T00:01:01Z"));
        assert_eq!(moment("", 0), None);
    }

    #[test]
    fn never_changes_what_a_seed_gives() {
        // Links with a seed must repeat their run for ever. These were computed with Python's hashlib.
        let draws = seeded("7f3a");
        let first: Vec<bool> = (0..20).map(|index| draws.at(index) < 0.5).collect();
        let first: String = first
            .iter()
            .map(|&below| if below { '2' } else { '1' })
            .collect();
        assert_eq!(first, "21122122122211222111");
        assert_eq!(draws.at(0).to_string(), "0.41972469813273605");
    }

    #[test]
    fn asks_for_entropy_only_without_a_seed() {
        let random = |byte| Seed::new("  ").draws(Stream::Run, || [byte; 32]);
        assert_ne!(random(1), random(2));
        assert_eq!(random(1), random(1));
    }

    #[test]
    fn keeps_tests_and_runs_apart() {
        let seed = Seed::new("7f3a");
        let tests = seed.draws(Stream::Tests, || [0; 32]);
        assert_ne!(tests, seeded("7f3a"));
    }

    proptest! {
        #[test]
        fn lies_between_zero_and_one(text in ".{1,20}", index: u64) {
            let draw = Seed::new(&format!("x{text}")).draws(Stream::Run, || [0; 32]).at(index);
            prop_assert!((0.0..1.0).contains(&draw));
        }

        #[test]
        fn ignores_white_space_around_the_seed(text in "[!-~]{1,20}") {
            prop_assert_eq!(seeded(&text), seeded(&format!(" {text}\n")));
        }

        #[test]
        fn tells_seeds_and_indices_apart(one in "[!-~]{1,20}", other in "[!-~]{1,20}", at: u64, to: u64) {
            prop_assume!(one != other && at != to);
            prop_assert_ne!(seeded(&one).at(at).to_bits(), seeded(&other).at(at).to_bits());
            prop_assert_ne!(seeded(&one).at(at).to_bits(), seeded(&one).at(to).to_bits());
        }
    }

    #[test]
    fn fills_every_percent_equally() {
        const BINS: usize = 100;
        let draws = seeded("uniformity");
        let mut counts = [0_u32; BINS];
        for index in 0..DRAWS {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "below BINS"
            )]
            let bin = (draws.at(index.into()) * 100.0) as usize;
            counts[bin] += 1;
        }
        let expected = f64::from(DRAWS) / 100.0;
        let statistic: f64 = counts
            .iter()
            .map(|&count| (f64::from(count) - expected).powi(2) / expected)
            .sum();
        let distribution = ChiSquared::new(99.0).unwrap();
        // Neither too uneven nor, as a shuffled deck would be, too even.
        let tail = distribution.cdf(statistic);
        assert!(
            (0.001..0.999).contains(&tail),
            "chi-square {statistic}, CDF {tail}"
        );
    }

    #[test]
    fn routes_by_weight_without_a_pattern() {
        let draws = seeded("routing");
        let draws: Vec<f64> = (0..DRAWS).map(|index| draws.at(index.into())).collect();
        for fraction in [0.01, 0.1, 0.5, 0.9] {
            check_routing(&draws, fraction);
        }
    }

    /// Holds the share and the number of runs of equal choices against what independent draws give.
    #[track_caller]
    fn check_routing(draws: &[f64], fraction: f64) {
        let routing = weighted(fraction);
        let primary = routing.primary();
        let (mut additional, mut runs, mut last) = (0_u32, 0_u32, None);
        for &draw in draws {
            let choice = routing.choose(draw) != primary;
            additional += u32::from(choice);
            runs += u32::from(last != Some(choice));
            last = Some(choice);
        }
        let n = f64::from(DRAWS);
        let hits = f64::from(additional);
        let share = (hits - n * fraction) / (n * fraction * (1.0 - fraction)).sqrt();
        // Wald and Wolfowitz: the number of runs, given how often each side came.
        let pairs = 2.0 * hits * (n - hits);
        let mean = pairs / n + 1.0;
        let deviation = (pairs * (pairs - n) / (n * n * (n - 1.0))).sqrt();
        let runs = (f64::from(runs) - mean) / deviation;
        for (what, score) in [("share", share), ("runs", runs)] {
            let tail = Normal::standard().cdf(-score.abs());
            assert!(
                tail > 0.0005,
                "{what} at {fraction}: {score} standard deviations"
            );
        }
    }
}
