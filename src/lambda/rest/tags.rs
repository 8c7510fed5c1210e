//! The requests and answers of tags and of account settings.

use serde::{Deserialize, Serialize};

use super::read::body;
use super::responses::json;
use super::route::Route;
use super::{Request, Response};
use crate::lambda::error::Error;
use crate::lambda::function::Tags;
use crate::lambda::operations::{AccountSettings, ListTags, TagResource, UntagResource};
use crate::lambda::package::Package;

/// The body of `TagResource`, and of the answer to `ListTags`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct TagsBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Tags>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AccountSettingsBody {
    account_limit: AccountLimit,
    account_usage: AccountUsage,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AccountLimit {
    total_code_size: u64,
    code_size_unzipped: u64,
    code_size_zipped: usize,
    concurrent_executions: u32,
    unreserved_concurrent_executions: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AccountUsage {
    total_code_size: u64,
    function_count: usize,
}

pub(super) fn read_tag(request: &Request, resource: String) -> Result<TagResource, Error> {
    let body: TagsBody = body(request)?;
    Ok(TagResource {
        resource,
        tags: body.tags,
    })
}

pub(super) fn write_tag(operation: TagResource) -> Request {
    Route::Tags(operation.resource)
        .request("POST")
        .with_body(&TagsBody {
            tags: operation.tags,
        })
}

pub(super) fn read_untag(request: &Request, resource: String) -> UntagResource {
    UntagResource {
        resource,
        tag_keys: request.queries("tagKeys"),
    }
}

pub(super) fn write_untag(operation: UntagResource) -> Request {
    let request = Route::Tags(operation.resource).request("DELETE");
    let keys = operation.tag_keys.into_iter();
    keys.fold(request, |request, key| {
        request.with_query("tagKeys", Some(key))
    })
}

pub(super) fn write_list(operation: ListTags) -> Request {
    Route::Tags(operation.resource).request("GET")
}

pub(super) fn tags(tags: &Tags) -> Response {
    json(
        200,
        &TagsBody {
            tags: Some(tags.clone()),
        },
    )
}

pub(super) fn account_settings(settings: &AccountSettings) -> Response {
    json(
        200,
        &AccountSettingsBody {
            account_limit: AccountLimit {
                total_code_size: AccountSettings::MAX_TOTAL_CODE_SIZE,
                code_size_unzipped: Package::MAX_UNZIPPED,
                code_size_zipped: Package::MAX_ZIPPED,
                concurrent_executions: AccountSettings::CONCURRENCY,
                unreserved_concurrent_executions: settings.unreserved_concurrency,
            },
            account_usage: AccountUsage {
                total_code_size: settings.total_code_size,
                function_count: settings.function_count,
            },
        },
    )
}
