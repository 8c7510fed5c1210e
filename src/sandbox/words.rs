//! What callers read when the process ended instead of answering.

use serde::Serialize;

use super::{Call, Ending, Outcome};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Payload {
    error_type: &'static str,
    error_message: String,
}

/// Words an ending as JSON: what the runtime said itself, or what Lambda says of a process that is gone.
pub(super) fn payload(ending: &Ending, call: &Call) -> String {
    let exited = |how: &str| format!("Runtime exited {how}");
    let (error_type, reason) = match ending.outcome {
        Outcome::Ok | Outcome::Error => return ending.payload.clone(),
        Outcome::Timeout => {
            let seconds = call.timeout.as_secs_f64();
            (
                "Sandbox.Timedout",
                format!("Task timed out after {seconds:.2} seconds"),
            )
        }
        Outcome::Exit => match ending.exit_status {
            None | Some(0) => ("Runtime.ExitError", exited("without providing a reason")),
            Some(status) => (
                "Runtime.ExitError",
                exited(&format!("with error: exit status {status}")),
            ),
        },
        Outcome::Crash => (
            "Runtime.ExitError",
            exited("with error: signal: segmentation fault"),
        ),
        Outcome::OutOfMemory => ("Runtime.OutOfMemory", exited("with error: signal: killed")),
    };
    let error_message = format!("RequestId: {} Error: {reason}", call.request_id);
    serde_json::to_string(&Payload {
        error_type,
        error_message,
    })
    .unwrap_or_default()
}

/// Words that Python itself could not be had.
pub(super) fn unavailable(reason: &str) -> String {
    let error_message = format!("Python could not be started: {reason}");
    serde_json::to_string(&Payload {
        error_type: "Playground.PythonUnavailable",
        error_message,
    })
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;
    use std::time::Duration;

    use super::*;

    #[track_caller]
    fn check(outcome: Outcome, exit_status: Option<i32>, expect: &str) {
        let ending = Ending {
            outcome,
            payload: String::new(),
            exit_status,
        };
        let call = Call {
            request_id: "8e2b".to_owned(),
            function_arn: String::new(),
            event: Rc::from("{}"),
            timeout: Duration::from_millis(1500),
            clock: 0.0,
            client_context: None,
            trace_id: String::new(),
            seed: None,
        };
        assert_eq!(payload(&ending, &call), expect);
    }

    #[test]
    fn each_death_has_lambdas_words() {
        check(
            Outcome::Timeout,
            None,
            r#"{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: 8e2b Error: Task timed out after 1.50 seconds"}"#,
        );
        check(
            Outcome::Exit,
            Some(0),
            r#"{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 8e2b Error: Runtime exited without providing a reason"}"#,
        );
        check(
            Outcome::Exit,
            Some(127),
            r#"{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 8e2b Error: Runtime exited with error: exit status 127"}"#,
        );
        check(
            Outcome::Crash,
            None,
            r#"{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 8e2b Error: Runtime exited with error: signal: segmentation fault"}"#,
        );
        check(
            Outcome::OutOfMemory,
            None,
            r#"{"errorType":"Runtime.OutOfMemory","errorMessage":"RequestId: 8e2b Error: Runtime exited with error: signal: killed"}"#,
        );
    }
}
