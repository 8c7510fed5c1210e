//! What becomes of events, in JSON.

use serde::{Deserialize, Serialize};

use super::Request;
use super::read::body;
use super::route::Route;
use crate::lambda::attached::EventInvokeConfig;
use crate::lambda::error::Error;
use crate::lambda::identifiers::FunctionArn;
use crate::lambda::operations::{
    Destinations, EventInvokeSettings, PutFunctionEventInvokeConfig,
    UpdateFunctionEventInvokeConfig,
};

/// The body of putting and of updating.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct EventInvokeBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_retry_attempts: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_event_age_in_seconds: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination_config: Option<DestinationConfig>,
}

/// The destinations; in answers both are there, be they empty.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct DestinationConfig {
    on_success: Destination,
    on_failure: Destination,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct Destination {
    #[serde(skip_serializing_if = "Option::is_none")]
    destination: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct EventInvokeAnswer {
    function_arn: String,
    /// Seconds since the epoch.
    last_modified: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_retry_attempts: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_event_age_in_seconds: Option<u64>,
    destination_config: DestinationConfig,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct EventInvokesAnswer<'a> {
    function_event_invoke_configs: Vec<EventInvokeAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_marker: Option<&'a str>,
}

impl EventInvokeAnswer {
    pub(super) fn new(arn: &FunctionArn, config: &EventInvokeConfig) -> Self {
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds since 1970 fit a double"
        )]
        let milliseconds = config.last_modified.as_millisecond() as f64;
        Self {
            function_arn: arn.to_string(),
            last_modified: milliseconds / 1000.0,
            maximum_retry_attempts: config.maximum_retry_attempts,
            maximum_event_age_in_seconds: config.maximum_event_age.map(|age| age.as_secs()),
            destination_config: DestinationConfig {
                on_success: Destination {
                    destination: config.on_success.clone(),
                },
                on_failure: Destination {
                    destination: config.on_failure.clone(),
                },
            },
        }
    }
}

impl<'a> EventInvokesAnswer<'a> {
    pub(super) fn new(
        configs: &[(FunctionArn, EventInvokeConfig)],
        next_marker: Option<&'a str>,
    ) -> Self {
        let configs = configs.iter();
        Self {
            function_event_invoke_configs: configs
                .map(|(arn, config)| EventInvokeAnswer::new(arn, config))
                .collect(),
            next_marker,
        }
    }
}

pub(super) fn read_put(
    request: &Request,
    function_name: String,
) -> Result<PutFunctionEventInvokeConfig, Error> {
    Ok(PutFunctionEventInvokeConfig {
        function_name,
        qualifier: request.query("Qualifier"),
        settings: body::<EventInvokeBody>(request)?.into(),
    })
}

pub(super) fn read_update(
    request: &Request,
    function_name: String,
) -> Result<UpdateFunctionEventInvokeConfig, Error> {
    Ok(UpdateFunctionEventInvokeConfig {
        function_name,
        qualifier: request.query("Qualifier"),
        settings: body::<EventInvokeBody>(request)?.into(),
    })
}

pub(super) fn write_put(operation: PutFunctionEventInvokeConfig) -> Request {
    Route::EventInvokeConfig(operation.function_name)
        .request("PUT")
        .with_query("Qualifier", operation.qualifier)
        .with_body(&EventInvokeBody::from(operation.settings))
}

pub(super) fn write_update(operation: UpdateFunctionEventInvokeConfig) -> Request {
    Route::EventInvokeConfig(operation.function_name)
        .request("POST")
        .with_query("Qualifier", operation.qualifier)
        .with_body(&EventInvokeBody::from(operation.settings))
}

impl From<EventInvokeBody> for EventInvokeSettings {
    fn from(body: EventInvokeBody) -> Self {
        Self {
            maximum_retry_attempts: body.maximum_retry_attempts,
            maximum_event_age_in_seconds: body.maximum_event_age_in_seconds,
            destinations: body.destination_config.map(|config| Destinations {
                on_success: config.on_success.destination,
                on_failure: config.on_failure.destination,
            }),
        }
    }
}

impl From<EventInvokeSettings> for EventInvokeBody {
    fn from(settings: EventInvokeSettings) -> Self {
        Self {
            maximum_retry_attempts: settings.maximum_retry_attempts,
            maximum_event_age_in_seconds: settings.maximum_event_age_in_seconds,
            destination_config: settings.destinations.map(|destinations| DestinationConfig {
                on_success: Destination {
                    destination: destinations.on_success,
                },
                on_failure: Destination {
                    destination: destinations.on_failure,
                },
            }),
        }
    }
}
