use std::collections::BTreeMap;

use serde::Serialize;

use super::{Conditions, Policy, Principal, Statement};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PolicyDocument<'a> {
    version: &'static str,
    id: &'static str,
    statement: Vec<StatementDocument<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct StatementDocument<'a> {
    sid: &'a str,
    effect: &'static str,
    principal: PrincipalDocument<'a>,
    action: &'a str,
    resource: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    condition: ConditionDocument<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum PrincipalDocument<'a> {
    Everyone(&'static str),
    Somebody(BTreeMap<&'static str, &'a str>),
}

/// Values by key, by operator.
type ConditionDocument<'a> = BTreeMap<&'static str, BTreeMap<&'static str, &'a str>>;

pub(super) fn policy(policy: &Policy) -> String {
    written(&PolicyDocument {
        version: "2012-10-17",
        id: "default",
        statement: policy
            .statements
            .iter()
            .map(StatementDocument::from)
            .collect(),
    })
}

pub(super) fn statement(statement: &Statement) -> String {
    written(&StatementDocument::from(statement))
}

fn written(document: &impl Serialize) -> String {
    serde_json::to_string(document).unwrap_or_default()
}

impl<'a> From<&'a Statement> for StatementDocument<'a> {
    fn from(statement: &'a Statement) -> Self {
        Self {
            sid: &statement.id,
            effect: "Allow",
            principal: PrincipalDocument::from(&statement.principal),
            action: &statement.action,
            resource: statement.resource.to_string(),
            condition: condition(&statement.conditions),
        }
    }
}

impl<'a> From<&'a Principal> for PrincipalDocument<'a> {
    fn from(principal: &'a Principal) -> Self {
        match principal {
            Principal::Everyone => Self::Everyone("*"),
            Principal::Service(name) => Self::Somebody(BTreeMap::from([("Service", &**name)])),
            Principal::Aws(arn) => Self::Somebody(BTreeMap::from([("AWS", &**arn)])),
        }
    }
}

fn condition(conditions: &Conditions) -> ConditionDocument<'_> {
    let flag = |value| if value { "true" } else { "false" };
    let equal = "StringEquals";
    let required = [
        ("ArnLike", "AWS:SourceArn", conditions.source_arn.as_deref()),
        (
            equal,
            "AWS:SourceAccount",
            conditions.source_account.as_deref(),
        ),
        (
            equal,
            "aws:PrincipalOrgID",
            conditions.principal_org_id.as_deref(),
        ),
        (
            equal,
            "lambda:EventSourceToken",
            conditions.event_source_token.as_deref(),
        ),
        (
            equal,
            "lambda:FunctionUrlAuthType",
            conditions.function_url_auth_type.as_deref(),
        ),
        (
            "Bool",
            "lambda:InvokedViaFunctionUrl",
            conditions.invoked_via_function_url.map(flag),
        ),
    ];
    let mut document = ConditionDocument::new();
    for (operator, key, value) in required {
        if let Some(value) = value {
            document.entry(operator).or_default().insert(key, value);
        }
    }
    document
}
