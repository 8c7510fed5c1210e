use crate::lambda::{
    Cors, CreateFunctionUrlConfig, DeleteFunctionEventInvokeConfig, DeleteFunctionUrlConfig,
    DeleteProvisionedConcurrencyConfig, Destinations, EventInvokeSettings,
    GetFunctionEventInvokeConfig, GetFunctionUrlConfig, GetProvisionedConcurrencyConfig,
    ListFunctionEventInvokeConfigs, ListFunctionUrlConfigs, ListProvisionedConcurrencyConfigs,
    Operation, PutFunctionEventInvokeConfig, PutProvisionedConcurrencyConfig,
    UpdateFunctionEventInvokeConfig, UpdateFunctionUrlConfig, UrlSettings,
};

/// An operation of every kind on what hangs on a qualifier, with every member set.
#[expect(clippy::too_many_lines, reason = "one entry an operation")]
pub(super) fn every_attaching_operation() -> Vec<Operation> {
    let function_name = || "fn:with space/and:colon".to_owned();
    let some = |text: &str| Some(text.to_owned());
    let url = UrlSettings {
        auth_type: some("NONE"),
        cors: Some(Cors {
            allow_credentials: Some(true),
            allow_headers: Some(vec!["date".into()]),
            allow_methods: Some(vec!["GET".into(), "*".into()]),
            allow_origins: Some(vec![]),
            expose_headers: Some(vec!["x".into()]),
            max_age: Some(0),
        }),
        invoke_mode: some("BUFFERED"),
    };
    let events = EventInvokeSettings {
        maximum_retry_attempts: Some(0),
        maximum_event_age_in_seconds: Some(60),
        destinations: Some(Destinations {
            on_success: None,
            on_failure: some("arn"),
        }),
    };
    vec![
        PutProvisionedConcurrencyConfig {
            function_name: function_name(),
            qualifier: some("live"),
            provisioned_concurrent_executions: Some(5),
        }
        .into(),
        GetProvisionedConcurrencyConfig {
            function_name: function_name(),
            qualifier: some("live"),
        }
        .into(),
        DeleteProvisionedConcurrencyConfig {
            function_name: function_name(),
            qualifier: some("live"),
        }
        .into(),
        ListProvisionedConcurrencyConfigs {
            function_name: function_name(),
            marker: some("live"),
            max_items: Some(5),
        }
        .into(),
        CreateFunctionUrlConfig {
            function_name: function_name(),
            qualifier: some("live"),
            settings: url.clone(),
        }
        .into(),
        GetFunctionUrlConfig {
            function_name: function_name(),
            qualifier: some("live"),
        }
        .into(),
        UpdateFunctionUrlConfig {
            function_name: function_name(),
            qualifier: some("live"),
            settings: url,
        }
        .into(),
        DeleteFunctionUrlConfig {
            function_name: function_name(),
            qualifier: some("live"),
        }
        .into(),
        ListFunctionUrlConfigs {
            function_name: function_name(),
            marker: some("live"),
            max_items: Some(5),
        }
        .into(),
        PutFunctionEventInvokeConfig {
            function_name: function_name(),
            qualifier: some("live"),
            settings: events.clone(),
        }
        .into(),
        UpdateFunctionEventInvokeConfig {
            function_name: function_name(),
            qualifier: some("live"),
            settings: events,
        }
        .into(),
        GetFunctionEventInvokeConfig {
            function_name: function_name(),
            qualifier: some("live"),
        }
        .into(),
        DeleteFunctionEventInvokeConfig {
            function_name: function_name(),
            qualifier: some("live"),
        }
        .into(),
        ListFunctionEventInvokeConfigs {
            function_name: function_name(),
            marker: some("live"),
            max_items: Some(5),
        }
        .into(),
    ]
}
