//! The lines the platform writes around what a handler writes.

use std::fmt::Write as _;

use jiff::Timestamp;

use super::{Execution, Failure, InitStatus, Invocation};

/// How much of the end of a log a caller gets with `LogType=Tail`, in bytes.
const TAIL: usize = 4096;

/// A time as log lines write it: `2025-11-24T23:12:27.123Z`.
fn timestamp(at: Timestamp) -> impl std::fmt::Display {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ")
}

impl Invocation {
    /// The log of one execution as a caller gets it with `LogType=Tail`, before it is cut.
    ///
    /// What the environment wrote while it started belongs to it only where it could not start.
    #[must_use]
    pub fn callers_log(&self, execution: &Execution) -> String {
        let init_log = execution.init_log.as_deref();
        let init_log = init_log.filter(|_| execution.init_status == InitStatus::Error);
        init_log.unwrap_or_default().to_owned() + &self.log(execution)
    }

    /// The log of one execution from `START` to `REPORT`.
    #[must_use]
    pub fn log(&self, execution: &Execution) -> String {
        let id = self.request_id;
        let mut log = format!("START RequestId: {id} Version: {}\n", self.executed_version);
        log.push_str(&execution.log);
        if !log.ends_with('\n') {
            log.push('\n');
        }
        if execution.failure == Some(Failure::Timeout) {
            let _ = writeln!(
                log,
                "{} {id} Task timed out after {:.2} seconds\n",
                timestamp(self.at + execution.duration),
                self.configuration.timeout.as_secs_f64()
            );
        }
        let _ = writeln!(log, "END RequestId: {id}");
        log.push_str(&self.report(execution));
        log
    }

    /// What opens an environment's log stream; nothing where the environment had started before this execution.
    #[must_use]
    pub fn init_log(&self, execution: &Execution) -> String {
        let Some(written) = &execution.init_log else {
            return String::new();
        };
        let runtime = self.configuration.runtime;
        let version = runtime.id().replacen("python", "python:", 1);
        let mut log = format!(
            "INIT_START Runtime Version: {version}.v1\tRuntime Version ARN: {}\n{written}",
            runtime.version_arn()
        );
        let status = match execution.init_status {
            InitStatus::Success => return log,
            InitStatus::Error => "error",
            InitStatus::Timeout => "timeout",
        };
        let duration = execution.init_duration.unwrap_or_default();
        let _ = writeln!(
            log,
            "INIT_REPORT Init Duration: {:.2} ms\tPhase: init\tStatus: {status}",
            duration.as_secs_f64() * 1000.0
        );
        log
    }

    /// The last 4 KB of a log, cut at a byte ([`LOG_TAIL`]).
    ///
    /// [`LOG_TAIL`]: crate::lambda::choices::LOG_TAIL
    #[must_use]
    pub fn tail(log: &str) -> &str {
        let mut start = log.len().saturating_sub(TAIL);
        while !log.is_char_boundary(start) {
            start += 1;
        }
        &log[start..]
    }

    fn report(&self, execution: &Execution) -> String {
        let mut report = format!(
            "REPORT RequestId: {}\tDuration: {:.2} ms\tBilled Duration: {} ms\tMemory Size: {} MB\t\
             Max Memory Used: {} MB\t",
            self.request_id,
            execution.duration.as_secs_f64() * 1000.0,
            execution.billed().as_millis(),
            self.configuration.memory_size,
            execution.memory_used_megabytes(),
        );
        if let Some(init) = execution.init_apart() {
            let _ = write!(
                report,
                "Init Duration: {:.2} ms\t",
                init.as_secs_f64() * 1000.0
            );
        }
        match execution.failure {
            Some(Failure::Timeout) => report.push_str("Status: timeout\t"),
            Some(Failure::OutOfMemory) => {
                report.push_str("Status: error\tError Type: Runtime.OutOfMemory\t");
            }
            Some(Failure::Exit) => {
                report.push_str("Status: error\tError Type: Runtime.ExitError\t");
            }
            Some(Failure::Error) | None => {}
        }
        report.push('\n');
        report
    }
}
