//! The values of members and parameters: mostly good ones, few enough to meet again, and some of every other kind.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::service::{ROLE, zip};

/// What stands for the revision that the resource has when the request is sent.
pub(crate) const CURRENT_REVISION: &str = "the current revision";

const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function";

pub(crate) fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// Mostly one of the common texts, sometimes one of the rare ones, and now and then anything.
fn mostly(common: &[&str], rare: &[&str]) -> BoxedStrategy<String> {
    let mut rare = words(rare);
    rare.extend([String::new(), "x".repeat(300), "$latest".into(), "ü".into()]);
    prop_oneof![120 => select(words(common)), 4 => select(rare), 1 => ".{0,20}"].boxed()
}

/// The text of a parameter or of a part of a path.
pub(crate) fn text(name: &str) -> BoxedStrategy<String> {
    let qualified = format!("{ARN}:a:1");
    match name {
        "function" => mostly(
            &["a", "a", "b"],
            &[
                "a:1",
                "a:live",
                "a:$LATEST",
                "missing",
                "a!",
                "function:b",
                &format!("{ARN}:a"),
                &qualified,
            ],
        ),
        "alias" => mostly(&["live", "next"], &["missing", "1", "1a"]),
        "statement" => mostly(&["s1", "s2"], &["s!"]),
        "resource" => mostly(
            &[&format!("{ARN}:a"), &format!("{ARN}:b")],
            &["a", &qualified],
        ),
        "Qualifier" => mostly(
            &["$LATEST", "1", "2", "3", "live", "live", "next"],
            &["01", "99", "missing"],
        ),
        "FunctionVersion" => mostly(
            &["1", "2", "3", "$LATEST", "ALL"],
            &["99", "01", "$LATEST.PUBLISHED"],
        ),
        "MaxItems" => mostly(
            &["1", "2", "50"],
            &["0", "-1", "10001", "many", "99999999999999999999"],
        ),
        "Marker" => mostly(
            &["1", "2", "live", "a", "a:1", "a:$LATEST"],
            &[":", "a:live"],
        ),
        "List" => mostly(&["ALL"], &["SOME"]),
        "tagKeys" => mostly(&["k1", "k2"], &["aws:k"]),
        "RevisionId" => Just(CURRENT_REVISION.to_owned()).boxed(),
        other => unreachable!("no parameter is called {other}"),
    }
}

