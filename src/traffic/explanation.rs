use std::fmt;

use super::seed::Draws;
use crate::lambda::{Qualifier, Routing, Weight};

/// How one invocation of a run came to its version; `Display` says it: `u = 0.37 < 0.50 → version 2`.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The invocation's place in the run, from 0.
    pub index: u32,
    /// In `0.0..1.0`.
    pub draw: f64,
    /// Of the additional version, which the draw is held against.
    pub weight: Weight,
    pub version: Qualifier,
}

impl Explanation {
    /// Whether the draw chose the additional version.
    #[must_use]
    pub fn is_additional(&self) -> bool {
        self.draw < self.weight.fraction()
    }
}

/// Explains the first draws of a run, of which there are `invocations`; nothing where the routing needs none.
#[must_use]
pub fn explain(routing: Routing, draws: &Draws, invocations: u32, most: u32) -> Vec<Explanation> {
    let Some((_, weight)) = routing.additional() else {
        return Vec::new();
    };
    let explanation = |index: u32| {
        let draw = draws.at(index.into());
        Explanation {
            index,
            draw,
            weight,
            version: routing.choose(draw),
        }
    };
    (0..invocations.min(most)).map(explanation).collect()
}

impl fmt::Display for Explanation {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let mut weight = format!("{:.2}", self.weight.fraction());
        let exact = self.weight.fraction().to_string();
        if exact.len() > weight.len() {
            weight = exact;
        }
        // Cut off rather than rounded, a draw stays on its side of a weight with no more decimals. Every draw is a
        // multiple of 2^-53, so 53 decimals are all of it.
        let mut draw = format!("{:.53}", self.draw);
        draw.truncate(weight.len());
        let (sign, version) = (if self.is_additional() { '<' } else { '≥' }, &self.version);
        match version {
            Qualifier::Latest => write!(formatter, "u = {draw} {sign} {weight} → {version}"),
            _ => write!(formatter, "u = {draw} {sign} {weight} → version {version}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::traffic::testing::weighted;
    use crate::traffic::{Seed, Stream};

    #[track_caller]
    fn check(draw: f64, weight: f64, expect: &str) {
        let explanation = Explanation {
            index: 0,
            draw,
            weight: Weight::new(weight).unwrap(),
            version: weighted(weight).choose(draw),
        };
        assert_eq!(explanation.to_string(), expect);
    }

    #[test]
    fn says_which_side_a_draw_fell_on() {
        check(0.375, 0.5, "u = 0.37 < 0.50 → version 2");
        check(0.625, 0.5, "u = 0.62 ≥ 0.50 → version 1");
        check(0.0, 0.5, "u = 0.00 < 0.50 → version 2");
        check(0.5, 0.5, "u = 0.50 ≥ 0.50 → version 1");
        check(0.5, 1.0, "u = 0.50 < 1.00 → version 2");
    }

    #[test]
    fn never_rounds_a_draw_across_the_weight() {
        check(0.499_999, 0.5, "u = 0.49 < 0.50 → version 2");
        check(0.129_9, 0.125, "u = 0.129 ≥ 0.125 → version 1");
    }

    #[test]
    fn explains_the_first_draws_of_a_seed() {
        let draws = Seed::new("7f3a").draws(Stream::Run, || [0; 32]);
        let first: Vec<String> = explain(weighted(0.5), &draws, 3, 20)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            first,
            [
                "u = 0.41 < 0.50 → version 2",
                "u = 0.77 ≥ 0.50 → version 1",
                "u = 0.97 ≥ 0.50 → version 1",
            ]
        );
        assert_eq!(explain(weighted(0.5), &draws, 100, 20).len(), 20);
        assert_eq!(explain(Routing::Latest, &draws, 100, 20), []);
    }

    proptest! {
        #[test]
        fn compares_as_it_is_written(seed in "[a-z]{1,8}", index: u64, percent in 1_u32..100) {
            let draw = Seed::new(&seed).draws(Stream::Run, || [0; 32]).at(index);
            let weight = f64::from(percent) / 100.0;
            let explanation = Explanation {
                index: 0,
                draw,
                weight: Weight::new(weight).unwrap(),
                version: weighted(weight).choose(draw),
            };
            let text = explanation.to_string();
            let words: Vec<&str> = text.split(' ').collect();
            let (shown, against): (f64, f64) = (words[2].parse().unwrap(), words[4].parse().unwrap());
            prop_assert_eq!(shown < against, words[3] == "<");
            prop_assert_eq!(text.ends_with("version 2"), words[3] == "<");
        }
    }
}
