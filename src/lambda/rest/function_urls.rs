//! Function URLs in JSON.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Request;
use super::read::body;
use super::route::Route;
use crate::lambda::attached::{Cors, FunctionUrl};
use crate::lambda::error::Error;
use crate::lambda::identifiers::FunctionArn;
use crate::lambda::operations::{CreateFunctionUrlConfig, UpdateFunctionUrlConfig, UrlSettings};

/// The body of creating and of updating.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct UrlBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cors: Option<CorsBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    invoke_mode: Option<String>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct CorsBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_credentials: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_headers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_methods: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_origins: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expose_headers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_age: Option<i64>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct UrlAnswer<'a> {
    function_url: String,
    function_arn: String,
    auth_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cors: Option<CorsBody>,
    creation_time: String,
    /// The answer to creating leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified_time: Option<String>,
    /// The answers to creating and updating leave it out if it was never sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    invoke_mode: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct UrlsAnswer<'a> {
    function_url_configs: Vec<UrlAnswer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_marker: Option<&'a str>,
}

impl<'a> UrlAnswer<'a> {
    pub(super) fn created(arn: &FunctionArn, url: &'a FunctionUrl) -> Self {
        Self {
            last_modified_time: None,
            ..Self::updated(arn, url)
        }
    }

    pub(super) fn updated(arn: &FunctionArn, url: &'a FunctionUrl) -> Self {
        Self {
            invoke_mode: url.invoke_mode.as_deref(),
            ..Self::new(arn, url)
        }
    }

    pub(super) fn new(arn: &FunctionArn, url: &'a FunctionUrl) -> Self {
        Self {
            function_url: url.address(),
            function_arn: arn.to_string(),
            auth_type: &url.auth_type,
            cors: url.cors.clone().map(CorsBody::from),
            creation_time: time(url.created),
            last_modified_time: Some(time(url.last_modified)),
            invoke_mode: Some(url.invoke_mode()),
        }
    }
}

impl<'a> UrlsAnswer<'a> {
    pub(super) fn new(
        urls: &'a [(FunctionArn, FunctionUrl)],
        next_marker: Option<&'a str>,
    ) -> Self {
        let urls = urls.iter();
        Self {
            function_url_configs: urls.map(|(arn, url)| UrlAnswer::new(arn, url)).collect(),
            next_marker,
        }
    }
}

pub(super) fn read_create(
    request: &Request,
    function_name: String,
) -> Result<CreateFunctionUrlConfig, Error> {
    Ok(CreateFunctionUrlConfig {
        function_name,
        qualifier: request.query("Qualifier"),
        settings: body::<UrlBody>(request)?.into(),
    })
}

pub(super) fn read_update(
    request: &Request,
    function_name: String,
) -> Result<UpdateFunctionUrlConfig, Error> {
    Ok(UpdateFunctionUrlConfig {
        function_name,
        qualifier: request.query("Qualifier"),
        settings: body::<UrlBody>(request)?.into(),
    })
}

pub(super) fn write_create(operation: CreateFunctionUrlConfig) -> Request {
    Route::Url(operation.function_name)
        .request("POST")
        .with_query("Qualifier", operation.qualifier)
        .with_body(&UrlBody::from(operation.settings))
}

pub(super) fn write_update(operation: UpdateFunctionUrlConfig) -> Request {
    Route::Url(operation.function_name)
        .request("PUT")
        .with_query("Qualifier", operation.qualifier)
        .with_body(&UrlBody::from(operation.settings))
}

/// A time as these answers have it: `2025-11-25T02:38:24.123456Z`.
fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

impl From<UrlBody> for UrlSettings {
    fn from(body: UrlBody) -> Self {
        Self {
            auth_type: body.auth_type,
            cors: body.cors.map(Cors::from),
            invoke_mode: body.invoke_mode,
        }
    }
}

impl From<UrlSettings> for UrlBody {
    fn from(settings: UrlSettings) -> Self {
        Self {
            auth_type: settings.auth_type,
            cors: settings.cors.map(CorsBody::from),
            invoke_mode: settings.invoke_mode,
        }
    }
}

impl From<CorsBody> for Cors {
    fn from(body: CorsBody) -> Self {
        Self {
            allow_credentials: body.allow_credentials,
            allow_headers: body.allow_headers,
            allow_methods: body.allow_methods,
            allow_origins: body.allow_origins,
            expose_headers: body.expose_headers,
            max_age: body.max_age,
        }
    }
}

impl From<Cors> for CorsBody {
    fn from(cors: Cors) -> Self {
        Self {
            allow_credentials: cors.allow_credentials,
            allow_headers: cors.allow_headers,
            allow_methods: cors.allow_methods,
            allow_origins: cors.allow_origins,
            expose_headers: cors.expose_headers,
            max_age: cors.max_age,
        }
    }
}
