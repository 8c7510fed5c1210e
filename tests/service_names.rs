//! Names and ARNs of functions, as every operation takes them: what is wrong with one is told in the same order and
//! the same words.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use lambda_playground::lambda::Invoke;
use lambda_playground::lambda::rest::Request;
use serde_json::json;
use service::{Answer, World, zip};

/// The pattern of most operations that change something; names in the others' may have dots, and those of the operations
/// on URLs no qualifier but an alias.
const FUNCTION_NAME: &str = r"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";
const NAMESPACED: &str = r"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";

const FUNCTION_URL: &str = r"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]{1,64})(:((?!\d+$)[0-9a-zA-Z-_]+))?";

/// An operation: method, and path with the function's name as `{}`.
type Operation = (&'static str, &'static str);

const ON_FUNCTION_NAMES: [Operation; 16] = [
    ("PUT", "/2015-03-31/functions/{}/code"),
    ("PUT", "/2015-03-31/functions/{}/configuration"),
    ("POST", "/2015-03-31/functions/{}/versions"),
    ("GET", "/2015-03-31/functions/{}/aliases"),
    ("POST", "/2015-03-31/functions/{}/aliases"),
    ("GET", "/2015-03-31/functions/{}/aliases/live"),
    ("PUT", "/2015-03-31/functions/{}/aliases/live"),
    ("DELETE", "/2015-03-31/functions/{}/aliases/live"),
    ("GET", "/2019-09-30/functions/{}/concurrency"),
    ("PUT", "/2017-10-31/functions/{}/concurrency"),
    ("DELETE", "/2017-10-31/functions/{}/concurrency"),
    (
        "PUT",
        "/2019-09-30/functions/{}/provisioned-concurrency?Qualifier=1",
    ),
    (
        "GET",
        "/2019-09-30/functions/{}/provisioned-concurrency?Qualifier=1",
    ),
    (
        "DELETE",
        "/2019-09-30/functions/{}/provisioned-concurrency?Qualifier=1",
    ),
    (
        "GET",
        "/2019-09-30/functions/{}/provisioned-concurrency?List=ALL",
    ),
    ("POST", "/2015-03-31/functions"),
];

const ON_NAMES_WITH_URLS: [Operation; 5] = [
    ("POST", "/2021-10-31/functions/{}/url"),
    ("GET", "/2021-10-31/functions/{}/url"),
    ("PUT", "/2021-10-31/functions/{}/url"),
    ("DELETE", "/2021-10-31/functions/{}/url"),
    ("GET", "/2021-10-31/functions/{}/urls"),
];

const ON_NAMESPACED_NAMES: [Operation; 12] = [
    ("GET", "/2015-03-31/functions/{}"),
    ("DELETE", "/2015-03-31/functions/{}"),
    ("GET", "/2015-03-31/functions/{}/configuration"),
    ("GET", "/2015-03-31/functions/{}/versions"),
    ("GET", "/2015-03-31/functions/{}/policy"),
    ("POST", "/2015-03-31/functions/{}/policy"),
    ("DELETE", "/2015-03-31/functions/{}/policy/statement"),
    ("PUT", "/2019-09-25/functions/{}/event-invoke-config"),
    ("POST", "/2019-09-25/functions/{}/event-invoke-config"),
    ("GET", "/2019-09-25/functions/{}/event-invoke-config"),
    ("DELETE", "/2019-09-25/functions/{}/event-invoke-config"),
    ("GET", "/2019-09-25/functions/{}/event-invoke-config/list"),
];

fn operations() -> impl Iterator<Item = Operation> {
    ON_FUNCTION_NAMES
        .into_iter()
        .chain(ON_NAMES_WITH_URLS)
        .chain(ON_NAMESPACED_NAMES)
}

