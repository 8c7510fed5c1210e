use std::collections::BTreeMap;

use crate::lambda::{Error, FunctionName, InvocationRecord, Qualifier, Weight};

/// What was seen since a step began and is not in the history: invocations, and requests that were refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observations {
    tallies: BTreeMap<Through, Tally>,
    refusals: Vec<Refusal>,
}

/// The way that invocations took.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Through {
    pub function: FunctionName,
    /// What was asked for.
    pub qualifier: Qualifier,
    /// What ran: `$LATEST` or a number.
    pub version: Qualifier,
    /// The weight that the draw was held against, and whether it chose the additional version.
    pub draw: Option<(Weight, bool)>,
}

/// What came of the invocations that took one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub invocations: u32,
    pub errors: u32,
    pub cold_starts: u32,
    /// The latest response: JSON text.
    pub response: String,
}

/// A request that the service refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The operation's name.
    pub operation: &'static str,
    /// The service's own name of the error.
    pub code: &'static str,
    pub message: String,
}

/// Refusals that are remembered; the latest count.
const REMEMBERED: usize = 20;

impl Observations {
    pub(super) fn saw_invocation(&mut self, record: &InvocationRecord) {
        let invocation = &record.invocation;
        let through = Through {
            function: invocation.function.clone(),
            qualifier: (invocation.invoked_arn.qualifier().cloned()).unwrap_or(Qualifier::Latest),
            version: invocation.executed_version.clone(),
            draw: (invocation.draw).map(|(draw, weight)| (weight, draw < weight.fraction())),
        };
        let tally = self.tallies.entry(through).or_default();
        tally.invocations += 1;
        tally.errors += u32::from(record.execution.failure.is_some());
        tally.cold_starts += u32::from(record.execution.init_duration.is_some());
        tally.response.clone_from(&record.execution.payload);
    }

    pub(super) fn saw_refusal(&mut self, operation: &'static str, error: &Error) {
        if self.refusals.len() == REMEMBERED {
            self.refusals.remove(0);
        }
        self.refusals.push(Refusal {
            operation,
            code: error.code(),
            message: error.message().unwrap_or_default().to_owned(),
        });
    }

    /// What came of the invocations, by the way they took.
    pub fn tallies(&self) -> impl Iterator<Item = (&Through, &Tally)> {
        self.tallies.iter()
    }

    /// The requests that were refused, oldest first.
    #[must_use]
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }
}
