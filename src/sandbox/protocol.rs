//! What the page and a worker tell each other; `src/js/worker.js` is the other side.
//!
//! Times are milliseconds on the wire.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_bytes::{ByteBuf, Bytes};

use super::{Call, Outcome, Specification};

/// How a start or a call ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ending {
    pub(super) outcome: Outcome,
    /// JSON text; empty when the process ended.
    pub(super) payload: String,
    pub(super) exit_status: Option<i32>,
}

/// What came of a start.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Begun {
    pub(super) ending: Ending,
    pub(super) duration: Duration,
    pub(super) log: String,
    pub(super) memory: u64,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Done {
    pub(super) ending: Ending,
    pub(super) duration: Duration,
    pub(super) log: String,
    pub(super) memory: u64,
    /// The files of `/tmp` that the call changed; `None` for those it deleted.
    pub(super) temporary: Vec<(String, Option<Rc<[u8]>>)>,
}

impl Begun {
    /// What came of a start whose worker will never answer.
    pub(super) fn without_answer(duration: Duration) -> Self {
        Self {
            ending: Done::without_answer(Outcome::Timeout, duration).ending,
            duration,
            log: String::new(),
            memory: 0,
        }
    }
}

impl Done {
    /// What came of a call whose worker will never answer.
    pub(super) fn without_answer(outcome: Outcome, duration: Duration) -> Self {
        Self {
            ending: Ending {
                outcome,
                payload: String::new(),
                exit_status: None,
            },
            duration,
            log: String::new(),
            memory: 0,
            temporary: Vec::new(),
        }
    }
}

/// A message to a worker.
#[derive(Debug, Serialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub(super) enum ToWorker<'a> {
    Start {
        memory_size: u32,
        runtime: &'a str,
        handler: &'a str,
        variables: &'a BTreeMap<String, String>,
        package: Vec<(&'a str, &'a Bytes)>,
        temporary: Vec<(&'a str, &'a Bytes)>,
        temporary_size: u32,
        timeout: f64,
        clock: f64,
        seed: Option<&'a Bytes>,
    },
    Invoke {
        job: u32,
        invocations: Vec<Invocation<'a>>,
    },
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation<'a> {
    request_id: &'a str,
    function_arn: &'a str,
    event: &'a str,
    timeout: f64,
    clock: f64,
    client_context: Option<&'a str>,
    trace_id: &'a str,
    seed: Option<&'a Bytes>,
}

/// A worker's message that it has started an environment.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Started {
    outcome: WireOutcome,
    error: Option<String>,
    exit_status: Option<i32>,
    duration: f64,
    log: String,
    memory: f64,
}

/// A worker's message of what came of a call.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CallResult {
    outcome: WireOutcome,
    payload: String,
    exit_status: Option<i32>,
    duration: f64,
    log: String,
    memory: f64,
    #[serde(default)]
    temporary: Vec<(String, Option<ByteBuf>)>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
enum WireOutcome {
    Ok,
    Error,
    Exit,
    Crash,
    Memory,
    Timeout,
}

impl<'a> ToWorker<'a> {
    pub(super) fn start(
        specification: &'a Specification,
        temporary: &'a BTreeMap<String, Rc<[u8]>>,
        timeout: Duration,
    ) -> Self {
        Self::Start {
            memory_size: specification.memory_size,
            runtime: &specification.runtime,
            handler: &specification.handler,
            variables: &specification.variables,
            package: files(&specification.package),
            temporary: files(temporary),
            temporary_size: specification.temporary_size,
            timeout: timeout.as_secs_f64() * 1000.0,
            clock: specification.clock,
            seed: specification.seed.as_ref().map(|seed| Bytes::new(seed)),
        }
    }

    pub(super) fn invoke(job: u32, calls: &'a [Call]) -> Self {
        Self::Invoke {
            job,
            invocations: calls.iter().map(Invocation::from).collect(),
        }
    }

    /// Whether it is posted as JSON text: what holds files is not, and the rest costs the least so.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Invoke { .. })
    }
}

impl<'a> From<&'a Call> for Invocation<'a> {
    fn from(call: &'a Call) -> Self {
        Self {
            request_id: &call.request_id,
            function_arn: &call.function_arn,
            event: &call.event,
            timeout: call.timeout.as_secs_f64() * 1000.0,
            clock: call.clock,
            client_context: call.client_context.as_deref(),
            trace_id: &call.trace_id,
            seed: call.seed.as_ref().map(|seed| Bytes::new(seed)),
        }
    }
}

