//! The REST API, version 2015-03-31: paths, JSON and headers, and nothing that decides anything.
//!
//! Requests become operations and operations become requests again, so that the history can be shown, kept and replayed
//! in the words of the API.

mod answer_bodies;
mod bodies;
mod event_invoke;
mod function_urls;
mod logging;
mod permissions;
mod provisioned_concurrency;
mod read;
mod responses;
mod route;
mod script;
mod tags;
mod write;

use std::rc::Rc;

use jiff::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

pub use read::read;
pub use responses::{answer, answer_invocation};
pub use script::script;
pub use write::write;

use super::operations::{Invoke, Operation};

/// An HTTP request, reduced to what the service looks at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    pub method: String,
    /// The path without the query, percent-encoded as it came.
    pub path: String,
    pub query: Vec<(String, String)>,
    /// Header names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Rc<[u8]>,
}

/// An HTTP response.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// What a request asks for.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Call {
    Operation(Operation),
    Invoke(Invoke),
}

/// What stays as it is in a path segment.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

impl Request {
    /// Takes a URL apart, or a path with its query.
    #[must_use]
    pub fn new(method: &str, url: &str) -> Self {
        let after_host = url.split_once("://").map_or(url, |(_, rest)| {
            rest.find('/').map_or("/", |slash| &rest[slash..])
        });
        let (path, query) = after_host.split_once('?').unwrap_or((after_host, ""));
        let query = query.split_once('#').map_or(query, |(query, _)| query);
        Self {
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decode(name), decode(value))
                })
                .collect(),
            ..Self::default()
        }
    }

    /// The path with the query, percent-encoded.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        let query: Vec<String> = self
            .query
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{}", self.path, query.join("&"))
    }

    fn query(&self, name: &str) -> Option<String> {
        let (_, value) = self.query.iter().find(|(key, _)| key == name)?;
        Some(value.clone())
    }

    /// Every value of a parameter that may come more than once.
    fn queries(&self, name: &str) -> Vec<String> {
        let pairs = self.query.iter().filter(|(key, _)| key == name);
        pairs.map(|(_, value)| value.clone()).collect()
    }

    fn header(&self, name: &str) -> Option<String> {
        let (_, value) = self.headers.iter().find(|(key, _)| key == name)?;
        Some(value.clone())
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', "%20"))
        .decode_utf8_lossy()
        .into_owned()
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// A time as the service writes it in answers: `2025-11-25T02:38:24.123+0000`.
fn last_modified(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3f+0000").to_string()
}

#[cfg(test)]
mod tests;
