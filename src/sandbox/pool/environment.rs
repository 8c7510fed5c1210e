use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use super::{EnvironmentId, JobId, WorkerId};
use crate::sandbox::{
    Call, EnvironmentKey, EnvironmentState, EnvironmentView, Init, InitStatus, Specification,
};

/// How long an import may take while a call waits for it, as on Lambda.
pub(super) const INIT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long one may take that no call waits for: what Lambda grants provisioned concurrency at least.
const AHEAD_TIMEOUT: Duration = Duration::from_secs(130);

/// The most calls posted to a worker at once: enough to hide the way there, few enough to stop soon.
const LARGEST_CHUNK: usize = 64;

/// How many milliseconds the calls posted at once should take together.
const CHUNK_TIME: std::ops::Range<f64> = 12.0..36.0;

/// One execution environment: it outlives the workers it runs in.
pub(super) struct Environment {
    pub(super) key: EnvironmentKey,
    /// Its number among those of its key.
    pub(super) lane: usize,
    pub(super) specification: Specification,
    /// `/tmp` as of the last completed call.
    pub(super) temporary: BTreeMap<String, Rc<[u8]>>,
    pub(super) phase: Phase,
    /// Since when it waits for a part of the playground.
    pub(super) waits_since: Option<f64>,
    /// The batch that it serves.
    pub(super) job: Option<JobId>,
    /// Whether it is kept ready ahead of calls.
    pub(super) provisioned: bool,
    /// Whether its last start failed: then it is not started again before a call needs it.
    pub(super) broken: bool,
    /// Whether it ends when its batch is done.
    pub(super) retired: bool,
    /// Where its start took longer than a start may: how much of the time of the call that waits for it the next start
    /// took, which is part of that call.
    pub(super) overran: Option<Duration>,
    /// How it started, until a record has told it.
    pub(super) untold_init: Option<Init>,
    /// What its current call has written and told already.
    pub(super) written: String,
    /// When it was used last, counted in uses of any environment.
    pub(super) used: u64,
    pub(super) memory: u64,
    pub(super) invocations: u64,
    init: Option<Duration>,
    pace: usize,
    /// When calls were posted last, and how many invocations there had been by then.
    chunk: Option<(f64, u64)>,
}

/// What an environment runs in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Phase {
    /// Nothing: its process ended, or has not begun.
    Stopped,
    /// A worker that imports the handler since a moment, ahead of calls or because one needs it, and how long it may.
    Starting {
        worker: WorkerId,
        since: f64,
        ahead: bool,
        timeout: Duration,
    },
    /// A worker whose current call, if there is one, began at a moment.
    Ready { worker: WorkerId, since: f64 },
}

impl Environment {
    pub(super) fn new(key: EnvironmentKey, lane: usize, specification: Specification) -> Self {
        Self {
            key,
            lane,
            specification,
            temporary: BTreeMap::new(),
            phase: Phase::Stopped,
            waits_since: None,
            job: None,
            provisioned: false,
            broken: false,
            retired: false,
            overran: None,
            untold_init: None,
            written: String::new(),
            used: 0,
            memory: 0,
            invocations: 0,
            init: None,
            pace: 1,
            chunk: None,
        }
    }

    /// One that is kept ready ahead of calls.
    pub(super) fn provisioned(
        key: EnvironmentKey,
        lane: usize,
        specification: Specification,
    ) -> Self {
        Self {
            provisioned: true,
            ..Self::new(key, lane, specification)
        }
    }

    pub(super) fn worker(&self) -> Option<WorkerId> {
        match self.phase {
            Phase::Stopped => None,
            Phase::Starting { worker, .. } | Phase::Ready { worker, .. } => Some(worker),
        }
    }

    /// Whether a batch could be given to it.
    pub(super) fn is_free(&self) -> bool {
        self.job.is_none() && !self.retired
    }

    /// Whether it may end to make room.
    pub(super) fn is_spare(&self) -> bool {
        self.is_free() && !self.provisioned
    }

    /// Whether it is to be started ahead of calls.
    pub(super) fn is_due(&self) -> bool {
        self.provisioned && self.is_free() && !self.broken && self.phase == Phase::Stopped
    }

    /// Whether nothing has ever run in it, and nothing will unless it is chosen again.
    pub(super) fn is_unborn(&self) -> bool {
        self.phase == Phase::Stopped && self.init.is_none() && !self.provisioned
    }

