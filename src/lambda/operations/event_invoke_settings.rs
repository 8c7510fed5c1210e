use std::time::Duration;

use crate::lambda::attached::EventInvokeConfig;
use crate::lambda::error::Error;
use crate::lambda::identifiers::{
    FunctionArn, FunctionName, FunctionReference, NameShape, Qualifier, check_qualifier,
};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::{Pattern, Validation};

/// What both putting and updating can set, as it was sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventInvokeSettings {
    pub maximum_retry_attempts: Option<i64>,
    pub maximum_event_age_in_seconds: Option<i64>,
    pub destinations: Option<Destinations>,
}

/// The ARNs that events are sent on to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Destinations {
    pub on_success: Option<String>,
    pub on_failure: Option<String>,
}

/// The shape of a destination.
static DESTINATION: Pattern = Pattern::new(
    "$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:\
     ((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)",
);

/// The longest destination.
const MAX_DESTINATION: usize = 350;

impl EventInvokeSettings {
    /// Checks a request as far as that needs no function, and takes its name apart.
    pub(super) fn checked(
        &self,
        function_name: &str,
        qualifier: Option<&str>,
    ) -> Result<FunctionReference, Error> {
        let mut validation = Validation::default();
        check_named(&mut validation, function_name, qualifier);
        validation.range(self.maximum_retry_attempts, "maximumRetryAttempts", 0..=2);
        validation.range(
            self.maximum_event_age_in_seconds,
            "maximumEventAgeInSeconds",
            60..=21_600,
        );
        let destinations = self.destinations.as_ref();
        let mut check = |destination: Option<&String>, member| {
            if let Some(destination) = destination {
                validation.max_length(destination, member, MAX_DESTINATION);
                validation.pattern(destination, member, &DESTINATION);
            }
        };
        check(
            destinations.and_then(|it| it.on_success.as_ref()),
            "destinationConfig.onSuccess.destination",
        );
        check(
            destinations.and_then(|it| it.on_failure.as_ref()),
            "destinationConfig.onFailure.destination",
        );
        validation.finish()?;

        let reference = NameShape::Namespaced.resolve(function_name, qualifier)?;
        if *self == Self::default() {
            return Err(Error::invalid_parameter(
                "You must specify at least one of error handling or destination setting.",
            ));
        }
        Ok(reference)
    }

    /// Checks that destinations are what events can be sent to: functions that exist, or other services' resources.
    pub(super) fn check_destinations(
        &self,
        state: &ServiceState,
        name: &FunctionName,
    ) -> Result<(), Error> {
        let Some(destinations) = &self.destinations else {
            return Ok(());
        };
        let given = |destination: &Option<String>| destination.clone().filter(|it| !it.is_empty());
        let (success, failure) = (
            given(&destinations.on_success),
            given(&destinations.on_failure),
        );
        let mut all_known = true;
        for destination in [&failure, &success].into_iter().flatten() {
            match destination.split(':').nth(2) {
                Some("lambda") => check_function(state, name, destination)?,
                Some("sns" | "sqs" | "events") => {}
                // A bucket takes failures alone.
                Some("s3") if success.as_ref() != Some(destination) => {}
                _ => all_known = false,
            }
        }
        if all_known {
            return Ok(());
        }
        let shown = |kind: &str, destination: Option<String>| {
            destination.map_or("null".to_owned(), |it| format!("{kind}(destination={it})"))
        };
        Err(Error::invalid_parameter(format!(
            "The provided destination config DestinationConfig(onSuccess={}, onFailure={}) is invalid.",
            shown("OnSuccess", success),
            shown("OnFailure", failure)
        )))
    }

    /// Sets what was sent; destinations are replaced together.
    pub(super) fn lay_over(&self, config: &mut EventInvokeConfig) {
        if let Some(attempts) = self.maximum_retry_attempts {
            config.maximum_retry_attempts = u32::try_from(attempts).ok();
        }
        if let Some(seconds) = self.maximum_event_age_in_seconds {
            config.maximum_event_age = u64::try_from(seconds).ok().map(Duration::from_secs);
        }
        if let Some(destinations) = &self.destinations {
            config.on_success.clone_from(&destinations.on_success);
            config.on_failure.clone_from(&destinations.on_failure);
        }
    }
}

/// Checks the names of a function and of what its configuration is for.
pub(super) fn check_named(
    validation: &mut Validation,
    function_name: &str,
    qualifier: Option<&str>,
) {
    NameShape::Namespaced.check(validation, function_name);
    check_qualifier(validation, qualifier);
}

/// Finds what a configuration is for, which is `$LATEST` if nothing is named.
pub(super) fn event_target(
    state: &ServiceState,
    reference: &FunctionReference,
) -> Result<(FunctionName, Qualifier, FunctionArn), Error> {
    let (target, arn) = event_arn(reference);
    let function = state.functions.get(&reference.name);
    let exists = function.is_some_and(|function| match &target {
        Qualifier::Latest => true,
        Qualifier::Version(number) => function.version(*number).is_some(),
        Qualifier::Alias(name) => function.alias(name).is_some(),
        Qualifier::Unknown(_) => false,
    });
    if exists {
        Ok((reference.name.clone(), target, arn))
    } else {
        Err(no_function())
    }
}

/// What a configuration is for, and its ARN, whether or not it exists.
pub(super) fn event_arn(reference: &FunctionReference) -> (Qualifier, FunctionArn) {
    let target = reference.qualifier.clone().unwrap_or(Qualifier::Latest);
    let arn = FunctionArn::qualified(&reference.name, target.clone());
    (target, arn)
}

/// The 404 of a function, version or alias that is not there.
pub(super) fn no_function() -> Error {
    Error::not_found("The function doesn't exist.")
}

/// The 404 of a configuration that is not there.
pub(super) fn no_config(arn: &FunctionArn) -> Error {
    Error::not_found(format!(
        "The function {arn} doesn't have an EventInvokeConfig"
    ))
}

fn check_function(
    state: &ServiceState,
    name: &FunctionName,
    destination: &str,
) -> Result<(), Error> {
    let mut validation = Validation::default();
    NameShape::FunctionName.check(&mut validation, destination);
    let found = validation.finish().and_then(|()| {
        let reference = NameShape::FunctionName.resolve(destination, None)?;
        state.function(&reference.name, destination)
    });
    match found {
        Err(_) => Err(Error::invalid_parameter(format!(
            "The destination ARN {destination} is invalid."
        ))),
        Ok(function) if function.name == *name => Err(Error::invalid_parameter(
            "You can't specify the function as a destination for itself.",
        )),
        Ok(_) => Ok(()),
    }
}
