use super::situation::Situation;
use crate::lambda::{Alias, Qualifier, Routing, Weight};

/// From how many invocations to how many the version on trial is expected to get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    pub least: u32,
    pub most: u32,
}

/// What the version on trial, which is the newer of the two, got of the invocations through a weighted alias.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub version: Qualifier,
    /// The share that it should get.
    pub weight: Weight,
    pub got: u32,
    pub of: u32,
    /// How many of those that it got failed.
    pub errors: u32,
}

impl Situation<'_> {
    /// What came of the invocations through an alias since the step began, as it shares them now; nothing without a
    /// weight.
    #[must_use]
    pub fn run(&self, alias: &str) -> Option<Outcome> {
        let Routing::Weighted {
            primary,
            additional,
            weight,
        } = self.routing(alias)?
        else {
            return None;
        };
        let is_additional = additional > primary;
        let mut outcome = Outcome {
            version: Qualifier::Version(primary.max(additional)),
            weight: if is_additional {
                weight
            } else {
                weight.remainder()
            },
            got: 0,
            of: 0,
            errors: 0,
        };
        for (through, tally) in self.asked(&Qualifier::classify(alias)) {
            let Some((drawn, chosen)) = through.draw else {
                continue;
            };
            let version = if chosen { additional } else { primary };
            if drawn != weight || through.version != Qualifier::Version(version) {
                continue;
            }
            outcome.of += tally.invocations;
            if chosen == is_additional {
                outcome.got += tally.invocations;
                outcome.errors += tally.errors;
            }
        }
        Some(outcome)
    }
}

/// What came of the run through the weighted alias that got the most invocations since the step began.
pub(super) fn largest_run(it: &Situation) -> Option<Outcome> {
    let aliases = it.function()?.aliases().map(Alias::name);
    let runs = aliases.filter_map(|name| it.run(name.as_str()));
    runs.max_by_key(|run| run.of)
}