    /// Since when it has had nothing to do; nothing if it has, or does not run.
    pub(super) fn idle_since(&self) -> Option<f64> {
        match self.phase {
            Phase::Ready { since, .. } if self.job.is_none() => Some(since),
            _ => None,
        }
    }

    pub(super) fn is_ready(&self) -> bool {
        matches!(self.phase, Phase::Ready { .. })
    }

    /// Goes into a worker to start there, for the call that waits if there is one; tells how long that may take.
    pub(super) fn enter(&mut self, worker: WorkerId, call: Option<&Call>, now: f64) -> Duration {
        let timeout = match call {
            None => AHEAD_TIMEOUT,
            Some(call) if self.overran.is_some() => call.timeout,
            Some(_) => INIT_TIMEOUT,
        };
        self.phase = Phase::Starting {
            worker,
            since: now,
            ahead: call.is_none(),
            timeout,
        };
        self.waits_since = None;
        timeout
    }

    /// Begins to wait, or goes on as if no time had passed.
    pub(super) fn wait(&mut self, waits: bool, now: f64) {
        if waits {
            self.waits_since = Some(now);
        } else if let Some(begin) = self.waits_since.take()
            && let Phase::Starting { since, .. } | Phase::Ready { since, .. } = &mut self.phase
        {
            *since += now - begin;
        }
    }

    /// Takes note of how a start ended; one that is part of a call belongs to that.
    pub(super) fn begin(&mut self, duration: Duration, log: &str, memory: u64, status: InitStatus) {
        self.memory = memory;
        self.pace = 1;
        if let Some(spent) = &mut self.overran {
            *spent = duration;
            self.written.push_str(log);
            return;
        }
        let written = std::mem::take(&mut self.written);
        self.init = Some(duration);
        self.untold_init = Some(Init {
            duration,
            log: written + log,
            ahead: matches!(self.phase, Phase::Starting { ahead: true, .. }),
            status,
        });
    }

    /// How long a call may still take.
    pub(super) fn left_of(&self, timeout: Duration) -> Duration {
        timeout.saturating_sub(self.overran.unwrap_or_default())
    }

    /// Whether a start that took too long is made once more for the call that waits.
    pub(super) fn may_start_again(&self) -> bool {
        self.overran.is_none()
            && self.job.is_some()
            && matches!(self.phase, Phase::Starting { ahead: false, .. })
    }

    /// Takes note of what a call did to `/tmp`.
    pub(super) fn keep(&mut self, changes: Vec<(String, Option<Rc<[u8]>>)>) {
        for (path, content) in changes {
            match content {
                Some(content) => self.temporary.insert(path, content),
                None => self.temporary.remove(&path),
            };
        }
    }

    /// How many calls to post now: as many as will take about [`CHUNK_TIME`], judged by those posted before.
    pub(super) fn pace(&mut self, now: f64) -> usize {
        let before = self.chunk.replace((now, self.invocations));
        if let Some((posted, invocations)) = before
            && invocations + self.pace as u64 == self.invocations
        {
            let elapsed = now - posted;
            if elapsed < CHUNK_TIME.start {
                self.pace = (self.pace * 2).min(LARGEST_CHUNK);
            } else if elapsed > CHUNK_TIME.end {
                self.pace = (self.pace / 2).max(1);
            }
        }
        self.pace
    }

    /// Begins a batch: time spent idle says nothing of the pace.
    pub(super) fn forget_chunk(&mut self) {
        self.chunk = None;
    }

    pub(super) fn view(&self, id: EnvironmentId) -> EnvironmentView {
        let state = match (self.phase, self.job) {
            _ if self.retired => EnvironmentState::Retired,
            (Phase::Stopped, Some(_)) | (Phase::Starting { .. }, _) => EnvironmentState::Starting,
            (Phase::Stopped, None) if self.is_due() => EnvironmentState::Starting,
            (_, Some(_)) => EnvironmentState::Busy,
            (_, None) => EnvironmentState::Idle,
        };
        EnvironmentView {
            id,
            key: self.key.clone(),
            state,
            provisioned: self.provisioned,
            invocations: self.invocations,
            init: self.init,
            memory: self.memory,
            log_stream: Rc::clone(&self.specification.log_stream),
        }
    }
}