/// Sends a request that is well formed but for the name, each member to the operation that knows it.
fn send((method, path): Operation, name: &str) -> Answer {
    let body = json!({
        "FunctionName": name,
        "Runtime": "python3.12",
        "Role": service::ROLE,
        "Handler": "index.handler",
        "Code": { "ZipFile": zip("version 1") },
        "ZipFile": zip("version 1"),
        "Name": "live",
        "FunctionVersion": "1",
        "ReservedConcurrentExecutions": 1,
        "ProvisionedConcurrentExecutions": 1,
        "AuthType": "NONE",
        "MaximumRetryAttempts": 1,
        "StatementId": "statement",
        "Action": "lambda:InvokeFunction",
        "Principal": "s3.amazonaws.com",
    });
    let path = path.replace("{}", &name.replace('$', "%24").replace(':', "%3A"));
    let mut request = Request::new(method, &path);
    if matches!(method, "POST" | "PUT") {
        request.body = body.to_string().into_bytes().into();
    }
    World::with_versions(1).answer(&request).into()
}

#[test]
fn a_name_of_another_shape_is_refused_with_the_pattern() {
    for (operations, name, pattern) in [
        (&ON_FUNCTION_NAMES[..], "my.function", FUNCTION_NAME),
        (&ON_NAMES_WITH_URLS[..], "my.function", FUNCTION_URL),
        (&ON_NAMES_WITH_URLS[..], "fn:1", FUNCTION_URL),
        (&ON_NAMESPACED_NAMES[..], "fn:1:2", NAMESPACED),
    ] {
        for operation in operations {
            send(*operation, name).expect_error(
                400,
                "ValidationException",
                &format!(
                    "1 validation error detected: Value '{name}' at 'functionName' failed to satisfy \
                     constraint: Member must satisfy regular expression pattern: {pattern}"
                ),
            );
        }
    }
}

#[test]
fn a_name_has_140_characters_at_most_or_256() {
    for (operations, max) in [
        (&ON_FUNCTION_NAMES[..], 140),
        (&ON_NAMESPACED_NAMES[..], 256),
    ] {
        let name = "a".repeat(max + 1);
        for operation in operations {
            send(*operation, &name).expect_error(
                400,
                "ValidationException",
                &format!(
                    "1 validation error detected: Value '{name}' at 'functionName' failed to satisfy \
                     constraint: Member must have length less than or equal to {max}"
                ),
            );
        }
    }
}

#[test]
fn another_region_is_not_reachable_though_the_function_exists_here() {
    for operation in operations() {
        send(
            operation,
            "arn:aws:lambda:eu-west-1:123456789012:function:fn",
        )
        .expect_error(
            404,
            "ResourceNotFoundException",
            "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
        );
    }
}

#[test]
fn another_account_is_denied_without_a_word() {
    for operation in operations() {
        let answer = send(
            operation,
            "arn:aws:lambda:us-east-1:999999999999:function:fn",
        );
        assert_eq!(answer.status, 403, "{operation:?}");
        assert_eq!(answer.code.as_deref(), Some("AccessDeniedException"));
        assert_eq!(answer.body, json!({ "Message": null }));
    }
}

#[test]
fn the_region_is_looked_at_before_the_qualifiers_and_both_before_the_function() {
    let invoke = |function_name: &str, qualifier: &str| {
        let invoke = Invoke {
            function_name: function_name.to_owned(),
            qualifier: Some(qualifier.to_owned()),
            ..Invoke::default()
        };
        let error = World::new().invoke_with(&invoke, 0.5).unwrap_err();
        error.to_string()
    };
    assert_eq!(
        invoke("arn:aws:lambda:eu-west-1:123456789012:function:fn:1", "no!"),
        r"1 validation error detected: Value 'no!' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: \$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"
    );
    assert_eq!(
        invoke("arn:aws:lambda:eu-west-1:123456789012:function:fn:1", "2"),
        "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')"
    );
    assert_eq!(
        invoke("fn:1", "2"),
        "The derived qualifier from the function name does not match the specified qualifier."
    );
    assert_eq!(
        invoke("fn:1", "1"),
        "Function not found: arn:aws:lambda:us-east-1:123456789012:function:fn:1"
    );
}

#[test]
fn a_bad_name_and_a_bad_qualifier_are_told_together() {
    let answer = World::new().get("/bad!?Qualifier=no!");
    assert_eq!(answer.code.as_deref(), Some("ValidationException"));
    let message = answer.text("message");
    assert!(message.starts_with("2 validation errors detected: Value 'bad!' at 'functionName'"));
    assert!(message.contains("; Value 'no!' at 'qualifier' failed to satisfy constraint: "));
}
