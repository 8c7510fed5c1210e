//! Random requests over a small universe of names, so that they meet: what one creates, others move, use and delete.
//!
//! A new operation is a line in [`CALLS`], and a new member or parameter an arm in [`value`] or [`text`].

use std::collections::BTreeSet;
use std::fmt;

use lambda_playground::lambda::CloudDelays;
use lambda_playground::lambda::rest::{self, Call, Request};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::collection::{btree_map, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::service::{ROLE, zip};

/// What stands for the revision that the resource has when the request is sent.
pub(crate) const CURRENT_REVISION: &str = "the current revision";

/// One thing that happens to a service.
#[derive(Clone)]
pub(crate) enum Step {
    /// A request, with a draw for if it invokes something.
    Send(Request, f64),
    Settle,
    SetDelays(CloudDelays),
}

/// Short, since a failure shows up to 200 of them.
impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settle => f.write_str("Settle"),
            Self::SetDelays(delays) => write!(f, "SetDelays({delays:?})"),
            Self::Send(request, draw) => {
                let (method, url) = (&request.method, request.path_and_query());
                let body = String::from_utf8_lossy(&request.body);
                write!(f, "{method} {url} {:?} {body} {draw}", request.headers)
            }
        }
    }
}

/// How often, the method, the path with its parameters, and the members of the body.
///
/// What ends in `!` is nearly always there, anything else now and then.
const CALLS: &[(u32, &str, &str, &str)] = &[
    (
        30,
        "POST",
        "/2015-03-31/functions",
        "FunctionName! Code! Role! Runtime! Handler! Publish Description Timeout MemorySize Environment \
         EphemeralStorage Architectures TracingConfig DeadLetterConfig Tags",
    ),
    (
        12,
        "PUT",
        "/2015-03-31/functions/{function}/code",
        "ZipFile! Publish DryRun RevisionId Architectures",
    ),
    (
        10,
        "PUT",
        "/2015-03-31/functions/{function}/configuration",
        "Role Runtime Handler Description Timeout MemorySize Environment EphemeralStorage TracingConfig \
         DeadLetterConfig RevisionId",
    ),
    (
        24,
        "POST",
        "/2015-03-31/functions/{function}/versions",
        "Description CodeSha256 RevisionId",
    ),
    (
        16,
        "POST",
        "/2015-03-31/functions/{function}/aliases",
        "Name! FunctionVersion! RoutingConfig Description",
    ),
    (
        24,
        "PUT",
        "/2015-03-31/functions/{function}/aliases/{alias}",
        "FunctionVersion RoutingConfig Description RevisionId",
    ),
    (
        6,
        "DELETE",
        "/2015-03-31/functions/{function}/aliases/{alias}",
        "",
    ),
    (2, "DELETE", "/2015-03-31/functions/{function}", ""),
    (
        8,
        "DELETE",
        "/2015-03-31/functions/{function}?Qualifier!",
        "",
    ),
    (4, "GET", "/2015-03-31/functions/{function}?Qualifier", ""),
    (
        4,
        "GET",
        "/2015-03-31/functions/{function}/configuration?Qualifier",
        "",
    ),
    (
        4,
        "GET",
        "/2015-03-31/functions/{function}/aliases/{alias}",
        "",
    ),
    (
        3,
        "GET",
        "/2015-03-31/functions?FunctionVersion&Marker&MaxItems",
        "",
    ),
    (
        3,
        "GET",
        "/2015-03-31/functions/{function}/versions?Marker&MaxItems",
        "",
    ),
    (
        3,
        "GET",
        "/2015-03-31/functions/{function}/aliases?FunctionVersion&Marker&MaxItems",
        "",
    ),
    (
        12,
        "POST",
        "/2015-03-31/functions/{function}/invocations?Qualifier!",
        "Event",
    ),
    (
        6,
        "PUT",
        "/2017-10-31/functions/{function}/concurrency",
        "ReservedConcurrentExecutions!",
    ),
    (4, "GET", "/2019-09-30/functions/{function}/concurrency", ""),
    (
        4,
        "DELETE",
        "/2017-10-31/functions/{function}/concurrency",
        "",
    ),
    (
        6,
        "POST",
        "/2015-03-31/functions/{function}/policy?Qualifier",
        "StatementId! Action! Principal!",
    ),
    (
        4,
        "POST",
        "/2015-03-31/functions/{function}/policy?Qualifier",
        "StatementId! Action! Principal! SourceArn SourceAccount EventSourceToken PrincipalOrgID \
         FunctionUrlAuthType InvokedViaFunctionUrl RevisionId",
    ),
    (
        2,
        "GET",
        "/2015-03-31/functions/{function}/policy?Qualifier",
        "",
    ),
    (
        6,
        "DELETE",
        "/2015-03-31/functions/{function}/policy/{statement}?Qualifier&RevisionId",
        "",
    ),
    (2, "POST", "/2017-03-31/tags/{resource}", "Tags!"),
    (2, "DELETE", "/2017-03-31/tags/{resource}?tagKeys!", ""),
    (2, "GET", "/2017-03-31/tags/{resource}", ""),
    (1, "GET", "/2016-08-19/account-settings", ""),
    (
        8,
        "PUT",
        "/2019-09-30/functions/{function}/provisioned-concurrency?Qualifier!",
        "ProvisionedConcurrentExecutions!",
    ),
    (
        4,
        "GET",
        "/2019-09-30/functions/{function}/provisioned-concurrency?Qualifier&List&Marker&MaxItems",
        "",
    ),
    (
        4,
        "DELETE",
        "/2019-09-30/functions/{function}/provisioned-concurrency?Qualifier!",
        "",
    ),
    (
        6,
        "POST",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "AuthType! Cors InvokeMode",
    ),
    (
        4,
        "PUT",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "AuthType Cors InvokeMode",
    ),
    (
        4,
        "GET",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "",
    ),
    (
        4,
        "DELETE",
        "/2021-10-31/functions/{function}/url?Qualifier",
        "",
    ),
    (
        4,
        "GET",
        "/2021-10-31/functions/{function}/urls?Marker&MaxItems",
        "",
    ),
    (
        6,
        "PUT",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "MaximumRetryAttempts! MaximumEventAgeInSeconds DestinationConfig",
    ),
    (
        8,
        "POST",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "MaximumRetryAttempts MaximumEventAgeInSeconds! DestinationConfig",
    ),
    (
        4,
        "GET",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "",
    ),
    (
        4,
        "DELETE",
        "/2019-09-25/functions/{function}/event-invoke-config?Qualifier",
        "",
    ),
    (
        4,
        "GET",
        "/2019-09-25/functions/{function}/event-invoke-config/list?Marker&MaxItems",
        "",
    ),
];

