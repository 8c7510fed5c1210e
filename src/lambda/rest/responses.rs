use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use uuid::Uuid;

use super::bodies::{
    ConcurrencyBody, DeadLetterConfig, Environment, EphemeralStorage, RoutingConfig, TracingConfig,
};
use super::{Response, last_modified};
use crate::lambda::configuration::{FunctionConfiguration, LastUpdateStatus, State};
use crate::lambda::error::Error;
use crate::lambda::function::Alias;
use crate::lambda::identifiers::FunctionArn;
use crate::lambda::invocation::{Execution, Invocation, InvocationType};
use crate::lambda::operations::Output;

/// Writes the answer to an operation.
#[must_use]
pub fn answer(result: &Result<Output, Error>, request_id: Uuid) -> Response {
    let response = match result {
        Err(error) => refusal(error),
        Ok(Output::Created(function)) => json(201, &FunctionBody::new(function)),
        Ok(Output::FunctionConfiguration(function)) => json(200, &FunctionBody::new(function)),
        Ok(Output::Function {
            configuration,
            reserved_concurrency,
        }) => json(
            200,
            &GetFunctionBody {
                configuration: FunctionBody::new(configuration),
                code: Location::of(configuration),
                concurrency: reserved_concurrency.map(concurrency),
            },
        ),
        Ok(Output::Functions {
            functions,
            next_marker,
        }) => json(
            200,
            &FunctionsBody {
                functions: functions.iter().map(FunctionBody::listed).collect(),
                next_marker: next_marker.as_deref(),
            },
        ),
        Ok(Output::Versions {
            versions,
            next_marker,
        }) => json(
            200,
            &VersionsBody {
                versions: versions.iter().map(FunctionBody::listed).collect(),
                next_marker: next_marker.as_deref(),
            },
        ),
        Ok(Output::AliasCreated(arn, alias)) => json(201, &AliasAnswer::new(arn, alias)),
        Ok(Output::Alias(arn, alias)) => json(200, &AliasAnswer::new(arn, alias)),
        Ok(Output::Aliases {
            aliases,
            next_marker,
        }) => json(
            200,
            &AliasesBody {
                aliases: aliases
                    .iter()
                    .map(|(arn, alias)| AliasAnswer::new(arn, alias))
                    .collect(),
                next_marker: next_marker.as_deref(),
            },
        ),
        Ok(Output::Concurrency(reserved)) => json(
            200,
            &ConcurrencyBody {
                reserved_concurrent_executions: reserved.map(i64::from),
            },
        ),
        Ok(Output::Deleted) => empty(204),
    };
    response.with("x-amzn-RequestId", request_id.to_string())
}

/// Writes the answer to an invocation; without an execution nobody waits for one.
#[must_use]
pub fn answer_invocation(invocation: &Invocation, execution: Option<&Execution>) -> Response {
    let response = match execution {
        None if invocation.invocation_type == InvocationType::DryRun => empty(204),
        None => empty(202),
        Some(execution) => {
            let mut response = Response {
                status: 200,
                headers: vec![("Content-Type", "application/json".to_owned())],
                body: execution.payload.clone().into_bytes(),
            }
            .with(
                "X-Amz-Executed-Version",
                invocation.executed_version.to_string(),
            );
            if execution.failure.is_some() {
                response = response.with("X-Amz-Function-Error", "Unhandled".to_owned());
            }
            if invocation.tail {
                let log = invocation.log(execution);
                let tail = BASE64_STANDARD.encode(Invocation::tail(&log));
                response = response.with("X-Amz-Log-Result", tail);
            }
            response
        }
    };
    response.with("x-amzn-RequestId", invocation.request_id.to_string())
}

impl Response {
    fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }
}

fn json(status: u16, body: &impl Serialize) -> Response {
    Response {
        status,
        headers: vec![("Content-Type", "application/json".to_owned())],
        body: serde_json::to_vec(body).unwrap_or_default(),
    }
}

fn empty(status: u16) -> Response {
    Response {
        status,
        headers: Vec::new(),
        body: Vec::new(),
    }
}

fn refusal(error: &Error) -> Response {
    let mut body = BTreeMap::from([(error.message_key(), error.message())]);
    if let Some(fault) = error.fault() {
        body.insert("Type", Some(fault));
    }
    let mut response =
        json(error.status(), &body).with("x-amzn-ErrorType", error.code().to_owned());
    if let Some(reason) = error.reason() {
        body.insert("Reason", Some(reason));
        response.body = serde_json::to_vec(&body).unwrap_or_default();
        response = response.with("Retry-After", "1".to_owned());
    }
    response
}

fn concurrency(reserved: u32) -> ConcurrencyBody {
    ConcurrencyBody {
        reserved_concurrent_executions: Some(reserved.into()),
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct GetFunctionBody<'a> {
    configuration: FunctionBody<'a>,
    code: Location,
    #[serde(skip_serializing_if = "Option::is_none")]
    concurrency: Option<ConcurrencyBody>,
}

/// Where the package can be fetched from: it is in the address itself, since there is nowhere else to keep it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Location {
    repository_type: &'static str,
    location: String,
}

