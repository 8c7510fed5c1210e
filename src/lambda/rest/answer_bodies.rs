use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;

use super::bodies::{
    ConcurrencyBody, DeadLetterConfig, Environment, EphemeralStorage, RoutingConfig, TracingConfig,
    Variables,
};
use super::last_modified;
use super::logging::LoggingConfig;
use crate::lambda::alias::Alias;
use crate::lambda::configuration::{FunctionConfiguration, LastUpdateStatus, State};
use crate::lambda::function::Tags;
use crate::lambda::identifiers::{FunctionArn, Qualifier};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct GetFunctionBody<'a> {
    pub(super) configuration: FunctionBody<'a>,
    pub(super) code: Location,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) tags: &'a Tags,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) concurrency: Option<ConcurrencyBody>,
}

/// Where the package can be fetched from: it is in the address itself, since there is nowhere else to keep it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Location {
    pub(super) repository_type: &'static str,
    pub(super) location: String,
}

impl Location {
    pub(super) fn of(function: &FunctionConfiguration) -> Self {
        let zip = BASE64_STANDARD.encode(function.configuration.code.zip());
        Self {
            repository_type: "S3",
            location: format!("data:application/zip;base64,{zip}"),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct FunctionsBody<'a> {
    pub(super) functions: Vec<FunctionBody<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next_marker: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct VersionsBody<'a> {
    pub(super) versions: Vec<FunctionBody<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next_marker: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct AliasesBody<'a> {
    pub(super) aliases: Vec<AliasAnswer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) next_marker: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct AliasAnswer<'a> {
    pub(super) alias_arn: String,
    pub(super) name: &'a str,
    pub(super) function_version: String,
    pub(super) description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) routing_config: Option<RoutingConfig>,
    pub(super) revision_id: String,
}

impl<'a> AliasAnswer<'a> {
    pub(super) fn new(arn: &FunctionArn, alias: &'a Alias) -> Self {
        let routing = alias.routing();
        Self {
            alias_arn: arn.to_string(),
            name: alias.name().as_str(),
            function_version: routing.primary().to_string(),
            description: alias.description(),
            routing_config: routing.additional().map(|(version, weight)| RoutingConfig {
                additional_version_weights: Some(BTreeMap::from([(
                    version.to_string(),
                    Some(weight.fraction()),
                )])),
            }),
            revision_id: alias.revision().to_string(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct FunctionBody<'a> {
    pub(super) function_name: &'a str,
    pub(super) function_arn: String,
    pub(super) runtime: &'static str,
    pub(super) role: &'a str,
    pub(super) handler: &'a str,
    pub(super) code_size: usize,
    pub(super) description: &'a str,
    pub(super) timeout: u64,
    pub(super) memory_size: u32,
    pub(super) last_modified: String,
    pub(super) code_sha256: String,
    pub(super) version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) environment: Option<Environment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dead_letter_config: Option<DeadLetterConfig>,
    pub(super) tracing_config: TracingConfig,
    pub(super) revision_id: String,
    pub(super) package_type: &'static str,
    pub(super) architectures: [&'a str; 1],
    pub(super) ephemeral_storage: EphemeralStorage,
    pub(super) snap_start: SnapStart,
    pub(super) logging_config: LoggingConfig,
    #[serde(flatten)]
    pub(super) status: Option<Status>,
}

/// What a list leaves out.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "these are the service's names")]
#[serde(rename_all = "PascalCase")]
pub(super) struct Status {
    pub(super) state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) state_reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) state_reason_code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_update_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_update_status_reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_update_status_reason_code: Option<&'static str>,
    pub(super) runtime_version_config: RuntimeVersionConfig,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct RuntimeVersionConfig {
    pub(super) runtime_version_arn: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct SnapStart {
    pub(super) apply_on: &'static str,
    pub(super) optimization_status: &'static str,
}

impl<'a> FunctionBody<'a> {
    pub(super) fn new(function: &'a FunctionConfiguration) -> Self {
        Self {
            status: Some(Status::of(function)),
            ..Self::listed(function)
        }
    }

    pub(super) fn listed(function: &'a FunctionConfiguration) -> Self {
        let configuration = &function.configuration;
        let is_published = function.version != Qualifier::Latest;
        Self {
            function_name: &function.function_name,
            function_arn: function.function_arn.to_string(),
            runtime: configuration.runtime.id(),
            role: &configuration.role,
            handler: &configuration.handler,
            code_size: configuration.code.size(),
            description: function.description.as_str(),
            timeout: configuration.timeout.as_secs(),
            memory_size: configuration.memory_size,
            last_modified: last_modified(function.last_modified),
            code_sha256: configuration.code.digest().to_string(),
            version: function.version.to_string(),
            environment: configuration
                .environment
                .as_deref()
                .map(|variables| Environment {
                    variables: Some(Variables(variables.clone().into_iter().collect())),
                }),
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
                apply_on: if configuration.snap_start {
                    "PublishedVersions"
                } else {
                    "None"
                },
                optimization_status: if configuration.snap_start && is_published {
                    "On"
                } else {
                    "Off"
                },
            },
            logging_config: LoggingConfig::of(&configuration.logging, &function.function_name),
            status: None,
        }
    }
}

impl Status {
    pub(super) fn of(function: &FunctionConfiguration) -> Self {
        // The reason of an update really is worded like that of a creation.
        let reason = "The function is being created.";
        let pending = function.state == State::Pending;
        let in_progress = function.last_update_status == Some(LastUpdateStatus::InProgress);
        Self {
            state: function.state.name(),
            state_reason: pending.then_some(reason),
            state_reason_code: pending.then_some("Creating"),
            last_update_status: function.last_update_status.map(LastUpdateStatus::name),
            last_update_status_reason: in_progress.then_some(reason),
            last_update_status_reason_code: in_progress.then_some("Creating"),
            runtime_version_config: RuntimeVersionConfig {
                runtime_version_arn: function.configuration.runtime.version_arn(),
            },
        }
    }
}
