mod attached;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use self::attached::every_attaching_operation;
use super::*;
use crate::lambda::operations::{
    AddPermission, CreateAlias, CreateFunction, DeleteAlias, DeleteFunction,
    DeleteFunctionConcurrency, GetAccountSettings, GetAlias, GetFunction, GetFunctionConcurrency,
    GetFunctionConfiguration, GetPolicy, ListAliases, ListFunctions, ListTags,
    ListVersionsByFunction, LoggingSettings, PublishVersion, PutFunctionConcurrency,
    RemovePermission, Settings, TagResource, UntagResource, UpdateAlias, UpdateFunctionCode,
    UpdateFunctionConfiguration,
};

/// An operation of every kind, with every member set.
#[expect(clippy::too_many_lines, reason = "one entry an operation")]
fn every_operation() -> Vec<Operation> {
    let function_name = || "fn:with space/and:colon".to_owned();
    let some = |text: &str| Some(text.to_owned());
    let settings = Settings {
        description: some("text"),
        runtime: some("python3.8"),
        handler: some("index.handler"),
        role: some("role"),
        timeout: Some(9),
        memory_size: Some(256),
        environment: Some(vec![
            ("NAME".into(), "välue".into()),
            ("A".into(), "\"b\"".into()),
        ]),
        ephemeral_storage: Some(1024),
        dead_letter_target: some("arn"),
        tracing_mode: some("Active"),
        logging: LoggingSettings {
            format: some("JSON"),
            application_level: some("WARN"),
            system_level: some("DEBUG"),
            group: some("/my/group"),
        },
        snap_start: some("PublishedVersions"),
        layers: Some(vec!["layer".into()]),
    };
    let weights = || BTreeMap::from([("2".to_owned(), Some(0.1))]);
    let tags = || BTreeMap::from([("käy".to_owned(), "a b+c".to_owned())]);
    vec![
        AddPermission {
            function_name: function_name(),
            qualifier: some("live"),
            statement_id: some("s3"),
            action: some("lambda:InvokeFunction"),
            principal: some("s3.amazonaws.com"),
            source_arn: some("arn"),
            source_account: some("123456789012"),
            event_source_token: some("token"),
            principal_org_id: some("o-abcdefghij"),
            function_url_auth_type: some("NONE"),
            invoked_via_function_url: Some(true),
            revision_id: some("revision"),
        }
        .into(),
        CreateAlias {
            function_name: function_name(),
            name: Some("live".into()),
            function_version: Some("1".into()),
            description: some("text"),
            weights: weights(),
        }
        .into(),
        CreateFunction {
            function_name: Some(function_name()),
            zip_file: Some(Rc::from(*b"zip")),
            s3_bucket: some("bucket"),
            settings: settings.clone(),
            package_type: some("Zip"),
            architectures: Some(vec!["arm64".into()]),
            tags: tags(),
            publish: true,
        }
        .into(),
        DeleteAlias {
            function_name: function_name(),
            name: "live".into(),
        }
        .into(),
        DeleteFunction {
            function_name: function_name(),
            qualifier: some("$LATEST"),
        }
        .into(),
        DeleteFunctionConcurrency {
            function_name: function_name(),
        }
        .into(),
        GetAccountSettings.into(),
        GetAlias {
            function_name: function_name(),
            name: "live".into(),
        }
        .into(),
        GetFunction {
            function_name: function_name(),
            qualifier: some("a&b=c"),
        }
        .into(),
        GetFunctionConcurrency {
            function_name: function_name(),
        }
        .into(),
        GetFunctionConfiguration {
            function_name: function_name(),
            qualifier: None,
        }
        .into(),
        GetPolicy {
            function_name: function_name(),
            qualifier: some("live"),
        }
        .into(),
        ListAliases {
            function_name: function_name(),
            function_version: some("1"),
            marker: some("a+b"),
            max_items: Some(5),
        }
        .into(),
        ListFunctions {
            function_version: some("ALL"),
            marker: some("a:$LATEST"),
            max_items: Some(5),
        }
        .into(),
        ListVersionsByFunction {
            function_name: function_name(),
            marker: some("7"),
            max_items: Some(5),
        }
        .into(),
        ListTags {
            resource: "arn:aws:lambda".into(),
        }
        .into(),
        PublishVersion {
            function_name: function_name(),
            description: some("text"),
            code_sha256: some("digest"),
            revision_id: some("revision"),
        }
        .into(),
        PutFunctionConcurrency {
            function_name: function_name(),
            reserved_concurrent_executions: Some(5),
        }
        .into(),
        RemovePermission {
            function_name: function_name(),
            statement_id: "s3".into(),
            qualifier: some("live"),
            revision_id: some("revision"),
        }
        .into(),
        TagResource {
            resource: "arn:aws:lambda".into(),
            tags: Some(tags()),
        }
        .into(),
        UntagResource {
            resource: "arn:aws:lambda".into(),
            tag_keys: vec!["käy".into(), "a+b".into()],
        }
        .into(),
        UpdateAlias {
            function_name: function_name(),
            name: "live".into(),
            function_version: some("2"),
            description: some("text"),
            weights: Some(weights()),
            revision_id: some("revision"),
        }
        .into(),
        UpdateFunctionCode {
            function_name: function_name(),
            zip_file: Some(Rc::from(*b"zip")),
            s3_bucket: some("bucket"),
            image_uri: some("image"),
            architectures: Some(vec!["arm64".into()]),
            publish: true,
            dry_run: true,
            revision_id: some("revision"),
        }
        .into(),
        UpdateFunctionConfiguration {
            function_name: function_name(),
            settings,
            revision_id: some("revision"),
        }
        .into(),
    ]
}