impl From<Started> for Begun {
    fn from(started: Started) -> Self {
        Self {
            ending: Ending {
                outcome: started.outcome.into(),
                payload: started.error.unwrap_or_default(),
                exit_status: started.exit_status,
            },
            duration: duration(started.duration),
            log: started.log,
            memory: bytes(started.memory),
        }
    }
}

impl From<CallResult> for Done {
    fn from(result: CallResult) -> Self {
        let content = |bytes: ByteBuf| Rc::from(bytes.into_vec());
        Self {
            ending: Ending {
                outcome: result.outcome.into(),
                payload: result.payload,
                exit_status: result.exit_status,
            },
            duration: duration(result.duration),
            log: result.log,
            memory: bytes(result.memory),
            temporary: result
                .temporary
                .into_iter()
                .map(|(path, bytes)| (path, bytes.map(content)))
                .collect(),
        }
    }
}

impl From<WireOutcome> for Outcome {
    fn from(outcome: WireOutcome) -> Self {
        match outcome {
            WireOutcome::Ok => Self::Ok,
            WireOutcome::Error => Self::Error,
            WireOutcome::Exit => Self::Exit,
            WireOutcome::Crash => Self::Crash,
            WireOutcome::Memory => Self::OutOfMemory,
            WireOutcome::Timeout => Self::Timeout,
        }
    }
}

fn files(files: &BTreeMap<String, Rc<[u8]>>) -> Vec<(&str, &Bytes)> {
    files
        .iter()
        .map(|(path, content)| (path.as_str(), Bytes::new(content)))
        .collect()
}

fn duration(milliseconds: f64) -> Duration {
    Duration::try_from_secs_f64(milliseconds / 1000.0).unwrap_or_default()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the size of a memory is a small whole number"
)]
fn bytes(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_call_is_posted_as_the_worker_reads_it() {
        let call = Call {
            request_id: "8e2b".to_owned(),
            function_arn: "arn:aws:lambda:us-east-1:000000000000:function:greeter".to_owned(),
            event: Rc::from(r#"{"name":"Ada"}"#),
            timeout: Duration::from_secs(3),
            clock: 1_767_225_600_000.0,
            client_context: None,
            trace_id: "Root=1".to_owned(),
            seed: None,
        };
        assert_eq!(
            serde_json::to_value(ToWorker::invoke(7, &[call])).unwrap(),
            json!({
                "type": "invoke",
                "job": 7,
                "invocations": [{
                    "requestId": "8e2b",
                    "functionArn": "arn:aws:lambda:us-east-1:000000000000:function:greeter",
                    "event": "{\"name\":\"Ada\"}",
                    "timeout": 3000.0,
                    "clock": 1_767_225_600_000.0,
                    "clientContext": null,
                    "traceId": "Root=1",
                    "seed": null,
                }],
            })
        );
    }

    #[test]
    fn a_result_without_files_has_none() {
        let result: CallResult = serde_json::from_str(
            r#"{"type":"result","job":7,"index":0,"outcome":"ok","payload":"1","log":"","duration":0.5,
                "memory":65536,"exitStatus":null}"#,
        )
        .unwrap();
        assert_eq!(Done::from(result).temporary, []);
    }

    #[test]
    fn a_result_is_read_as_the_worker_posts_it() {
        let result: CallResult = serde_json::from_value(json!({
            "type": "result",
            "job": 7,
            "index": 0,
            "outcome": "memory",
            "payload": "",
            "log": "so much\n",
            "duration": 12.5,
            "memory": 134_217_728,
            "exitStatus": null,
            "temporary": [["kept.txt", [104, 105]], ["gone.txt", null]],
        }))
        .unwrap();
        assert_eq!(
            Done::from(result),
            Done {
                ending: Ending {
                    outcome: Outcome::OutOfMemory,
                    payload: String::new(),
                    exit_status: None,
                },
                duration: Duration::from_micros(12_500),
                log: "so much\n".to_owned(),
                memory: 134_217_728,
                temporary: vec![
                    ("kept.txt".to_owned(), Some(Rc::from(*b"hi"))),
                    ("gone.txt".to_owned(), None),
                ],
            }
        );
    }
}
