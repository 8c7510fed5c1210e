//! What function a lesson is about.

use std::cmp::Reverse;

use super::{LessonProgress, Progress, World};
use crate::lambda::{Act, FunctionName, Operation, Service};
use crate::lessons::observations::Observations;
use crate::lessons::{Lesson, Situation};
use crate::traffic::Seed;

impl Progress {
    /// Forgets everything about a lesson: it begins with another function than the one it was about.
    pub fn start_over(&mut self, lesson: &'static Lesson, service: &Service) {
        let before = self.of(lesson);
        let fresh = LessonProgress {
            function: free_name(lesson.setup.function, service),
            setups: before.map_or(0, |it| it.setups),
            seed: before.and_then(|it| it.seed.clone()),
            ..LessonProgress::default()
        };
        self.lessons.insert(lesson.id, fresh);
        self.begin(service);
    }

    /// Remembers what was forgotten of a lesson.
    pub fn put_back(&mut self, lesson: &'static Lesson, before: LessonProgress, service: &Service) {
        self.lessons.insert(lesson.id, before);
        self.begin(service);
    }

    /// Forgets everything about a lesson that a teacher asks for: it begins with whatever there is.
    pub fn assign(&mut self, lesson: &'static Lesson, seed: &Seed, service: &Service) {
        let fresh = LessonProgress {
            seed: Some(seed.text().to_owned()),
            ..LessonProgress::default()
        };
        self.lessons.insert(lesson.id, fresh);
        self.begin(service);
    }

    /// Whether the open lesson has the function it begins with, or needs none.
    #[must_use]
    pub fn is_ready(&self, world: &World) -> bool {
        let Some(lesson) = self.lesson else {
            return false;
        };
        self.settled_function(world).is_some() || self.judge(world, lesson.setup.is_ready)
    }

    /// The operations that make a function for the open lesson, which is about that one from then on.
    ///
    /// The first step begins when they have been applied: what was done with a function that is gone is not done with this
    /// one.
    pub fn set_up(&mut self, world: &World) -> Vec<Operation> {
        let Some(lesson) = self.lesson else {
            return Vec::new();
        };
        let Some(name) = free_name(lesson.setup.function, world.service) else {
            return Vec::new();
        };
        let progress = self.lessons.entry(lesson.id).or_default();
        *progress = LessonProgress {
            function: Some(name.clone()),
            setups: progress.setups.wrapping_add(1),
            seed: progress.seed.take(),
            ..LessonProgress::default()
        };
        let operations = (lesson.setup.operations)(&name, self.variant(world));
        self.begin(world.service);
        self.began += operations.len();
        operations
    }

    /// The function that the open lesson is about; as long as there is none that is fit for it, the name that one would
    /// get.
    #[must_use]
    pub fn function(&self, world: &World) -> Option<FunctionName> {
        self.settled_function(world).or_else(|| {
            let lesson = self.lesson?;
            let kept = self.of(lesson).and_then(|it| it.function.clone());
            kept.filter(|name| world.service.is_fresh(name))
                .or_else(|| free_name(lesson.setup.function, world.service))
        })
    }

    /// Has the open lesson be about the function changed last, whether or not it is fit for it.
    pub fn take_latest_function(&mut self, world: &World) {
        let mut functions = world.service.functions();
        let Some(first) = functions.next() else {
            return;
        };
        let latest = functions.fold(first, |latest, it| {
            if it.latest().last_modified() > latest.latest().last_modified() {
                it
            } else {
                latest
            }
        });
        if let Some(progress) = self.current_mut() {
            progress.function = Some(latest.name().clone());
        }
    }

    /// The function that the open lesson is about, unless it was deleted.
    fn settled_function(&self, world: &World) -> Option<FunctionName> {
        let name = self.of(self.lesson?)?.function.clone()?;
        world.service.function(&name).map(|_| name)
    }

    /// Settles what function the open lesson is about: of those that are fit for it, the one changed last.
    ///
    /// A lesson that was about another one before, or begins anew, takes one that was created since, or that is still where
    /// the first step begins.
    pub(super) fn settle_function(&mut self, world: &World) {
        let Some(lesson) = self.lesson else { return };
        if self.settled_function(world).is_some() {
            return;
        }
        let begins_anew = self.of(lesson).is_some_and(|it| it.function.is_some());
        let mut functions: Vec<_> = world.service.functions().collect();
        functions.sort_by_key(|function| Reverse(function.latest().last_modified()));
        let nothing = Observations::default();
        let fit = functions.into_iter().find(|function| {
            let name = function.name();
            let workspace = (world.workspace)(name);
            let situation = Situation {
                seen: &nothing,
                ..self.situation(world, name, &workspace)
            };
            let is_begun = || lesson.steps.iter().take(1).any(|it| (it.check)(&situation));
            (lesson.setup.is_ready)(&situation)
                && (!begins_anew || self.was_created(world.service, name) || !is_begun())
        });
        if let Some(function) = fit
            && let Some(progress) = self.current_mut()
        {
            progress.function = Some(function.name().clone());
        }
    }

    /// Whether a function was created since the current step began.
    fn was_created(&self, service: &Service, name: &FunctionName) -> bool {
        let since = service.history().get(self.began..).unwrap_or_default();
        since.iter().any(|change| match &change.act {
            Act::Operation(operation) => {
                matches!(**operation, Operation::CreateFunction(_))
                    && operation.changed_function().as_ref() == Some(name)
            }
            _ => false,
        })
    }
}

/// A name that no function has or had: set-ups count on version 1 being the first.
fn free_name(wanted: &str, service: &Service) -> Option<FunctionName> {
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find_map(|name| {
        let name: FunctionName = name.parse().ok()?;
        service.is_fresh(&name).then_some(name)
    })
}
