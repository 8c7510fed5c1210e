//! Beginning a step anew.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::Progress;
use crate::lambda::{Act, Change, FunctionName, Service};
use crate::lessons::{LESSONS, Lesson, Step};

/// What beginning a step anew takes back.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// The places, in the history, of the changes that are taken back.
    changes: Vec<usize>,
    /// The service without them; nothing if there are none.
    service: Option<Service>,
    /// The other steps that are open again, with their lessons.
    steps: Vec<(&'static Lesson, &'static Step)>,
    functions: BTreeSet<FunctionName>,
}

impl Reach {
    /// How many changes are taken back.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.changes.len()
    }

    /// The service without them; nothing if there are none.
    #[must_use]
    pub fn service(&self) -> Option<&Service> {
        self.service.as_ref()
    }

    /// How many other steps of a lesson are open again.
    #[must_use]
    pub fn steps_of(&self, lesson: &Lesson) -> usize {
        let own = self.steps.iter().filter(|(of, _)| *of == lesson);
        own.count()
    }

    /// The other lessons of which steps are open again, in their order.
    pub fn lessons_but(&self, lesson: &Lesson) -> impl Iterator<Item = &'static Lesson> {
        let others = LESSONS.into_iter().filter(move |it| *it != lesson);
        others.filter(|it| self.steps_of(it) > 0)
    }

    /// The other functions of which changes are taken back: where nothing else is possible.
    #[must_use]
    pub fn functions(&self) -> &BTreeSet<FunctionName> {
        &self.functions
    }

    /// Where a place in the history is once the changes are taken back.
    fn moved(&self, place: usize) -> usize {
        place - self.changes.iter().filter(|it| **it < place).count()
    }
}

impl Progress {
    /// What a step's reset takes back: the changes of the lesson's function since it began, and with them the steps, of any
    /// lesson about that function, that were over later.
    ///
    /// Where what was changed of other functions cannot stay without those changes, it is taken back as well.
    #[must_use]
    pub fn reset_reach(&self, step: &Step, service: &Service) -> Reach {
        let Some((lesson, progress)) = self.lesson.and_then(|it| Some((it, self.of(it)?))) else {
            return Reach::default();
        };
        let history = service.history();
        let began = progress.steps.get(step.id).map(|it| it.changes.0);
        let from = began.unwrap_or(self.began).min(history.len());
        let since = (from..).zip(&history[from..]);
        let own = progress.function.as_ref();
        let is_own = |change: &Change| own.is_some() && own == function_of(change).as_ref();
        let changes: Vec<usize> = since
            .clone()
            .filter(|(_, change)| is_own(change))
            .map(|(place, _)| place)
            .collect();
        let Some(&first) = changes.first() else {
            return Reach::default();
        };
        let kept = (0..).zip(history).filter(|(it, _)| !changes.contains(it));
        let kept = kept.map(|(_, change): (usize, &Rc<Change>)| (**change).clone());
        let mut reach = Reach::default();
        if let Ok(without) = service.replay_with(kept) {
            reach.service = Some(without);
            reach.changes = changes;
        } else if let Ok(before) = service.at(from) {
            reach.service = Some(before);
            reach.changes = (from..history.len()).collect();
            let functions = since.filter_map(|(_, change)| function_of(change));
            reach.functions = functions.filter(|it| Some(it) != own).collect();
        }
        let is_reached = |function: Option<&FunctionName>| {
            function.is_some_and(|it| Some(it) == own || reach.functions.contains(it))
        };
        let mut steps = Vec::new();
        for other in LESSONS {
            let Some(progress) = self.of(other).filter(|it| is_reached(it.function.as_ref()))
            else {
                continue;
            };
            let later = other.steps.iter().filter(|it| {
                let ended = progress.steps.get(it.id);
                ended.is_some_and(|ended| ended.changes.1 > first)
                    && (other != lesson || it.id != step.id)
            });
            steps.extend(later.map(|step| (other, step)));
        }
        reach.steps = steps;
        reach
    }

    /// Has a step begin anew, in a service from which what it reaches has been taken back.
    pub fn reset(&mut self, step: &'static Step, reach: &Reach, service: &Service) {
        for progress in self.lessons.values_mut() {
            for step in progress.steps.values_mut() {
                let (from, to) = step.changes;
                step.changes = (reach.moved(from), reach.moved(to));
            }
        }
        let own = self.lesson.map(|lesson| (lesson, step));
        for (lesson, step) in reach.steps.iter().copied().chain(own) {
            if let Some(progress) = self.lessons.get_mut(lesson.id) {
                progress.steps.remove(step.id);
                progress.guesses.remove(step.id);
                progress.outcomes.remove(step.id);
                progress.operations.remove(step.id);
            }
        }
        if let Some(progress) = self.current_mut() {
            progress.chosen = Some(step.id);
        }
        self.begin(service);
    }
}

/// The function that a change is about, if it is about one.
fn function_of(change: &Change) -> Option<FunctionName> {
    match &change.act {
        Act::Operation(operation) => operation.changed_function(),
        Act::ProvisioningFailed { function, .. } => Some(function.clone()),
        Act::SetDelays(_) | Act::Settle => None,
    }
}
