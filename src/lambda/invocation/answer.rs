//! The limits and the bill of an execution.

use std::time::Duration;

use super::{Execution, Failure, InitStatus};

/// The largest response, in bytes: 6 MiB and 100.
const MAX_RESPONSE: usize = 6_291_556;

impl Execution {
    /// Replaces a response that is too large by the service's error, and so an error ([`LARGE_ERROR`]).
    ///
    /// [`LARGE_ERROR`]: crate::lambda::choices::LARGE_ERROR
    #[must_use]
    pub fn limited(mut self) -> Self {
        if self.payload.len() > MAX_RESPONSE {
            self.failure = Some(Failure::Error);
            self.payload = format!(
                "{{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size \
                 ({MAX_RESPONSE} bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}}"
            );
        }
        self
    }

    /// What is billed: duration, and init on a cold start, rounded up to the millisecond.
    #[must_use]
    pub fn billed(&self) -> Duration {
        let total = self.duration + self.init_apart().unwrap_or_default();
        Duration::from_millis(
            u64::try_from(total.as_nanos().div_ceil(1_000_000)).unwrap_or(u64::MAX),
        )
    }

    /// How long the environment took to start on a cold start, where that is no part of the duration.
    #[must_use]
    pub fn init_apart(&self) -> Option<Duration> {
        let is_apart = self.init_status != InitStatus::Timeout;
        self.init_duration.filter(|_| is_apart)
    }

    /// The most memory used so far, in megabytes, rounded up.
    #[must_use]
    pub fn memory_used_megabytes(&self) -> u64 {
        self.memory_used.div_ceil(1024 * 1024)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn execution(duration: u64, init: Option<u64>) -> Execution {
        Execution {
            payload: String::new(),
            failure: None,
            log: String::new(),
            init_log: None,
            init_status: InitStatus::Success,
            duration: Duration::from_micros(duration),
            init_duration: init.map(Duration::from_micros),
            memory_used: 1024 * 1024 + 1,
            log_stream: "".into(),
        }
    }

    #[test]
    fn a_cold_start_is_billed_with_its_init() {
        assert_eq!(execution(3_010, None).billed(), Duration::from_millis(4));
        assert_eq!(
            execution(3_010, Some(110_100)).billed(),
            Duration::from_millis(114)
        );
        assert_eq!(execution(3_000, None).billed(), Duration::from_millis(3));
    }

    #[test]
    fn memory_is_reported_in_whole_megabytes() {
        assert_eq!(execution(0, None).memory_used_megabytes(), 2);
    }

    #[test]
    fn a_response_over_six_mebibytes_becomes_an_error() {
        let answer = |failure, length| {
            let mut execution = execution(0, None);
            execution.failure = failure;
            execution.payload = "x".repeat(length);
            execution.limited()
        };
        assert_eq!(answer(None, 6_291_556).failure, None);
        for failure in [None, Some(Failure::Error)] {
            let large = answer(failure, 6_291_557);
            assert_eq!(large.failure, Some(Failure::Error));
            assert_eq!(
                large.payload,
                r#"{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}"#
            );
        }
    }
}
