use std::collections::BTreeMap;
use std::rc::Rc;

use super::get_function_configuration::qualified;
use super::pending;
use crate::lambda::alias::Routing;
use crate::lambda::configuration::Configuration;
use crate::lambda::error::{Error, ErrorCode};
use crate::lambda::function::{Function, Room, RunningVersions};
use crate::lambda::identifiers::{
    FunctionArn, FunctionName, Generation, NameShape, Qualifier, Weight, check_qualifier,
};
use crate::lambda::invocation::{Invocation, InvocationType, Retries};
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Runs `$LATEST`, a version, or the version that an alias's draw chooses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Invoke {
    pub function_name: String,
    pub qualifier: Option<String>,
    /// `RequestResponse`, `Event` or `DryRun`.
    pub invocation_type: Option<String>,
    /// `None` or `Tail`.
    pub log_type: Option<String>,
    /// JSON text, which only a call that is waited for takes along.
    pub client_context: Option<String>,
    /// The request's body.
    pub payload: Rc<[u8]>,
}

/// The largest event, in bytes: 6 MiB, or 1 MiB when nobody waits for the answer.
const MAX_PAYLOAD: usize = 6_291_456;
const MAX_ASYNCHRONOUS_PAYLOAD: usize = 1_048_576;

/// A version that was found: its code and settings, the generation, and whether it can run yet.
struct Found {
    executed: Qualifier,
    configuration: Rc<Configuration>,
    generation: Generation,
    pending: bool,
}

impl Invoke {
    pub(in crate::lambda) fn resolve(
        &self,
        state: &ServiceState,
        moment: &Moment,
        draw: f64,
        running: &BTreeMap<FunctionName, RunningVersions>,
    ) -> Result<Invocation, Error> {
        let invocation_type = self.check()?;
        let reference = qualified(&self.function_name, self.qualifier.as_deref())?;
        let asked = reference.asked();
        // Without a qualifier it is $LATEST that is missing: so the service says it, since 2025.
        let target = reference.qualifier.clone().unwrap_or(Qualifier::Latest);
        let missing = FunctionArn::qualified(&reference.name, target.clone());
        let function = state.function(&reference.name, &missing)?;
        let routing = match &target {
            Qualifier::Alias(name) => function.alias(name).map(|alias| alias.routing),
            _ => None,
        };
        let retries = Retries::new(function.attached.event_invoke.get(&target), moment.at);
        let executed = match (&target, routing) {
            (Qualifier::Alias(_), Some(routing)) => Some(routing.choose(draw)),
            (Qualifier::Alias(_), None) => None,
            _ => Some(target),
        };
        let found = executed
            .and_then(|executed| find(function, executed))
            .ok_or_else(|| Error::function_not_found(missing))?;
        let event = self.event()?;
        if found.pending {
            return Err(pending());
        }
        // An event is accepted all the same, and waits: choices::EVENT_THROTTLED. A dry run is not: choices::DRY_RUN_THROTTLED.
        let none = RunningVersions::new();
        let running = running.get(&function.name).unwrap_or(&none);
        if invocation_type != InvocationType::Event
            && function.room(&found.executed, running) != Room::Free
        {
            return Err(Error::new(
                ErrorCode::TooManyRequestsException,
                "Rate Exceeded.",
            ));
        }
        Ok(Invocation {
            request_id: moment.request_id(),
            invocation_type,
            tail: self.log_type.as_deref() == Some("Tail"),
            function: function.name.clone(),
            invoked_arn: asked,
            executed_version: found.executed,
            generation: found.generation,
            draw: weight(routing).map(|weight| (draw, weight)),
            configuration: found.configuration,
            event,
            client_context: self
                .client_context
                .clone()
                .filter(|_| invocation_type == InvocationType::RequestResponse),
            at: moment.at,
            retries,
        })
    }

    fn check(&self) -> Result<InvocationType, Error> {
        let name = self.invocation_type.as_deref().unwrap_or("RequestResponse");
        let invocation_type = InvocationType::parse(name);
        let limit = match invocation_type {
            InvocationType::Event => MAX_ASYNCHRONOUS_PAYLOAD,
            InvocationType::RequestResponse | InvocationType::DryRun => MAX_PAYLOAD,
        };
        if self.payload.len() > limit {
            return Err(Error::new(
                ErrorCode::RequestEntityTooLargeException,
                format!(
                    "Request must be smaller than {limit} bytes for the InvokeFunction operation"
                ),
            ));
        }
        let mut validation = Validation::default();
        NameShape::Namespaced.check(&mut validation, &self.function_name);
        check_qualifier(&mut validation, self.qualifier.as_deref());
        validation.one_of(name, "invocationType", &InvocationType::NAMES);
        if let Some(log_type) = &self.log_type {
            validation.one_of(log_type, "logType", &["None", "Tail"]);
        }
        validation.finish()?;
        Ok(invocation_type)
    }

    /// The event as JSON text; without a body it is an empty object.
    fn event(&self) -> Result<Rc<str>, Error> {
        if self.payload.is_empty() {
            return Ok("{}".into());
        }
        let unreadable = |reason: String| {
            Error::new(
                ErrorCode::InvalidRequestContentException,
                format!(
                    "Could not parse request body into json: Could not parse payload into json: {reason}"
                ),
            )
        };
        let text = std::str::from_utf8(&self.payload)
            .map_err(|error| unreadable(format!("Invalid UTF-8: {error}")))?;
        serde_json::from_str::<serde::de::IgnoredAny>(text)
            .map_err(|error| unreadable(error.to_string()))?;
        Ok(text.into())
    }
}

fn find(function: &Function, executed: Qualifier) -> Option<Found> {
    match executed {
        Qualifier::Latest => {
            let (configuration, generation) = function.latest.running();
            Some(Found {
                executed,
                configuration: Rc::clone(configuration),
                generation,
                pending: function.latest.is_pending(),
            })
        }
        Qualifier::Version(number) => {
            let version = function.version(number)?;
            Some(Found {
                executed,
                configuration: Rc::clone(&version.configuration),
                generation: version.generation(),
                pending: version.is_pending(),
            })
        }
        Qualifier::Alias(_) | Qualifier::Unknown(_) => None,
    }
}

fn weight(routing: Option<Routing>) -> Option<Weight> {
    Some(routing?.additional()?.1)
}