impl Location {
    fn of(function: &FunctionConfiguration) -> Self {
        let zip = BASE64_STANDARD.encode(function.configuration.code.zip());
        Self {
            repository_type: "S3",
            location: format!("data:application/zip;base64,{zip}"),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct FunctionsBody<'a> {
    functions: Vec<FunctionBody<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_marker: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct VersionsBody<'a> {
    versions: Vec<FunctionBody<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_marker: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AliasesBody<'a> {
    aliases: Vec<AliasAnswer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_marker: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AliasAnswer<'a> {
    alias_arn: String,
    name: &'a str,
    function_version: String,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    routing_config: Option<RoutingConfig>,
    revision_id: String,
}

impl<'a> AliasAnswer<'a> {
    fn new(arn: &FunctionArn, alias: &'a Alias) -> Self {
        let routing = alias.routing();
        Self {
            alias_arn: arn.to_string(),
            name: alias.name().as_str(),
            function_version: routing.primary().to_string(),
            description: alias.description(),
            routing_config: routing.additional().map(|(version, weight)| RoutingConfig {
                additional_version_weights: Some(BTreeMap::from([(
                    version.to_string(),
                    weight.fraction(),
                )])),
            }),
            revision_id: alias.revision().to_string(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct FunctionBody<'a> {
    function_name: &'a str,
    function_arn: String,
    runtime: &'static str,
    role: &'a str,
    handler: &'a str,
    code_size: usize,
    description: &'a str,
    timeout: u64,
    memory_size: u32,
    last_modified: String,
    code_sha256: String,
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    environment: Option<Environment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dead_letter_config: Option<DeadLetterConfig>,
    tracing_config: TracingConfig,
    revision_id: String,
    package_type: &'static str,
    architectures: [&'a str; 1],
    ephemeral_storage: EphemeralStorage,
    snap_start: SnapStart,
    logging_config: LoggingConfig,
    #[serde(flatten)]
    status: Option<Status>,
}

/// What a list leaves out.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "these are the service's names")]
#[serde(rename_all = "PascalCase")]
struct Status {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state_reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state_reason_code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_update_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_update_status_reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_update_status_reason_code: Option<&'static str>,
    runtime_version_config: RuntimeVersionConfig,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RuntimeVersionConfig {
    runtime_version_arn: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct SnapStart {
    apply_on: &'static str,
    optimization_status: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct LoggingConfig {
    log_format: &'static str,
    log_group: String,
}

impl<'a> FunctionBody<'a> {
    fn new(function: &'a FunctionConfiguration) -> Self {
        Self {
            status: Some(Status::of(function)),
            ..Self::listed(function)
        }
    }

    fn listed(function: &'a FunctionConfiguration) -> Self {
        let configuration = &function.configuration;
        Self {
            function_name: &function.function_name,
            function_arn: function.function_arn.to_string(),
            runtime: configuration.runtime.id(),
            role: &configuration.role,
            handler: &configuration.handler,
            code_size: configuration.code.size(),
            description: &function.description,
            timeout: configuration.timeout.as_secs(),
            memory_size: configuration.memory_size,
            last_modified: last_modified(function.last_modified),
            code_sha256: configuration.code.digest().to_string(),
            version: function.version.to_string(),
            environment: configuration
                .environment
                .clone()
                .map(|variables| Environment { variables }),
            dead_letter_config: configuration
                .dead_letter_target
                .clone()
                .map(|target_arn| DeadLetterConfig { target_arn }),
            tracing_config: TracingConfig {
                mode: configuration.tracing_mode.clone(),
            },
            revision_id: function.revision_id.to_string(),
            package_type: "Zip",
            architectures: [&configuration.architecture],
            ephemeral_storage: EphemeralStorage {
                size: configuration.ephemeral_storage.into(),
            },
            snap_start: SnapStart {
                apply_on: "None",
                optimization_status: "Off",
            },
            logging_config: LoggingConfig {
                log_format: "Text",
                log_group: format!("/aws/lambda/{}", function.function_name),
            },
            status: None,
        }
    }
}

impl Status {
    fn of(function: &FunctionConfiguration) -> Self {
        // The reason of an update really is worded like that of a creation.
        let reason = "The function is being created.";
        let pending = function.state == State::Pending;
        let in_progress = function.last_update_status == Some(LastUpdateStatus::InProgress);
        Self {
            state: if pending { "Pending" } else { "Active" },
            state_reason: pending.then_some(reason),
            state_reason_code: pending.then_some("Creating"),
            last_update_status: function.last_update_status.map(|status| match status {
                LastUpdateStatus::InProgress => "InProgress",
                LastUpdateStatus::Successful => "Successful",
            }),
            last_update_status_reason: in_progress.then_some(reason),
            last_update_status_reason_code: in_progress.then_some("Creating"),
            runtime_version_config: RuntimeVersionConfig {
                runtime_version_arn: function.configuration.runtime.version_arn(),
            },
        }
    }
}
