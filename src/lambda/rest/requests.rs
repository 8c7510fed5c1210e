use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::bodies::{
    AliasBody, Base64, CodeBody, ConcurrencyBody, CreateFunctionBody, PublishVersionBody,
    RoutingConfig, UpdateFunctionCodeBody, UpdateFunctionConfigurationBody,
};
use super::route::Route;
use super::{Call, Request};
use crate::lambda::error::{Error, ErrorCode};
use crate::lambda::operations::{
    CreateAlias, CreateFunction, DeleteAlias, DeleteFunction, DeleteFunctionConcurrency, GetAlias,
    GetFunction, GetFunctionConcurrency, GetFunctionConfiguration, Invoke, ListAliases,
    ListFunctions, ListVersionsByFunction, Operation, PublishVersion, PutFunctionConcurrency,
    UpdateAlias, UpdateFunctionCode, UpdateFunctionConfiguration,
};

/// Reads what a request asks for.
///
/// # Errors
///
/// A path or method that is no operation of the service, or a body that is not its JSON.
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
        ("POST", Route::Functions) => create_function(body(request)?).into(),
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
            update_function_code(function_name, body(request)?).into()
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
        _ => return Err(unknown()),
    };
    Ok(Call::Operation(operation))
}

/// Writes the request that stands for an operation: reading it gives the operation back.
#[must_use]
pub fn write(operation: &Operation) -> Request {
    let request = |method: &str, route: Route| Request::new(method, &route.path(method));
    match operation.clone() {
        Operation::CreateFunction(operation) => {
            let body = CreateFunctionBody {
                function_name: operation.function_name,
                code: CodeBody {
                    zip_file: operation.zip_file.map(Base64),
                },
                architectures: operation.architectures,
                publish: operation.publish,
                settings: (&operation.settings).into(),
            };
            request("POST", Route::Functions).with_body(&body)
        }
        Operation::UpdateFunctionCode(operation) => {
            let body = UpdateFunctionCodeBody {
                zip_file: operation.zip_file.map(Base64),
                architectures: operation.architectures,
                publish: operation.publish,
                dry_run: operation.dry_run,
                revision_id: operation.revision_id,
            };
            request("PUT", Route::Code(operation.function_name)).with_body(&body)
        }
        Operation::UpdateFunctionConfiguration(operation) => {
            let body = UpdateFunctionConfigurationBody {
                revision_id: operation.revision_id,
                settings: (&operation.settings).into(),
            };
            request("PUT", Route::Configuration(operation.function_name)).with_body(&body)
        }
        Operation::PublishVersion(operation) => {
            let body = PublishVersionBody {
                description: operation.description,
                code_sha256: operation.code_sha256,
                revision_id: operation.revision_id,
            };
            request("POST", Route::Versions(operation.function_name)).with_body(&body)
        }
        Operation::CreateAlias(operation) => {
            let weights = operation.weights;
            let body = AliasBody {
                name: Some(operation.name),
                function_version: Some(operation.function_version),
                description: operation.description,
                routing_config: (!weights.is_empty()).then_some(RoutingConfig {
                    additional_version_weights: Some(weights),
                }),
                revision_id: None,
            };
            request("POST", Route::Aliases(operation.function_name)).with_body(&body)
        }
        Operation::UpdateAlias(operation) => {
            let body = AliasBody {
                name: None,
                function_version: operation.function_version,
                description: operation.description,
                routing_config: operation.weights.map(|weights| RoutingConfig {
                    additional_version_weights: Some(weights),
                }),
                revision_id: operation.revision_id,
            };
            request("PUT", Route::Alias(operation.function_name, operation.name)).with_body(&body)
        }
        Operation::PutFunctionConcurrency(operation) => {
            let body = ConcurrencyBody {
                reserved_concurrent_executions: operation.reserved_concurrent_executions,
            };
            request("PUT", Route::Concurrency(operation.function_name)).with_body(&body)
        }
        Operation::DeleteFunctionConcurrency(operation) => {
            request("DELETE", Route::Concurrency(operation.function_name))
        }
        Operation::GetFunctionConcurrency(operation) => {
            request("GET", Route::Concurrency(operation.function_name))
        }
        Operation::DeleteAlias(operation) => request(
            "DELETE",
            Route::Alias(operation.function_name, operation.name),
        ),
        Operation::GetAlias(operation) => {
            request("GET", Route::Alias(operation.function_name, operation.name))
        }
        Operation::DeleteFunction(operation) => {
            request("DELETE", Route::Function(operation.function_name))
                .with_query("Qualifier", operation.qualifier)
        }
        Operation::GetFunction(operation) => {
            request("GET", Route::Function(operation.function_name))
                .with_query("Qualifier", operation.qualifier)
        }
        Operation::GetFunctionConfiguration(operation) => {
            request("GET", Route::Configuration(operation.function_name))
                .with_query("Qualifier", operation.qualifier)
        }
        Operation::ListAliases(operation) => {
            request("GET", Route::Aliases(operation.function_name))
                .with_query("FunctionVersion", operation.function_version)
                .with_query("Marker", operation.marker)
                .with_query(
                    "MaxItems",
                    operation.max_items.map(|items| items.to_string()),
                )
        }
        Operation::ListFunctions(operation) => request("GET", Route::Functions)
            .with_query("FunctionVersion", operation.function_version)
            .with_query("Marker", operation.marker)
            .with_query(
                "MaxItems",
                operation.max_items.map(|items| items.to_string()),
            ),
        Operation::ListVersionsByFunction(operation) => {
            request("GET", Route::Versions(operation.function_name))
                .with_query("Marker", operation.marker)
                .with_query(
                    "MaxItems",
                    operation.max_items.map(|items| items.to_string()),
                )
        }
    }
}

impl Request {
    fn with_query(mut self, name: &str, value: Option<String>) -> Self {
        self.query
            .extend(value.map(|value| (name.to_owned(), value)));
        self
    }

    fn with_body(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_vec(body).unwrap_or_default().into();
        self
    }
}

fn body<T: DeserializeOwned + Default>(request: &Request) -> Result<T, Error> {
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

fn max_items(request: &Request) -> Result<Option<i64>, Error> {
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
        settings: body.settings.into(),
        architectures: body.architectures,
        publish: body.publish,
    }
}

fn update_function_code(function_name: String, body: UpdateFunctionCodeBody) -> UpdateFunctionCode {
    UpdateFunctionCode {
        function_name,
        zip_file: body.zip_file.map(|zip| zip.0),
        architectures: body.architectures,
        publish: body.publish,
        dry_run: body.dry_run,
        revision_id: body.revision_id,
    }
}

fn create_alias(function_name: String, body: AliasBody) -> CreateAlias {
    CreateAlias {
        function_name,
        name: body.name.unwrap_or_default(),
        function_version: body.function_version.unwrap_or_default(),
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

/// The client context: JSON that travels in base64.
fn context(text: &str) -> Result<String, Error> {
    BASE64_STANDARD
        .decode(text)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .filter(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
        .ok_or_else(|| {
            Error::new(
                ErrorCode::InvalidRequestContentException,
                "Client context must be a valid Base64-encoded JSON object.",
            )
        })
}
