//! Going back and forth in a service's history.
//!
//! A service with what lies ahead of it makes one line of changes. A step of it is a number of changes: the state at a step
//! is what that many of them made.

use std::rc::Rc;

use super::error::Error;
use super::history::Change;
use super::service::Service;

/// The changes that were taken back and can be made again, the next one first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead(Vec<Rc<Change>>);

impl Ahead {
    #[must_use]
    pub fn new(changes: Vec<Rc<Change>>) -> Self {
        Self(changes)
    }

    #[must_use]
    pub fn changes(&self) -> &[Rc<Change>] {
        &self.0
    }

    /// Forgets them: something else was done instead.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// All changes of the line, oldest first.
    #[must_use]
    pub fn line(&self, service: &Service) -> Vec<Rc<Change>> {
        let changes = service.history().iter().chain(&self.0);
        changes.map(Rc::clone).collect()
    }

    /// The service as it was, or will be, at a step.
    ///
    /// # Errors
    ///
    /// None: what has been applied once can be applied again.
    pub fn service_at(&self, service: &Service, step: usize) -> Result<Service, Error> {
        let line = self.line(service);
        let changes = line.iter().take(step).map(|change| (**change).clone());
        Service::replay(service.first_delays(), changes)
    }

    /// Takes changes back, or makes them again, until the service is at a step.
    ///
    /// # Errors
    ///
    /// Those of [`Ahead::service_at`]; nothing has changed then.
    pub fn go_to(&mut self, service: &mut Service, step: usize) -> Result<(), Error> {
        let mut line = self.line(service);
        *service = self.service_at(service, step)?;
        self.0 = line.split_off(step.min(line.len()));
        Ok(())
    }

    /// The step before the latest deed: what the cloud did by itself afterwards goes with it.
    #[must_use]
    pub fn undo_step(&self, service: &Service) -> Option<usize> {
        service
            .history()
            .iter()
            .rposition(|change| change.is_deed())
    }

    /// The step after the next deed, and after what the cloud did by itself then.
    #[must_use]
    pub fn redo_step(&self, service: &Service) -> Option<usize> {
        let (_, rest) = self.0.split_first()?;
        let alone = rest.iter().take_while(|change| !change.is_deed()).count();
        Some(service.history().len() + 1 + alone)
    }
}
