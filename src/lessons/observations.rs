use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::lambda::{Error, FunctionName, InvocationRecord, Operation, Qualifier, Weight};

/// What was seen since a step began and is not in the history: invocations, requests that were refused, and test events
/// that were saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observations {
    tallies: BTreeMap<Through, Tally>,
    /// The invocations of the latest run alone, and whether it is over.
    run: BTreeMap<Through, Tally>,
    run_is_over: bool,
    refusals: Vec<Refusal>,
    /// The functions for which a test event was saved.
    events: BTreeSet<FunctionName>,
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
    /// The log streams of the environments that ran them: each environment has its own.
    pub environments: BTreeSet<Rc<str>>,
    /// The latest response of one that succeeded: JSON text; empty if none has.
    pub response: String,
}

/// What a request to change something was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The operation's name.
    pub operation: &'static str,
    /// The function's name, if it can be one.
    pub function: Option<FunctionName>,
    /// The alias that it changes, if it is about one.
    pub alias: Option<String>,
}

/// A request that the service refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub attempt: Attempt,
    /// The service's own name of the error.
    pub code: &'static str,
    pub message: String,
    /// How many changes the history had by then.
    pub changes: usize,
}

/// Refusals that are remembered; the latest count.
const REMEMBERED: usize = 20;

impl Attempt {
    #[must_use]
    pub fn of(operation: &Operation) -> Self {
        Self {
            operation: operation.name(),
            function: operation.changed_function(),
            alias: match operation {
                Operation::CreateAlias(it) => it.name.clone(),
                Operation::UpdateAlias(it) => Some(it.name.clone()),
                Operation::DeleteAlias(it) => Some(it.name.clone()),
                _ => None,
            },
        }
    }
}

impl Observations {
    pub(super) fn saw_invocation(&mut self, record: &InvocationRecord) {
        let invocation = &record.invocation;
        let through = Through {
            function: invocation.function.clone(),
            qualifier: (invocation.invoked_arn.qualifier().cloned()).unwrap_or(Qualifier::Latest),
            version: invocation.executed_version.clone(),
            draw: (invocation.draw).map(|(draw, weight)| (weight, draw < weight.fraction())),
        };
        if std::mem::take(&mut self.run_is_over) {
            self.run.clear();
        }
        let run = self.run.entry(through.clone()).or_default();
        run.count(record);
        self.tallies.entry(through).or_default().count(record);
    }

    /// No invocation has been under way for a moment: the next one begins another run.
    pub(super) fn run_ended(&mut self) {
        self.run_is_over = true;
    }

    pub(super) fn saw_refusal(&mut self, attempt: Attempt, error: &Error, changes: usize) {
        if self.refusals.len() == REMEMBERED {
            self.refusals.remove(0);
        }
        self.refusals.push(Refusal {
            attempt,
            code: error.code(),
            message: error.message().unwrap_or_default().to_owned(),
            changes,
        });
    }

    pub(super) fn saw_event(&mut self, function: FunctionName) {
        self.events.insert(function);
    }

    /// What came of the invocations, by the way they took.
    pub fn tallies(&self) -> impl Iterator<Item = (&Through, &Tally)> {
        self.tallies.iter()
    }

    /// What came of the invocations of the latest run, once it is over.
    pub fn latest_run(&self) -> impl Iterator<Item = (&Through, &Tally)> {
        self.run.iter().filter(|_| self.run_is_over)
    }

    /// Whether a test event was saved for a function.
    #[must_use]
    pub fn has_saved_event(&self, function: &FunctionName) -> bool {
        self.events.contains(function)
    }

    /// The requests that were refused, oldest first.
    #[must_use]
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }
}

impl Tally {
    fn count(&mut self, record: &InvocationRecord) {
        let execution = &record.execution;
        self.invocations += 1;
        self.errors += u32::from(execution.failure.is_some());
        self.cold_starts += u32::from(execution.init_duration.is_some());
        if !self.environments.contains(&execution.log_stream) {
            let log_stream = Rc::clone(&execution.log_stream);
            self.environments.insert(log_stream);
        }
        if execution.failure.is_none() {
            self.response.clone_from(&execution.payload);
        }
    }
}
