use super::observations::{Tally, Through};
use super::situation::Situation;
use crate::lambda::{Alias, Function, Qualifier, Routing, Weight};

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
    /// What came of all invocations through an alias since the step began, as it shares them now; nothing without a
    /// weight.
    #[must_use]
    pub fn run(&self, alias: &str) -> Option<Outcome> {
        self.share_of(alias, self.tallies())
    }

    /// What came of those of the latest run alone, once it is over.
    #[must_use]
    pub fn single_run(&self, alias: &str) -> Option<Outcome> {
        self.share_of(alias, self.latest_run())
    }

    fn share_of<'a>(
        &self,
        alias: &str,
        tallies: impl Iterator<Item = (&'a Through, &'a Tally)>,
    ) -> Option<Outcome> {
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
        let alias = Qualifier::classify(alias);
        for (through, tally) in tallies.filter(|(through, _)| through.qualifier == alias) {
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

/// What came of a step that asks for so many invocations through a weighted alias: the run of just so many, or else all of
/// the alias that got the most.
pub(super) fn outcome_of_step(it: &Situation, invocations: u32) -> Option<Outcome> {
    let names = || it.function().into_iter().flat_map(Function::aliases);
    let names = || names().map(Alias::name);
    let mut single = names().filter_map(|name| it.single_run(name.as_str()));
    let all = || {
        let runs = names().filter_map(|name| it.run(name.as_str()));
        runs.max_by_key(|run| run.of)
    };
    single.find(|run| run.of == invocations).or_else(all)
}
