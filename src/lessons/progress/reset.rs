//! Beginning a step anew.

use super::Progress;
use crate::lambda::Service;
use crate::lessons::Step;

impl Progress {
    /// How many changes a step's reset takes back, and the steps that end with it: those done since it began.
    #[must_use]
    pub fn reset_reach(&self, step: &Step, service: &Service) -> (usize, Vec<&'static Step>) {
        let Some((lesson, progress)) = self.lesson.and_then(|it| Some((it, self.of(it)?))) else {
            return (0, Vec::new());
        };
        let length = service.history().len();
        let Some(ended) = progress.steps.get(step.id) else {
            return (length.saturating_sub(self.began), Vec::new());
        };
        let from = ended.changes.0.min(length);
        let others = lesson.steps.iter().filter(|other| {
            other.id != step.id
                && (progress.steps.get(other.id)).is_some_and(|other| other.changes.1 > from)
        });
        (length - from, others.collect())
    }

    /// Has a step begin anew, in a service from which what was changed since it began has been taken back.
    pub fn reset(&mut self, step: &'static Step, undone: &[&'static Step], service: &Service) {
        if let Some(progress) = self.current_mut() {
            for id in undone.iter().map(|it| it.id).chain([step.id]) {
                progress.steps.remove(id);
                progress.guesses.remove(id);
                progress.outcomes.remove(id);
            }
            progress.chosen = Some(step.id);
        }
        self.begin(service);
    }
}
