//! Random requests over a small universe of names, so that they meet: what one creates, others move, use and delete.
//!
//! A new operation is a line in [`CALLS`], and a new member or parameter an arm in [`value`] or [`text`].

use std::collections::BTreeSet;
use std::fmt;

use lambda_playground::lambda::CloudDelays;
use lambda_playground::lambda::rest::{self, Call, Request};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::calls::CALLS;
use crate::values::{junk, text, value, words};

/// One thing that happens to a service.
#[derive(Clone)]
pub(crate) enum Step {
    /// A request, with a draw for if it invokes something.
    Send(Request, f64),
    Settle,
    SetDelays(CloudDelays),
    /// An environment of a version could not start ahead of calls.
    FailProvisioning(String, String),
}

/// Short, since a failure shows up to 200 of them.
impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settle => f.write_str("Settle"),
            Self::SetDelays(delays) => write!(f, "SetDelays({delays:?})"),
            Self::FailProvisioning(name, version) => {
                write!(f, "FailProvisioning({name}:{version})")
            }
            Self::Send(request, draw) => {
                let (method, url) = (&request.method, request.path_and_query());
                let body = String::from_utf8_lossy(&request.body);
                write!(f, "{method} {url} {:?} {body} {draw}", request.headers)
            }
        }
    }
}

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
        2 => (select(words(&["a", "b"])), select(words(&["1", "2", "3"])))
            .prop_map(|(name, version)| Step::FailProvisioning(name, version)),
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
