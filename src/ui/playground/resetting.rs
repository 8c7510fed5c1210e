//! Beginning a step of a lesson anew.

use super::Playground;
use crate::lambda::{Ahead, Service};
use crate::lessons::{Progress, Reach, Step};

/// What beginning a step anew has taken back, to be put back.
#[derive(Clone)]
pub struct TakenBack {
    service: Service,
    ahead: Ahead,
    progress: Progress,
    /// How many changes were taken back.
    pub changes: usize,
    /// How many changes are left.
    left: usize,
}

impl Playground {
    /// What beginning a step anew takes back.
    #[must_use]
    pub fn reset_reach(&self, step: &Step) -> Reach {
        let state = self.0.state.borrow();
        let progress = &state.learning.progress;
        progress.reset_reach(step, &state.service)
    }

    /// Begins a step anew, without what was changed since it began; what was taken back, if anything.
    #[must_use]
    pub fn reset_step(&self, step: &'static Step) -> Option<TakenBack> {
        let reach = self.reset_reach(step);
        let taken = {
            let mut state = self.0.state.borrow_mut();
            let state = &mut *state;
            let progress = state.learning.progress.clone();
            let taken = reach.service().cloned().map(|without| TakenBack {
                left: without.history().len(),
                service: std::mem::replace(&mut state.service, without),
                ahead: std::mem::take(&mut state.ahead),
                progress,
                changes: reach.changes(),
            });
            state.shown = None;
            let progress = &mut state.learning.progress;
            progress.reset(step, &reach, &state.service);
            taken
        };
        self.update_environments();
        self.learned();
        taken
    }

    /// Puts back what beginning a step anew has taken back, unless something was changed since.
    pub fn undo_reset(&self, taken: &TakenBack) {
        {
            let mut state = self.0.state.borrow_mut();
            let state = &mut *state;
            if state.service.history().len() != taken.left {
                return;
            }
            let taken = taken.clone();
            state.service = taken.service;
            state.ahead = taken.ahead;
            state.learning.progress = taken.progress;
            state.shown = None;
        }
        self.update_environments();
        self.learned();
    }
}
