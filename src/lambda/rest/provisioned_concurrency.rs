//! Provisioned concurrency in JSON.

use serde::{Deserialize, Serialize};

use super::Request;
use super::read::{body, max_items};
use super::route::Route;
use crate::lambda::attached::{ProvisionedConcurrency, ProvisioningStatus};
use crate::lambda::error::Error;
use crate::lambda::identifiers::FunctionArn;
use crate::lambda::operations::{
    ListProvisionedConcurrencyConfigs, PutProvisionedConcurrencyConfig,
};

#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct PutBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    provisioned_concurrent_executions: Option<i64>,
}

/// The answer about one version or alias; a list has its ARN as well.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct ProvisionedConcurrencyAnswer {
    #[serde(skip_serializing_if = "Option::is_none")]
    function_arn: Option<String>,
    requested_provisioned_concurrent_executions: u32,
    available_provisioned_concurrent_executions: u32,
    allocated_provisioned_concurrent_executions: u32,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_reason: Option<&'static str>,
    last_modified: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct ProvisionedConcurrenciesAnswer<'a> {
    provisioned_concurrency_configs: Vec<ProvisionedConcurrencyAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_marker: Option<&'a str>,
}

impl ProvisionedConcurrencyAnswer {
    pub(super) fn new(config: &ProvisionedConcurrency) -> Self {
        let (status, status_reason) = match config.status() {
            ProvisioningStatus::InProgress => ("IN_PROGRESS", None),
            ProvisioningStatus::Ready => ("READY", None),
            ProvisioningStatus::Failed => ("FAILED", Some("FUNCTION_ERROR_INIT_FAILURE")),
        };
        Self {
            function_arn: None,
            requested_provisioned_concurrent_executions: config.requested,
            available_provisioned_concurrent_executions: config.available,
            allocated_provisioned_concurrent_executions: config.available,
            status,
            status_reason,
            // In whole seconds, as in the documentation's samples.
            last_modified: config
                .last_modified
                .strftime("%Y-%m-%dT%H:%M:%S+0000")
                .to_string(),
        }
    }
}

impl<'a> ProvisionedConcurrenciesAnswer<'a> {
    pub(super) fn new(
        configs: &[(FunctionArn, ProvisionedConcurrency)],
        next_marker: Option<&'a str>,
    ) -> Self {
        let listed = |(arn, config): &(FunctionArn, _)| ProvisionedConcurrencyAnswer {
            function_arn: Some(arn.to_string()),
            ..ProvisionedConcurrencyAnswer::new(config)
        };
        Self {
            provisioned_concurrency_configs: configs.iter().map(listed).collect(),
            next_marker,
        }
    }
}

pub(super) fn read_put(
    request: &Request,
    function_name: String,
) -> Result<PutProvisionedConcurrencyConfig, Error> {
    let body: PutBody = body(request)?;
    Ok(PutProvisionedConcurrencyConfig {
        function_name,
        qualifier: request.query("Qualifier"),
        provisioned_concurrent_executions: body.provisioned_concurrent_executions,
    })
}

pub(super) fn write_put(operation: PutProvisionedConcurrencyConfig) -> Request {
    let body = PutBody {
        provisioned_concurrent_executions: operation.provisioned_concurrent_executions,
    };
    Route::ProvisionedConcurrency(operation.function_name)
        .request("PUT")
        .with_query("Qualifier", operation.qualifier)
        .with_body(&body)
}

/// Whether a reading request is for the whole list, which has the same path.
pub(super) fn is_list(request: &Request) -> bool {
    request.query("List").is_some()
}

pub(super) fn read_list(
    request: &Request,
    function_name: String,
) -> Result<ListProvisionedConcurrencyConfigs, Error> {
    Ok(ListProvisionedConcurrencyConfigs {
        function_name,
        marker: request.query("Marker"),
        max_items: max_items(request)?,
    })
}

pub(super) fn write_list(operation: ListProvisionedConcurrencyConfigs) -> Request {
    Route::ProvisionedConcurrency(operation.function_name)
        .request("GET")
        .with_query("List", Some("ALL".to_owned()))
        .with_page(operation.marker, operation.max_items)
}
