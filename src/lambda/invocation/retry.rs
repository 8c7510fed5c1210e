//! How often an event that failed is tried again, and when.

use std::rc::Rc;
use std::time::Duration;

use jiff::Timestamp;

use super::{Execution, Invocation};
use crate::lambda::attached::EventInvokeConfig;
use crate::lambda::function::Function;
use crate::lambda::identifiers::Qualifier;

/// How long each wait is: on the handler's clock alone.
const WAITS: [Duration; 2] = [Duration::from_mins(1), Duration::from_mins(2)];

/// How long an event is kept if nothing else is said.
const MAX_AGE: Duration = Duration::from_hours(6);

/// What is left to an event that fails, by the settings of when it came in ([`RETRY_SETTINGS`]).
///
/// [`RETRY_SETTINGS`]: crate::lambda::choices::RETRY_SETTINGS
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retries {
    /// The waits before the runs that may still come.
    waits: &'static [Duration],
    /// When it is too old.
    until: Timestamp,
}

impl Retries {
    pub(in crate::lambda) fn new(config: Option<&EventInvokeConfig>, at: Timestamp) -> Self {
        let attempts = config.and_then(|config| config.maximum_retry_attempts);
        let attempts = attempts.and_then(|attempts| usize::try_from(attempts).ok());
        let age = config.and_then(|config| config.maximum_event_age);
        Self {
            waits: &WAITS[..attempts.unwrap_or(WAITS.len()).min(WAITS.len())],
            until: at
                .checked_add(age.unwrap_or(MAX_AGE))
                .unwrap_or(Timestamp::MAX),
        }
    }
}

impl Invocation {
    /// The next run of an event: none if this one went well, or if attempts or time are used up.
    ///
    /// It has the same request id and the same version ([`RETRY_DRAW`], [`EVENT_AGE`]); what that runs by then is told by
    /// [`Service::begin_again`].
    ///
    /// [`RETRY_DRAW`]: crate::lambda::choices::RETRY_DRAW
    /// [`EVENT_AGE`]: crate::lambda::choices::EVENT_AGE
    /// [`Service::begin_again`]: crate::lambda::Service::begin_again
    #[must_use]
    pub fn retry(&self, execution: &Execution) -> Option<Self> {
        execution.failure?;
        let (wait, waits) = self.retries.waits.split_first()?;
        let took = execution.duration + execution.init_duration.unwrap_or_default();
        let retries = Retries {
            waits,
            ..self.retries
        };
        Self {
            retries,
            ..self.clone()
        }
        .after(took + *wait)
    }

    /// The same run with what its version has by now: `$LATEST` may have been updated since, a number never is.
    pub(in crate::lambda) fn of_now(self, function: &Function) -> Self {
        if self.executed_version != Qualifier::Latest {
            return self;
        }
        let (configuration, generation) = function.latest().running();
        Self {
            configuration: Rc::clone(configuration),
            generation,
            ..self
        }
    }

    /// An event that has waited for so long: none if it is too old by now ([`EVENT_AGE`]).
    ///
    /// [`EVENT_AGE`]: crate::lambda::choices::EVENT_AGE
    #[must_use]
    pub fn after(self, wait: Duration) -> Option<Self> {
        let at = self.at.checked_add(wait).ok()?;
        (at <= self.retries.until).then_some(Self { at, ..self })
    }
}
