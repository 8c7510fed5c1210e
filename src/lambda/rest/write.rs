use serde::Serialize;

use super::bodies::{
    AliasBody, Base64, CodeBody, ConcurrencyBody, CreateFunctionBody, PublishVersionBody,
    RoutingConfig, UpdateFunctionCodeBody, UpdateFunctionConfigurationBody,
};
use super::route::Route;
use super::{Request, event_invoke, function_urls, permissions, provisioned_concurrency, tags};
use crate::lambda::operations::Operation;

/// Writes the request that stands for an operation: reading it gives the operation back.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm an operation")]
pub fn write(operation: &Operation) -> Request {
    let request = |method: &str, route: Route| route.request(method);
    match operation.clone() {
        Operation::AddPermission(operation) => permissions::write_add(operation),
        Operation::GetPolicy(operation) => permissions::write_get(operation),
        Operation::GetAccountSettings(_) => request("GET", Route::AccountSettings),
        Operation::ListTags(operation) => tags::write_list(operation),
        Operation::TagResource(operation) => tags::write_tag(operation),
        Operation::UntagResource(operation) => tags::write_untag(operation),
        Operation::RemovePermission(operation) => permissions::write_remove(operation),
        Operation::CreateFunction(operation) => {
            let body = CreateFunctionBody {
                function_name: operation.function_name,
                package_type: operation.package_type,
                code: CodeBody {
                    zip_file: operation.zip_file.map(Base64),
                    s3_bucket: operation.s3_bucket,
                },
                architectures: operation.architectures,
                tags: operation.tags,
                publish: operation.publish,
                settings: (&operation.settings).into(),
            };
            request("POST", Route::Functions).with_body(&body)
        }
        Operation::UpdateFunctionCode(operation) => {
            let body = UpdateFunctionCodeBody {
                zip_file: operation.zip_file.map(Base64),
                s3_bucket: operation.s3_bucket,
                image_uri: operation.image_uri,
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
                name: operation.name,
                function_version: operation.function_version,
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
                .with_page(operation.marker, operation.max_items)
        }
        Operation::ListFunctions(operation) => request("GET", Route::Functions)
            .with_query("FunctionVersion", operation.function_version)
            .with_page(operation.marker, operation.max_items),
        Operation::ListVersionsByFunction(operation) => {
            request("GET", Route::Versions(operation.function_name))
                .with_page(operation.marker, operation.max_items)
        }
        Operation::PutProvisionedConcurrencyConfig(operation) => {
            provisioned_concurrency::write_put(operation)
        }
        Operation::ListProvisionedConcurrencyConfigs(operation) => {
            provisioned_concurrency::write_list(operation)
        }
        Operation::GetProvisionedConcurrencyConfig(operation) => request(
            "GET",
            Route::ProvisionedConcurrency(operation.function_name),
        )
        .with_query("Qualifier", operation.qualifier),
        Operation::DeleteProvisionedConcurrencyConfig(operation) => request(
            "DELETE",
            Route::ProvisionedConcurrency(operation.function_name),
        )
        .with_query("Qualifier", operation.qualifier),
        Operation::CreateFunctionUrlConfig(operation) => function_urls::write_create(operation),
        Operation::UpdateFunctionUrlConfig(operation) => function_urls::write_update(operation),
        Operation::GetFunctionUrlConfig(operation) => {
            request("GET", Route::Url(operation.function_name))
                .with_query("Qualifier", operation.qualifier)
        }
        Operation::DeleteFunctionUrlConfig(operation) => {
            request("DELETE", Route::Url(operation.function_name))
                .with_query("Qualifier", operation.qualifier)
        }
        Operation::ListFunctionUrlConfigs(operation) => {
            request("GET", Route::Urls(operation.function_name))
                .with_page(operation.marker, operation.max_items)
        }
        Operation::PutFunctionEventInvokeConfig(operation) => event_invoke::write_put(operation),
        Operation::UpdateFunctionEventInvokeConfig(operation) => {
            event_invoke::write_update(operation)
        }
        Operation::GetFunctionEventInvokeConfig(operation) => {
            request("GET", Route::EventInvokeConfig(operation.function_name))
                .with_query("Qualifier", operation.qualifier)
        }
        Operation::DeleteFunctionEventInvokeConfig(operation) => {
            request("DELETE", Route::EventInvokeConfig(operation.function_name))
                .with_query("Qualifier", operation.qualifier)
        }
        Operation::ListFunctionEventInvokeConfigs(operation) => {
            request("GET", Route::EventInvokeConfigs(operation.function_name))
                .with_page(operation.marker, operation.max_items)
        }
    }
}

impl Request {
    pub(super) fn with_query(mut self, name: &str, value: Option<String>) -> Self {
        self.query
            .extend(value.map(|value| (name.to_owned(), value)));
        self
    }

    pub(super) fn with_page(self, marker: Option<String>, max_items: Option<i64>) -> Self {
        self.with_query("Marker", marker)
            .with_query("MaxItems", max_items.map(|items| items.to_string()))
    }

    pub(super) fn with_body(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_vec(body).unwrap_or_default().into();
        self
    }
}
