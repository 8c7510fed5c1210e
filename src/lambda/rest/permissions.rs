//! The requests and answers of resource policies.

use serde::{Deserialize, Serialize};

use super::read::body;
use super::responses::json;
use super::route::Route;
use super::{Request, Response};
use crate::lambda::error::Error;
use crate::lambda::operations::{AddPermission, GetPolicy, RemovePermission};
use crate::lambda::policy::{Policy, Statement};

#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct AddPermissionBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    statement_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    principal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_arn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_account: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_source_token: Option<String>,
    #[serde(rename = "PrincipalOrgID", skip_serializing_if = "Option::is_none")]
    principal_org_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    function_url_auth_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    invoked_via_function_url: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision_id: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct StatementBody {
    statement: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PolicyBody {
    policy: String,
    revision_id: String,
}

pub(super) fn read_add(request: &Request, function_name: String) -> Result<AddPermission, Error> {
    let body: AddPermissionBody = body(request)?;
    Ok(AddPermission {
        function_name,
        qualifier: request.query("Qualifier"),
        statement_id: body.statement_id,
        action: body.action,
        principal: body.principal,
        source_arn: body.source_arn,
        source_account: body.source_account,
        event_source_token: body.event_source_token,
        principal_org_id: body.principal_org_id,
        function_url_auth_type: body.function_url_auth_type,
        invoked_via_function_url: body.invoked_via_function_url,
        revision_id: body.revision_id,
    })
}

pub(super) fn write_add(operation: AddPermission) -> Request {
    Route::Policy(operation.function_name)
        .request("POST")
        .with_query("Qualifier", operation.qualifier)
        .with_body(&AddPermissionBody {
            statement_id: operation.statement_id,
            action: operation.action,
            principal: operation.principal,
            source_arn: operation.source_arn,
            source_account: operation.source_account,
            event_source_token: operation.event_source_token,
            principal_org_id: operation.principal_org_id,
            function_url_auth_type: operation.function_url_auth_type,
            invoked_via_function_url: operation.invoked_via_function_url,
            revision_id: operation.revision_id,
        })
}

pub(super) fn read_get(request: &Request, function_name: String) -> GetPolicy {
    GetPolicy {
        function_name,
        qualifier: request.query("Qualifier"),
    }
}

pub(super) fn write_get(operation: GetPolicy) -> Request {
    Route::Policy(operation.function_name)
        .request("GET")
        .with_query("Qualifier", operation.qualifier)
}

pub(super) fn read_remove(
    request: &Request,
    function_name: String,
    statement_id: String,
) -> RemovePermission {
    RemovePermission {
        function_name,
        statement_id,
        qualifier: request.query("Qualifier"),
        revision_id: request.query("RevisionId"),
    }
}

pub(super) fn write_remove(operation: RemovePermission) -> Request {
    Route::Statement(operation.function_name, operation.statement_id)
        .request("DELETE")
        .with_query("Qualifier", operation.qualifier)
        .with_query("RevisionId", operation.revision_id)
}

pub(super) fn added(statement: &Statement) -> Response {
    json(
        201,
        &StatementBody {
            statement: statement.document(),
        },
    )
}

pub(super) fn policy(policy: &Policy) -> Response {
    json(
        200,
        &PolicyBody {
            policy: policy.document(),
            revision_id: policy.revision().to_string(),
        },
    )
}