const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function";

/// 1 to 200 steps.
pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 1..=200)
}

/// The operations that the steps are made of.
pub(crate) fn operations() -> BTreeSet<&'static str> {
    let names = CALLS.iter().map(|(_, method, url, _)| {
        match rest::read(&Request::new(method, &url.replace("&MaxItems", ""))) {
            Ok(Call::Operation(operation)) => operation.name(),
            Ok(Call::Invoke(_)) => "Invoke",
            Err(error) => panic!("{method} {url}: {error}"),
        }
    });
    names.collect()
}

/// The delays that a service begins with.
pub(crate) fn delays() -> impl Strategy<Value = CloudDelays> {
    let seconds = |seconds| CloudDelays::After(jiff::SignedDuration::from_secs(seconds));
    prop_oneof![
        4 => Just(CloudDelays::None),
        1 => Just(seconds(2)),
        1 => Just(seconds(9)),
        1 => Just(CloudDelays::UntilSettled),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let calls = CALLS.iter().map(|&(weight, method, path, members)| {
        let request = request(method, path, members);
        (weight, request.boxed())
    });
    let calls = proptest::strategy::Union::new_weighted(calls.collect());
    prop_oneof![
        40 => (calls, draw()).prop_map(|(request, draw)| Step::Send(request, draw)),
        2 => (garbage(), draw()).prop_map(|(request, draw)| Step::Send(request, draw)),
                3 => Just(Step::Settle),
        1 => delays().prop_map(Step::SetDelays),
    ]
}

/// A draw, and sometimes one at an edge.
fn draw() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 0.0..1.0, 1 => select(vec![0.0, 0.1, 0.5, 1.0 - f64::EPSILON])]
}

fn request(
    method: &'static str,
    path: &'static str,
    members: &'static str,
) -> impl Strategy<Value = Request> {
    let (path, parameters) = path.split_once('?').unwrap_or((path, ""));
    let segments: Vec<_> = path.split('/').skip(1).map(segment).collect();
    let parameters: Vec<_> = parameters
        .split('&')
        .filter(|name| !name.is_empty())
        .map(|name| {
            let (name, likely) = likely(name);
            weighted(likely, text(name))
                .prop_map(move |text| text.map(|text| (name.to_owned(), text)))
        })
        .collect();
    (segments, parameters, headers(), body(members)).prop_map(
        move |(segments, parameters, headers, body)| {
            let segments: Vec<String> = segments
                .iter()
                .map(|segment| utf8_percent_encode(segment, NON_ALPHANUMERIC).to_string())
                .collect();
            Request {
                method: method.to_owned(),
                path: format!("/{}", segments.join("/")),
                query: parameters.into_iter().flatten().collect(),
                headers,
                body: body.into(),
            }
        },
    )
}