/// The value of a member of a body.
pub(crate) fn value(name: &'static str) -> BoxedStrategy<Value> {
    let one_of = |values: &[Value]| select(values.to_vec()).boxed();
    let texts = |common: &[&str], rare: &[&str]| mostly(common, rare).prop_map(Value::from).boxed();
    match name {
        "FunctionName" => text("function").prop_map(Value::from).boxed(),
        "Name" => text("alias").prop_map(Value::from).boxed(),
        "FunctionVersion" => text("FunctionVersion").prop_map(Value::from).boxed(),
        "ZipFile" => zip_file(),
        "Code" => prop_oneof![30 => zip_file().prop_map(|zip| json!({ "ZipFile": zip })), 1 => Just(json!({}))].boxed(),
        "Role" => texts(&[ROLE, "arn:aws:iam::123456789012:role/exec-b"], &["role"]),
        "Runtime" => texts(&["python3.12", "python3.8"], &["python3.7", "nodejs20.x", "Python3.12"]),
        "Handler" => texts(&["index.handler", "index.other"], &["a b"]),
        "Description" => texts(&["", "text", "\"quoted\""], &["\u{0}"]),
        "Timeout" | "MemorySize" => one_of(&[3.into(), 128.into(), 256.into(), 0.into(), (-1).into(), i64::MAX.into(), json!(1.5)]),
        "ReservedConcurrentExecutions" | "ProvisionedConcurrentExecutions" => {
            one_of(&[1.into(), 2.into(), 100.into(), 0.into(), 901.into(), (-1).into(), i64::MAX.into()])
        }
        "MaximumRetryAttempts" => one_of(&[0.into(), 1.into(), 2.into(), 3.into()]),
        "MaximumEventAgeInSeconds" => one_of(&[60.into(), 21600.into(), 0.into(), i64::MIN.into()]),
        "Environment" => btree_map(mostly(&["NAME", "OTHER"], &["1", "AWS_REGION"]), mostly(&["1", "2"], &[&"y".repeat(5000)]), 0..3)
            .prop_map(|variables| json!({ "Variables": variables }))
            .boxed(),
        "Tags" => btree_map(text("tagKeys"), mostly(&["1", "2"], &[]), 0..3).prop_map(|tags| json!(tags)).boxed(),
        "EphemeralStorage" => one_of(&[json!({ "Size": 512 }), json!({ "Size": 1024 }), json!({ "Size": 1 })]),
        "Architectures" => one_of(&[json!(["x86_64"]), json!(["arm64"]), json!([]), json!(["x86_64", "arm64"]), json!(["mips"])]),
        "TracingConfig" => one_of(&[json!({ "Mode": "Active" }), json!({ "Mode": "PassThrough" }), json!({ "Mode": "" })]),
        "DeadLetterConfig" => one_of(&[json!({ "TargetArn": "arn:aws:sqs:us-east-1:123456789012:q" }), json!({ "TargetArn": "" })]),
        "LoggingConfig" => one_of(&[
            json!({ "LogFormat": "JSON", "ApplicationLogLevel": "DEBUG" }),
            json!({ "LogFormat": "Text", "LogGroup": "group" }),
            json!({ "SystemLogLevel": "LOUD" }),
        ]),
        "SnapStart" => one_of(&[
            json!({ "ApplyOn": "PublishedVersions" }),
            json!({ "ApplyOn": "None" }),
            json!({ "ApplyOn": "Always" }),
        ]),
        "DestinationConfig" => one_of(&[
            json!({ "OnFailure": { "Destination": "arn:aws:sqs:us-east-1:123456789012:q" } }),
            json!({ "OnSuccess": {} }),
            json!({ "OnSuccess": { "Destination": "q" } }),
        ]),
        "Publish" | "InvokedViaFunctionUrl" => one_of(&[true.into(), false.into()]),
        "DryRun" => one_of(&[true.into(), false.into(), false.into()]),
        "RevisionId" => prop_oneof![3 => Just(CURRENT_REVISION.to_owned()), 1 => mostly(&["stale"], &[])].prop_map(Value::from).boxed(),
        "CodeSha256" => texts(&["stale"], &[]),
        "RoutingConfig" => routing().prop_map(|weights| json!({ "AdditionalVersionWeights": weights })).boxed(),
        "StatementId" => text("statement").prop_map(Value::from).boxed(),
        "Action" => texts(&["lambda:InvokeFunction", "lambda:*"], &["s3:GetObject"]),
        "Principal" => texts(&["s3.amazonaws.com", "123456789012", "*"], &["nobody"]),
        "SourceArn" => texts(&["arn:aws:s3:::bucket"], &["bucket"]),
        "SourceAccount" => texts(&["123456789012"], &["1"]),
        "EventSourceToken" => texts(&["token"], &["a b"]),
        "PrincipalOrgID" => texts(&["o-abcdefghij"], &["o"]),
        "AuthType" | "FunctionUrlAuthType" => texts(&["NONE", "AWS_IAM"], &["ANY"]),
        "InvokeMode" => texts(&["BUFFERED", "RESPONSE_STREAM"], &["STREAM"]),
        "Cors" => one_of(&[
            json!({ "AllowOrigins": ["*"], "MaxAge": 5, "AllowCredentials": true }),
            json!({ "AllowMethods": ["GET"], "AllowHeaders": [], "ExposeHeaders": ["x"] }),
            json!({ "MaxAge": -1 }),
        ]),
        "Event" => junk(),
        other => unreachable!("no member is called {other}"),
    }
}

fn zip_file() -> BoxedStrategy<Value> {
    let good = words(&[&zip("one"), &zip("two"), &zip("three")]);
    prop_oneof![20 => select(good), 1 => select(words(&["bm90IGEgemlw", "", "%"]))]
        .prop_map(Value::from)
        .boxed()
}

/// The weights of no, one or too many additional versions.
fn routing() -> impl Strategy<Value = BTreeMap<String, Option<f64>>> {
    let weight = prop_oneof![
        9 => select(vec![Some(0.0), Some(0.1), Some(0.5), Some(1.0)]),
        4 => (0.0..1.0).prop_map(Some),
        1 => select(vec![Some(-1.0), Some(1.5), Some(1e300), None]),
    ];
    let version = mostly(&["1", "2", "3"], &["99", "$LATEST"]);
    prop_oneof![
        3 => btree_map(version.clone(), weight.clone(), 1..=1),
        1 => btree_map(version, weight, 0..3),
    ]
}

/// Any JSON.
pub(crate) fn junk() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,9}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map(
                mostly(&["FunctionName", "ZipFile", "Code"], &[]),
                inner,
                0..3
            )
            .prop_map(|members| json!(members)),
        ]
    })
    .boxed()
}
