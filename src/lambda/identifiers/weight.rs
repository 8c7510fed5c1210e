use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::ParseError;

/// The share of an alias's invocations that its additional version gets: a fraction in `0.0..=1.0`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weight(f64);

impl Weight {
    /// A weight, if the fraction is one.
    #[must_use]
    pub fn new(fraction: f64) -> Option<Self> {
        // Adding zero turns -0.0 into 0.0: there is one way to have no weight.
        (0.0..=1.0)
            .contains(&fraction)
            .then_some(Self(fraction + 0.0))
    }

    /// The fraction, in `0.0..=1.0`.
    #[must_use]
    pub fn fraction(self) -> f64 {
        self.0
    }

    /// What the other version is left with.
    #[must_use]
    pub fn remainder(self) -> Self {
        Self(1.0 - self.0)
    }
}

impl PartialEq for Weight {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Weight {}

impl PartialOrd for Weight {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Weights are in the order of their fractions, none of which is no number.
impl Ord for Weight {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// Reads a weight in per cent, with or without the sign: `10 %`, `12.5`.
impl FromStr for Weight {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let percent = text.strip_suffix('%').unwrap_or(text).trim();
        let percent: Option<f64> = percent.parse().ok();
        percent
            .and_then(|percent| Self::new(percent / 100.0))
            .ok_or(ParseError("a weight is a number of per cent from 0 to 100"))
    }
}

/// Writes the weight in per cent, without the noise of binary fractions: `10 %`, `12.5 %`.
impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Ten decimals of a per cent are finer than anybody sets and coarser than a double's noise.
        let percent = format!("{:.10}", self.0 * 100.0);
        let percent = percent.trim_end_matches('0').trim_end_matches('.');
        write!(f, "{percent} %")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{accepts, ascends, refuses};
    use super::*;

    #[test]
    fn covers_both_ends_and_nothing_beyond() {
        assert!(Weight::new(0.0).is_some());
        assert!(Weight::new(1.0).is_some());
        assert!(Weight::new(-0.1).is_none());
        assert!(Weight::new(1.000_001).is_none());
        assert!(Weight::new(f64::NAN).is_none());
        assert_eq!(Weight::new(-0.0), Weight::new(0.0));
    }

    #[test]
    fn is_shown_and_read_in_per_cent() {
        accepts::<Weight>(&["0 %", "7 %", "12.5 %", "33.3333333333 %", "100 %"]);
        refuses::<Weight>(
            "a weight is a number of per cent from 0 to 100",
            &["", "%", "-1 %", "100.1 %", "ten", "NaN", "inf", "1 % %"],
        );
        ascends::<Weight>(&["0 %", "9", "10%", "10.5", "100 %"]);
        assert_eq!("7 %".parse(), Ok(Weight::new(0.07).unwrap()));
    }

    #[test]
    fn is_shown_without_the_noise_of_fractions() {
        assert_eq!(Weight::new(0.07).unwrap().to_string(), "7 %");
        assert_eq!(Weight::new(0.9).unwrap().remainder().to_string(), "10 %");
    }
}