fn segment(segment: &'static str) -> BoxedStrategy<String> {
    match segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        Some(name) => text(name),
        None => Just(segment.to_owned()).boxed(),
    }
}

fn likely(name: &'static str) -> (&'static str, f64) {
    name.strip_suffix('!')
        .map_or((name, 0.3), |name| (name, 0.98))
}

/// A body of these members, or now and then one that is no such JSON.
fn body(members: &'static str) -> BoxedStrategy<Vec<u8>> {
    if members.is_empty() {
        return Just(Vec::new()).boxed();
    }
    let members: Vec<_> = members
        .split_ascii_whitespace()
        .map(|name| {
            let (name, likely) = likely(name);
            let value = prop_oneof![120 => value(name), 1 => junk()];
            weighted(likely, value)
                .prop_map(move |value| value.map(|value| (name.to_owned(), value)))
        })
        .collect();
    prop_oneof![
        60 => members.prop_map(|members| Value::Object(members.into_iter().flatten().collect()).to_string().into_bytes()),
        1 => junk().prop_map(|junk| junk.to_string().into_bytes()),
        1 => vec(any::<u8>(), 0..40),
    ]
    .boxed()
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let header = |name: &'static str, values: &[&'static str]| {
        weighted(0.1, select(values.to_vec()))
            .prop_map(move |value| value.map(|value| (name.to_owned(), value.to_owned())))
    };
    let types = header(
        "x-amz-invocation-type",
        &["RequestResponse", "Event", "DryRun", "Dry"],
    );
    let log = header("x-amz-log-type", &["None", "Tail", "Head"]);
    let context = header("x-amz-client-context", &["e30=", "e30", "bm8=", "\u{fffd}"]);
    (types, log, context)
        .prop_map(|(types, log, context)| [types, log, context].into_iter().flatten().collect())
}

/// Any request at all, though one made of words that the service knows.
pub(crate) fn garbage() -> impl Strategy<Value = Request> {
    let method = prop_oneof![
        select(words(&["GET", "POST", "PUT", "DELETE", "PATCH", "get"])),
        ".{0,5}"
    ];
    let segment = prop_oneof![
        6 => select(words(&[
            "2015-03-31", "2017-03-31", "2017-10-31", "2019-09-25", "2019-09-30", "2021-10-31", "functions", "tags",
            "a", "b", "aliases", "versions", "code", "configuration", "invocations", "policy", "concurrency", "url",
            "urls", "event-invoke-config", "list", "provisioned-concurrency", "%", "%FF", "%24LATEST", "",
        ])),
        1 => ".{0,20}",
    ];
    let pairs = || {
        let name = prop_oneof![
            select(words(&[
                "Qualifier",
                "Marker",
                "MaxItems",
                "FunctionVersion",
                "List",
                "tagKeys",
                "x-amz-client-context"
            ])),
            ".{0,9}",
        ];
        vec((name, prop_oneof![text("Qualifier"), ".{0,20}"]), 0..3)
    };
    let body = prop_oneof![
        vec(any::<u8>(), 0..60),
        junk().prop_map(|junk| junk.to_string().into_bytes()),
        ".{0,60}".prop_map(String::into_bytes),
    ];
    (method, vec(segment, 0..6), pairs(), pairs(), body).prop_map(
        |(method, segments, query, headers, body)| Request {
            method,
            path: format!("/{}", segments.join("/")),
            query,
            headers,
            body: body.into(),
        },
    )
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// Mostly one of the common texts, sometimes one of the rare ones, and now and then anything.
fn mostly(common: &[&str], rare: &[&str]) -> BoxedStrategy<String> {
    let mut rare = words(rare);
    rare.extend([String::new(), "x".repeat(300), "$latest".into(), "ü".into()]);
    prop_oneof![120 => select(words(common)), 4 => select(rare), 1 => ".{0,20}"].boxed()
}

/// The text of a parameter or of a part of a path.
fn text(name: &str) -> BoxedStrategy<String> {
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
fn value(name: &'static str) -> BoxedStrategy<Value> {
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
fn routing() -> impl Strategy<Value = std::collections::BTreeMap<String, f64>> {
    let weight = prop_oneof![
        9 => select(vec![0.0, 0.1, 0.5, 1.0]),
        4 => 0.0..1.0,
        1 => select(vec![-1.0, 1.5, 1e300]),
    ];
    let version = mostly(&["1", "2", "3"], &["99", "$LATEST"]);
    prop_oneof![
        3 => btree_map(version.clone(), weight.clone(), 1..=1),
        1 => btree_map(version, weight, 0..3),
    ]
}

/// Any JSON.
fn junk() -> BoxedStrategy<Value> {
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
