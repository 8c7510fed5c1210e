use std::rc::Rc;

use jiff::Timestamp;

use super::{Playground, Urgency};
use crate::lambda::{Change, Error, Service};

/// An earlier or later state that is looked at, and how many changes made it.
pub(super) struct Shown {
    pub(super) service: Service,
    step: usize,
}

/// Where on the line of changes the page is.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// All changes, those that were taken back included, oldest first.
    pub line: Vec<Rc<Change>>,
    /// How many of them made the present state.
    pub present: usize,
    /// How many of them made the state that is shown.
    pub shown: usize,
}

impl Position {
    /// Whether another state than the present one is looked at.
    #[must_use]
    pub fn is_looking_back(&self) -> bool {
        self.present != self.shown
    }
}

impl Playground {
    /// Where on the line of changes the page is.
    #[must_use]
    pub fn position(&self) -> Position {
        let state = self.0.state.borrow();
        let present = state.service.history().len();
        Position {
            line: state.ahead.line(&state.service),
            present,
            shown: state.shown.as_ref().map_or(present, |shown| shown.step),
        }
    }

    /// Whether another state than the present one is looked at.
    #[must_use]
    pub fn is_looking_back(&self) -> bool {
        self.0.state.borrow().shown.is_some()
    }

    /// Refuses what cannot be done while another state is looked at.
    ///
    /// # Errors
    ///
    /// Another state is looked at.
    pub fn check_present(&self) -> Result<(), Error> {
        if self.is_looking_back() {
            Err(Error::not_now())
        } else {
            Ok(())
        }
    }

    /// Shows the state at a step of the line, to be looked at alone.
    pub fn look_at(&self, step: usize) {
        {
            let mut state = self.0.state.borrow_mut();
            let is_present = step == state.service.history().len();
            // What has been applied once can be again.
            let service = state.ahead.service_at(&state.service, step).ok();
            let shown = service.map(|service| Shown { service, step });
            state.shown = shown.filter(|_| !is_present);
        }
        self.changed(Urgency::Now);
    }

    /// Shows the present state again.
    pub fn return_to_now(&self) {
        self.0.state.borrow_mut().shown = None;
        self.changed(Urgency::Now);
    }

    /// Makes the state at a step of the line the present one; what comes after it can be made again until something else
    /// is done.
    pub fn go_to(&self, step: usize) {
        {
            let mut state = self.0.state.borrow_mut();
            let state = &mut *state;
            // What has been applied once can be again; if it could not, nothing has changed.
            let _ = state.ahead.go_to(&mut state.service, step);
            state.shown = None;
            state.learning.progress.moved(&state.service);
        }
        self.update_environments();
        self.advance();
        self.keep();
        self.changed(Urgency::Now);
    }

    /// Takes the latest deed back; what it was.
    #[must_use]
    pub fn undo(&self) -> Option<Rc<Change>> {
        let step = {
            let state = self.0.state.borrow();
            state.ahead.undo_step(&state.service)?
        };
        self.check_present().ok()?;
        self.go_to(step);
        self.position().line.get(step).cloned()
    }

    /// Makes the next change again that was taken back; what it was.
    #[must_use]
    pub fn redo(&self) -> Option<Rc<Change>> {
        let (present, step) = {
            let state = self.0.state.borrow();
            let present = state.service.history().len();
            (present, state.ahead.redo_step(&state.service)?)
        };
        self.check_present().ok()?;
        self.go_to(step);
        self.position().line.get(present).cloned()
    }

    /// When time will bring the present service's next transition.
    pub(super) fn next_transition(&self) -> Option<Timestamp> {
        self.0.state.borrow().service.next_transition()
    }
}
