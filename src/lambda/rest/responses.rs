use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use uuid::Uuid;

use super::answer_bodies::{
    AliasAnswer, AliasesBody, FunctionBody, FunctionsBody, GetFunctionBody, Location, VersionsBody,
};
use super::bodies::ConcurrencyBody;
use super::event_invoke::{EventInvokeAnswer, EventInvokesAnswer};
use super::function_urls::{UrlAnswer, UrlsAnswer};
use super::provisioned_concurrency::{
    ProvisionedConcurrenciesAnswer, ProvisionedConcurrencyAnswer,
};
use super::{Response, permissions, tags};
use crate::lambda::error::Error;
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
            tags,
            reserved_concurrency,
        }) => json(
            200,
            &GetFunctionBody {
                configuration: FunctionBody::new(configuration),
                code: Location::of(configuration),
                tags,
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
        Ok(Output::PermissionAdded(statement)) => permissions::added(statement),
        Ok(Output::Policy(policy)) => permissions::policy(policy),
        Ok(Output::Tags(of_function)) => tags::tags(of_function),
        Ok(Output::AccountSettings(settings)) => tags::account_settings(settings),
        Ok(Output::Provisioning(config)) => json(202, &ProvisionedConcurrencyAnswer::new(config)),
        Ok(Output::ProvisionedConcurrency(config)) => {
            json(200, &ProvisionedConcurrencyAnswer::new(config))
        }
        Ok(Output::ProvisionedConcurrencies {
            configs,
            next_marker,
        }) => json(
            200,
            &ProvisionedConcurrenciesAnswer::new(configs, next_marker.as_deref()),
        ),
        Ok(Output::UrlCreated(arn, url)) => json(201, &UrlAnswer::created(arn, url)),
        Ok(Output::UrlUpdated(arn, url)) => json(200, &UrlAnswer::updated(arn, url)),
        Ok(Output::Url(arn, url)) => json(200, &UrlAnswer::new(arn, url)),
        Ok(Output::Urls { urls, next_marker }) => {
            json(200, &UrlsAnswer::new(urls, next_marker.as_deref()))
        }
        Ok(Output::EventInvokeConfig(arn, config)) => {
            json(200, &EventInvokeAnswer::new(arn, config))
        }
        Ok(Output::EventInvokeConfigs {
            configs,
            next_marker,
        }) => json(
            200,
            &EventInvokesAnswer::new(configs, next_marker.as_deref()),
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
                // What it holds of an environment that could not start is a choice: choices::INIT_TAIL.
                let log = invocation.callers_log(execution);
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

pub(super) fn json(status: u16, body: &impl Serialize) -> Response {
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
