use std::collections::VecDeque;

use super::EnvironmentId;
use crate::sandbox::Call;

/// A batch under way.
pub(super) struct Job {
    /// Where the calls run.
    pub(super) environment: EnvironmentId,
    waiting: VecDeque<Call>,
    /// Posted to the worker and not answered yet; the first of them is running.
    sent: VecDeque<Call>,
    answered: usize,
}

impl Job {
    pub(super) fn new(calls: Vec<Call>, environment: EnvironmentId) -> Self {
        Self {
            environment,
            waiting: calls.into(),
            sent: VecDeque::new(),
            answered: 0,
        }
    }

    /// The call that runs now, or would be the next to run.
    pub(super) fn current(&self) -> Option<&Call> {
        self.sent.front().or_else(|| self.waiting.front())
    }

    /// Takes up to `count` calls to post.
    pub(super) fn send(&mut self, count: usize) -> Vec<Call> {
        let calls: Vec<Call> = self
            .waiting
            .drain(..count.min(self.waiting.len()))
            .collect();
        self.sent.extend(calls.iter().cloned());
        calls
    }

    /// Takes the current call and its index in the batch as answered.
    pub(super) fn answer(&mut self) -> Option<(usize, Call)> {
        let call = self.sent.pop_front().or_else(|| self.waiting.pop_front())?;
        self.answered += 1;
        Some((self.answered - 1, call))
    }

    /// Takes back what was posted to a worker that is gone.
    pub(super) fn take_back(&mut self) {
        while let Some(call) = self.sent.pop_back() {
            self.waiting.push_front(call);
        }
    }

    /// Drops the calls that were not posted.
    pub(super) fn cancel(&mut self) {
        self.waiting.clear();
    }

    pub(super) fn has_sent(&self) -> bool {
        !self.sent.is_empty()
    }

    pub(super) fn is_done(&self) -> bool {
        self.sent.is_empty() && self.waiting.is_empty()
    }
}
