use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::bodies::{
    AliasBody, ConcurrencyBody, CreateFunctionBody, PublishVersionBody, UpdateFunctionCodeBody,
    UpdateFunctionConfigurationBody,
};
use super::route::Route;
use super::{
    Call, Request, event_invoke, function_urls, permissions, provisioned_concurrency, tags,
};
use crate::lambda::error::{Error, ErrorCode};
use crate::lambda::operations::{
    CreateAlias, CreateFunction, DeleteAlias, DeleteFunction, DeleteFunctionConcurrency,
    DeleteFunctionEventInvokeConfig, DeleteFunctionUrlConfig, DeleteProvisionedConcurrencyConfig,
    GetAccountSettings, GetAlias, GetFunction, GetFunctionConcurrency, GetFunctionConfiguration,
    GetFunctionEventInvokeConfig, GetFunctionUrlConfig, GetProvisionedConcurrencyConfig, Invoke,
    ListAliases, ListFunctionEventInvokeConfigs, ListFunctionUrlConfigs, ListFunctions, ListTags,
    ListVersionsByFunction, PublishVersion, PutFunctionConcurrency, UpdateAlias,
    UpdateFunctionCode, UpdateFunctionConfiguration,
};

/// The largest request that may bring a package, in bytes; it is recorded for `CreateFunction` alone.
const MAX_REQUEST: usize = 70_167_211;

/// The largest client context, in bytes of its base64.
const MAX_CLIENT_CONTEXT: usize = 3583;

