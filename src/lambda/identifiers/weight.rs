use std::fmt;

/// The share of an alias's invocations that its additional version gets: a fraction in `0.0..=1.0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Weight(f64);

impl Weight {
    /// A weight, if the fraction is one.
    #[must_use]
    pub fn new(fraction: f64) -> Option<Self> {
        (0.0..=1.0).contains(&fraction).then_some(Self(fraction))
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
    use super::*;

    #[test]
    fn covers_both_ends_and_nothing_beyond() {
        assert!(Weight::new(0.0).is_some());
        assert!(Weight::new(1.0).is_some());
        assert!(Weight::new(-0.1).is_none());
        assert!(Weight::new(1.000_001).is_none());
        assert!(Weight::new(f64::NAN).is_none());
    }

    #[test]
    fn is_shown_in_per_cent() {
        let shown = |fraction| Weight::new(fraction).unwrap().to_string();
        assert_eq!(shown(0.07), "7 %");
        assert_eq!(shown(0.125), "12.5 %");
        assert_eq!(shown(1.0), "100 %");
        assert_eq!(shown(0.0), "0 %");
        assert_eq!(Weight::new(0.9).unwrap().remainder().to_string(), "10 %");
    }
}