#[test]
fn every_operation_is_read_back_from_the_request_that_stands_for_it() {
    for operation in every_operation()
        .into_iter()
        .chain(every_attaching_operation())
    {
        let written = write(&operation);
        let mut sent = Request::new(&written.method, &written.path_and_query());
        sent.body = written.body;
        assert_eq!(read(&sent), Ok(Call::Operation(operation)));
    }
}

#[test]
fn an_operation_without_its_optional_members_sends_none_of_them() {
    let request = write(
        &UpdateAlias {
            function_name: "fn".into(),
            name: "live".into(),
            ..UpdateAlias::default()
        }
        .into(),
    );
    assert_eq!(request.path, "/2015-03-31/functions/fn/aliases/live");
    assert_eq!(&*request.body, b"{}");
}

#[test]
fn host_and_fragment_do_not_matter() {
    let request = Request::new(
        "get",
        "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/?MaxItems=1#top",
    );
    assert_eq!(request.method, "GET");
    assert_eq!(request.path, "/2015-03-31/functions/");
    assert_eq!(request.query("MaxItems").as_deref(), Some("1"));
    assert!(matches!(
        read(&request),
        Ok(Call::Operation(Operation::ListFunctions(_)))
    ));
}

#[track_caller]
fn refused(method: &str, url: &str, body: &str, code: &str) {
    let mut request = Request::new(method, url);
    request.body = body.as_bytes().into();
    assert_eq!(read(&request).unwrap_err().code(), code);
}

#[test]
fn what_is_no_request_of_the_api_gets_an_error() {
    refused("GET", "/", "", "UnknownOperationException");
    refused(
        "PATCH",
        "/2015-03-31/functions/fn",
        "",
        "UnknownOperationException",
    );
    refused(
        "GET",
        "/2014-11-13/functions/fn",
        "",
        "UnknownOperationException",
    );
    let functions = "/2015-03-31/functions";
    refused("POST", functions, "{", "InvalidRequestContentException");
    refused("POST", functions, "[]", "SerializationException");
    refused(
        "POST",
        functions,
        r#"{"Timeout":"three"}"#,
        "SerializationException",
    );
    refused(
        "POST",
        functions,
        r#"{"Code":{"ZipFile":"*"}}"#,
        "SerializationException",
    );
    refused(
        "GET",
        "/2015-03-31/functions?MaxItems=many",
        "",
        "SerializationException",
    );
}

#[test]
fn an_invocation_is_read_from_path_query_and_headers() {
    let mut request = Request::new(
        "POST",
        "/2015-03-31/functions/fn/invocations?Qualifier=live",
    );
    request.headers = [
        ("x-amz-invocation-type", "Event"),
        ("x-amz-log-type", "Tail"),
        ("x-amz-client-context", "eyJjdXN0b20iOnt9fQ=="),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    request.body = Rc::from(*b"{}");
    let Ok(Call::Invoke(invoke)) = read(&request) else {
        panic!("not an invocation");
    };
    assert_eq!(invoke.function_name, "fn");
    assert_eq!(invoke.qualifier.as_deref(), Some("live"));
    assert_eq!(invoke.invocation_type.as_deref(), Some("Event"));
    assert_eq!(invoke.log_type.as_deref(), Some("Tail"));
    assert_eq!(invoke.client_context.as_deref(), Some(r#"{"custom":{}}"#));
    assert_eq!(&*invoke.payload, b"{}");
}

#[test]
fn a_client_context_is_a_json_object_in_up_to_3583_bytes_of_base64() {
    let read = |context: &str| {
        let mut request = Request::new("POST", "/2015-03-31/functions/fn/invocations");
        let header = ("x-amz-client-context".to_owned(), context.to_owned());
        request.headers = vec![header];
        match read(&request) {
            Ok(Call::Invoke(invoke)) => Ok(invoke.client_context.unwrap()),
            Ok(call) => panic!("{call:?}"),
            Err(error) => Err(error.to_string()),
        }
    };
    let of_size = |size: usize| BASE64_STANDARD.encode(format!("{{{}}}", " ".repeat(size - 2)));
    let refused = "Client context must be a valid Base64-encoded JSON object.";
    let refused = || Err(refused.to_owned());
    assert_eq!(read("eyJjdXN0b20iOnt9fQ=="), Ok(r#"{"custom":{}}"#.into()));
    assert_eq!(read("*"), refused());
    for json in ["[]", "1", "null", "\"text\"", "{", ""] {
        assert_eq!(read(&BASE64_STANDARD.encode(json)), refused(), "{json}");
    }
    // Base64 comes in fours: 3580 bytes, and then 3584.
    assert!(read(&of_size(2685)).is_ok());
    assert_eq!(read(&of_size(2686)), refused());
}