/// Reads what a request asks for.
///
/// # Errors
///
/// A path or method that is no operation of the service, or a body that is not its JSON.
#[expect(clippy::too_many_lines, reason = "one arm an operation")]
pub fn read(request: &Request) -> Result<Call, Error> {
    let unknown = || {
        Error::new(
            ErrorCode::UnknownOperationException,
            format!(
                "{} {} is no operation of this service",
                request.method, request.path
            ),
        )
    };
    let route = Route::parse(&request.path).ok_or_else(unknown)?;
    let operation = match (request.method.as_str(), route) {
        ("POST", Route::Invocations(function_name)) => {
            return Ok(Call::Invoke(invoke(request, function_name)?));
        }
        ("GET", Route::Functions) => ListFunctions {
            function_version: request.query("FunctionVersion"),
            marker: request.query("Marker"),
            max_items: max_items(request)?,
        }
        .into(),
        ("POST", Route::Functions) => {
            create_function(package_body(request, "CreateFunction")?).into()
        }
        ("GET", Route::Function(function_name)) => GetFunction {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("DELETE", Route::Function(function_name)) => DeleteFunction {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("PUT", Route::Code(function_name)) => {
            update_function_code(function_name, package_body(request, "UpdateFunctionCode")?).into()
        }
        ("GET", Route::Configuration(function_name)) => GetFunctionConfiguration {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("PUT", Route::Configuration(function_name)) => {
            let body: UpdateFunctionConfigurationBody = body(request)?;
            UpdateFunctionConfiguration {
                function_name,
                settings: body.settings.into(),
                revision_id: body.revision_id,
            }
            .into()
        }
        ("GET", Route::Versions(function_name)) => ListVersionsByFunction {
            function_name,
            marker: request.query("Marker"),
            max_items: max_items(request)?,
        }
        .into(),
        ("POST", Route::Versions(function_name)) => {
            let body: PublishVersionBody = body(request)?;
            PublishVersion {
                function_name,
                description: body.description,
                code_sha256: body.code_sha256,
                revision_id: body.revision_id,
            }
            .into()
        }
        ("GET", Route::Aliases(function_name)) => ListAliases {
            function_name,
            function_version: request.query("FunctionVersion"),
            marker: request.query("Marker"),
            max_items: max_items(request)?,
        }
        .into(),
        ("POST", Route::Aliases(function_name)) => {
            create_alias(function_name, body(request)?).into()
        }
        ("GET", Route::Alias(function_name, name)) => GetAlias {
            function_name,
            name,
        }
        .into(),
        ("PUT", Route::Alias(function_name, name)) => {
            update_alias(function_name, name, body(request)?).into()
        }
        ("DELETE", Route::Alias(function_name, name)) => DeleteAlias {
            function_name,
            name,
        }
        .into(),
        ("GET", Route::Concurrency(function_name)) => {
            GetFunctionConcurrency { function_name }.into()
        }
        ("PUT", Route::Concurrency(function_name)) => {
            let body: ConcurrencyBody = body(request)?;
            PutFunctionConcurrency {
                function_name,
                reserved_concurrent_executions: body.reserved_concurrent_executions,
            }
            .into()
        }
        ("DELETE", Route::Concurrency(function_name)) => {
            DeleteFunctionConcurrency { function_name }.into()
        }
        ("POST", Route::Policy(function_name)) => {
            permissions::read_add(request, function_name)?.into()
        }
        ("GET", Route::Policy(function_name)) => {
            permissions::read_get(request, function_name).into()
        }
        ("DELETE", Route::Statement(function_name, statement_id)) => {
            permissions::read_remove(request, function_name, statement_id).into()
        }
        ("POST", Route::Tags(resource)) => tags::read_tag(request, resource)?.into(),
        ("DELETE", Route::Tags(resource)) => tags::read_untag(request, resource).into(),
        ("GET", Route::Tags(resource)) => ListTags { resource }.into(),
        ("GET", Route::AccountSettings) => GetAccountSettings.into(),
        ("PUT", Route::ProvisionedConcurrency(function_name)) => {
            provisioned_concurrency::read_put(request, function_name)?.into()
        }
        ("GET", Route::ProvisionedConcurrency(function_name))
            if provisioned_concurrency::is_list(request) =>
        {
            provisioned_concurrency::read_list(request, function_name)?.into()
        }
        ("GET", Route::ProvisionedConcurrency(function_name)) => GetProvisionedConcurrencyConfig {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("DELETE", Route::ProvisionedConcurrency(function_name)) => {
            DeleteProvisionedConcurrencyConfig {
                function_name,
                qualifier: request.query("Qualifier"),
            }
            .into()
        }
        ("POST", Route::Url(function_name)) => {
            function_urls::read_create(request, function_name)?.into()
        }
        ("PUT", Route::Url(function_name)) => {
            function_urls::read_update(request, function_name)?.into()
        }
        ("GET", Route::Url(function_name)) => GetFunctionUrlConfig {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("DELETE", Route::Url(function_name)) => DeleteFunctionUrlConfig {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("GET", Route::Urls(function_name)) => ListFunctionUrlConfigs {
            function_name,
            marker: request.query("Marker"),
            max_items: max_items(request)?,
        }
        .into(),
        ("PUT", Route::EventInvokeConfig(function_name)) => {
            event_invoke::read_put(request, function_name)?.into()
        }
        ("POST", Route::EventInvokeConfig(function_name)) => {
            event_invoke::read_update(request, function_name)?.into()
        }
        ("GET", Route::EventInvokeConfig(function_name)) => GetFunctionEventInvokeConfig {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("DELETE", Route::EventInvokeConfig(function_name)) => DeleteFunctionEventInvokeConfig {
            function_name,
            qualifier: request.query("Qualifier"),
        }
        .into(),
        ("GET", Route::EventInvokeConfigs(function_name)) => ListFunctionEventInvokeConfigs {
            function_name,
            marker: request.query("Marker"),
            max_items: max_items(request)?,
        }
        .into(),
        _ => return Err(unknown()),
    };
    Ok(Call::Operation(operation))
}

pub(super) fn body<T: DeserializeOwned + Default>(request: &Request) -> Result<T, Error> {
    if request.body.is_empty() {
        return Ok(T::default());
    }
    serde_json::from_slice(&request.body).map_err(|error| {
        if error.is_data() {
            Error::new(ErrorCode::SerializationException, error.to_string())
        } else {
            Error::new(
                ErrorCode::InvalidRequestContentException,
                format!("Could not parse request body into json: {error}"),
            )
        }
    })
}

/// The body of a request that brings a package, which may be this large as a whole.
fn package_body<T: DeserializeOwned + Default>(
    request: &Request,
    operation: &str,
) -> Result<T, Error> {
    if request.body.len() > MAX_REQUEST {
        return Err(Error::new(
            ErrorCode::RequestEntityTooLargeException,
            format!(
                "Request must be smaller than {MAX_REQUEST} bytes for the {operation} operation"
            ),
        ));
    }
    body(request)
}

pub(super) fn max_items(request: &Request) -> Result<Option<i64>, Error> {
    let Some(text) = request.query("MaxItems") else {
        return Ok(None);
    };
    text.parse().map(Some).map_err(|_| {
        Error::new(
            ErrorCode::SerializationException,
            format!("'{text}' can not be converted to an Integer"),
        )
    })
}

fn create_function(body: CreateFunctionBody) -> CreateFunction {
    CreateFunction {
        function_name: body.function_name,
        zip_file: body.code.zip_file.map(|zip| zip.0),
        s3_bucket: body.code.s3_bucket,
        package_type: body.package_type,
        settings: body.settings.into(),
        architectures: body.architectures,
        tags: body.tags,
        publish: body.publish,
    }
}

fn update_function_code(function_name: String, body: UpdateFunctionCodeBody) -> UpdateFunctionCode {
    UpdateFunctionCode {
        function_name,
        zip_file: body.zip_file.map(|zip| zip.0),
        s3_bucket: body.s3_bucket,
        image_uri: body.image_uri,
        architectures: body.architectures,
        publish: body.publish,
        dry_run: body.dry_run,
        revision_id: body.revision_id,
    }
}

fn create_alias(function_name: String, body: AliasBody) -> CreateAlias {
    CreateAlias {
        function_name,
        name: body.name,
        function_version: body.function_version,
        description: body.description,
        weights: body
            .routing_config
            .and_then(|routing| routing.additional_version_weights)
            .unwrap_or_default(),
    }
}

fn update_alias(function_name: String, name: String, body: AliasBody) -> UpdateAlias {
    UpdateAlias {
        function_name,
        name,
        function_version: body.function_version,
        description: body.description,
        // An empty `RoutingConfig` takes the weights away as an empty map does.
        weights: body
            .routing_config
            .map(|routing| routing.additional_version_weights.unwrap_or_default()),
        revision_id: body.revision_id,
    }
}

fn invoke(request: &Request, function_name: String) -> Result<Invoke, Error> {
    let client_context = request.header("x-amz-client-context");
    Ok(Invoke {
        function_name,
        qualifier: request.query("Qualifier"),
        invocation_type: request.header("x-amz-invocation-type"),
        log_type: request.header("x-amz-log-type"),
        client_context: client_context.map(|text| context(&text)).transpose()?,
        payload: Rc::clone(&request.body),
    })
}

/// The client context: a JSON object that travels in base64.
fn context(text: &str) -> Result<String, Error> {
    let is_object = |json: &String| {
        json.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(json).is_ok()
    };
    Some(text)
        .filter(|text| text.len() <= MAX_CLIENT_CONTEXT)
        .and_then(|text| BASE64_STANDARD.decode(text).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .filter(is_object)
        .ok_or_else(|| {
            Error::new(
                ErrorCode::InvalidRequestContentException,
                "Client context must be a valid Base64-encoded JSON object.",
            )
        })
}
