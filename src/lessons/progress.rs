mod function;
mod reset;

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::lesson::{Kind, Lesson, Step};
use super::observations::{Attempt, Observations};
use super::outcome::{Guess, Outcome, outcome_of_step};
use super::situation::{Situation, Workspace};
use super::slip::Slip;
use super::texts::Facts;
use crate::lambda::{Error, FunctionName, InvocationRecord, Service};

pub use reset::Reach;

/// How far the learner is, and in what lesson.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    lesson: Option<&'static Lesson>,
    lessons: BTreeMap<&'static str, LessonProgress>,
    /// How many changes the history had when the current step began.
    began: usize,
    /// What was seen since then.
    seen: Observations,
}

/// How far the learner is in one lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LessonProgress {
    /// The function it is about.
    pub function: Option<FunctionName>,
    /// How often a function was made for it.
    pub setups: u8,
    /// The seed of the teacher's link that it was begun with, if it was.
    pub seed: Option<String>,
    /// The step the learner went back to.
    pub chosen: Option<&'static str>,
    /// The steps that are over.
    pub steps: BTreeMap<&'static str, StepProgress>,
    /// How many hints of a step were read.
    pub hints: BTreeMap<&'static str, u8>,
    /// What was guessed, by the step that asks for it.
    pub guesses: BTreeMap<&'static str, Guess>,
    /// What came of runs, by the step that asks for them.
    pub outcomes: BTreeMap<&'static str, Outcome>,
    /// How many operations were spent on its function, by the step they were spent in.
    pub operations: BTreeMap<&'static str, u32>,
}

/// How a step ended.
#[derive(Clone, Debug, PartialEq)]
pub struct StepProgress {
    pub ended: Ended,
    pub at: Timestamp,
    /// How many changes the history had when it began and when it ended.
    pub changes: (usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Done,
    Skipped,
}

/// What is outside the lessons.
#[derive(Clone, Copy)]
pub struct World<'a> {
    pub service: &'a Service,
    pub workspace: &'a dyn Fn(&FunctionName) -> Workspace,
    /// A number that the page's seed gives.
    pub variant: u8,
}

impl Progress {
    /// Goes on from what was saved.
    #[must_use]
    pub fn restored(
        lesson: Option<&'static Lesson>,
        lessons: BTreeMap<&'static str, LessonProgress>,
        service: &Service,
    ) -> Self {
        Self {
            lesson,
            lessons,
            began: service.history().len(),
            seen: Observations::default(),
        }
    }

    /// Whether no lesson was ever opened.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.lessons.is_empty()
    }

    /// The lesson that is open.
    #[must_use]
    pub fn lesson(&self) -> Option<&'static Lesson> {
        self.lesson
    }

    /// How far the learner is in a lesson, if it was ever opened.
    #[must_use]
    pub fn of(&self, lesson: &Lesson) -> Option<&LessonProgress> {
        self.lessons.get(lesson.id)
    }

    /// The step that the open lesson is at; nothing when all are over.
    #[must_use]
    pub fn step(&self) -> Option<&'static Step> {
        let lesson = self.lesson?;
        let progress = self.of(lesson);
        let chosen = progress.and_then(|it| lesson.step(it.chosen?));
        let is_over = |step: &Step| progress.is_some_and(|it| it.steps.contains_key(step.id));
        chosen.or_else(|| lesson.steps.iter().find(|step| !is_over(step)))
    }

    /// Opens a lesson, or leaves it for the list of all.
    pub fn open(&mut self, lesson: Option<&'static Lesson>, world: &World) {
        self.lesson = lesson;
        if let Some(lesson) = lesson {
            self.lessons.entry(lesson.id).or_default();
        }
        self.begin(world.service);
        self.settle_function(world);
    }

    /// Takes note of an invocation.
    pub fn saw_invocation(&mut self, record: &InvocationRecord) {
        if self.lesson.is_some() {
            self.seen.saw_invocation(record);
        }
    }

    /// Takes note that no invocation has been under way for a moment, so that what was fired is one run.
    pub fn run_ended(&mut self) {
        self.seen.run_ended();
    }

    /// Takes note that a test event was saved for a function.
    pub fn saw_event(&mut self, function: &FunctionName) {
        if self.lesson.is_some() {
            self.seen.saw_event(function.clone());
        }
    }

    /// Takes note of a request that reached no code.
    pub fn saw_refusal(&mut self, operation: &'static str, error: &Error) {
        let attempt = Attempt {
            operation,
            function: None,
            alias: None,
        };
        if self.lesson.is_some() {
            self.seen.saw_refusal(attempt, error, usize::MAX);
        }
    }

    /// Takes note of an operation that the service refused.
    pub fn saw_refused(&mut self, attempt: Attempt, error: &Error, service: &Service) {
        if self.lesson.is_some() {
            let changes = service.history().len();
            self.seen.saw_refusal(attempt, error, changes);
        }
    }

    /// Takes note of an operation that has changed the service.
    pub fn saw_change(&mut self, attempt: &Attempt, service: &Service) {
        // What makes the lesson's function comes before the first step.
        if service.history().len() <= self.began {
            return;
        }
        let Some(step) = self.step() else { return };
        if let Some(progress) = self.current_mut()
            && attempt.function.is_some()
            && attempt.function == progress.function
        {
            *progress.operations.entry(step.id).or_default() += 1;
        }
    }

    /// Ticks the steps whose check passes, from the current one on; whether there was any.
    pub fn advance(&mut self, world: &World, at: Timestamp) -> bool {
        self.settle_function(world);
        let mut advanced = false;
        while let Some(step) = self.step()
            && self.is_ready(world)
            && self.judge(world, step.check)
        {
            self.note_outcome(step, world);
            self.end(step, Ended::Done, world, at);
            advanced = true;
        }
        advanced
    }

    /// Leaves the current step undone.
    pub fn skip(&mut self, world: &World, at: Timestamp) {
        if let Some(step) = self.step() {
            self.end(step, Ended::Skipped, world, at);
        }
    }

    /// Goes back to a step, whether or not it is over.
    pub fn choose(&mut self, step: &'static Step, service: &Service) {
        if let Some(progress) = self.current_mut() {
            progress.chosen = Some(step.id);
        }
        self.begin(service);
    }

    /// Shows one more hint of the current step.
    pub fn hint(&mut self) {
        if let Some(step) = self.step()
            && let Some(progress) = self.current_mut()
        {
            *progress.hints.entry(step.id).or_default() += 1;
        }
    }

    /// Takes the guess that the current step asks for.
    pub fn predict(&mut self, guess: Guess) {
        if let Some(step) = self.step()
            && matches!(step.kind, Kind::Predict { .. })
            && let Some(progress) = self.current_mut()
        {
            progress.guesses.insert(step.id, guess);
        }
    }

    /// What has gone wrong in the current step, if it is anything common.
    #[must_use]
    pub fn slip(&self, world: &World) -> Option<&'static Slip> {
        let step = self.step()?;
        self.judge(world, |situation| {
            step.slips.iter().find(|slip| (slip.fits)(situation))
        })
    }

    /// What the texts of the open lesson speak of.
    #[must_use]
    pub fn facts(&self, world: &World) -> Facts {
        self.judge(world, |situation| {
            let mut facts = Facts::default();
            facts.text("function", situation.function_name);
            let asked = match self.step().map(|step| step.kind) {
                Some(Kind::Run { invocations }) => invocations,
                _ => 0,
            };
            facts.number("asked", asked);
            if let Some(lesson) = self.lesson {
                (lesson.facts)(situation, &mut facts);
            }
            facts
        })
    }

    /// Reads the situation of the open lesson.
    pub fn judge<T: Default>(&self, world: &World, read: impl FnOnce(&Situation) -> T) -> T {
        let Some(name) = self.function(world) else {
            return T::default();
        };
        let workspace = (world.workspace)(&name);
        read(&self.situation(world, &name, &workspace))
    }

    fn situation<'a>(
        &'a self,
        world: &World<'a>,
        function_name: &'a FunctionName,
        workspace: &'a Workspace,
    ) -> Situation<'a> {
        let progress = self.lesson.and_then(|it| self.of(it));
        Situation {
            service: world.service,
            began: self.began,
            seen: &self.seen,
            chosen: progress.is_some_and(|it| it.chosen.is_some()),
            spent: progress.map(|it| &it.operations),
            function_name,
            workspace,
            guess: self.guess(),
            outcomes: progress.map(|it| &it.outcomes),
            variant: self.variant(world),
            setups: progress.map_or(0, |it| it.setups),
        }
    }

    /// The guess of the current step.
    fn guess(&self) -> Option<Guess> {
        let guesses = &self.of(self.lesson?)?.guesses;
        guesses.get(self.step()?.id).copied()
    }

    /// Which form of the lesson is played: the seed's, and another one at each further set-up.
    fn variant(&self, world: &World) -> u8 {
        let setups = self.lesson.and_then(|it| self.of(it)).map_or(0, |it| {
            // The first set-up and what precedes it are of the same form.
            it.setups.saturating_sub(1)
        });
        world.variant.wrapping_add(setups) % 3
    }

    fn current_mut(&mut self) -> Option<&mut LessonProgress> {
        self.lessons.get_mut(self.lesson?.id)
    }

    /// Has the current step begin with this service.
    pub fn begin(&mut self, service: &Service) {
        self.began = service.history().len();
        self.seen = Observations::default();
    }

    /// Takes note that the service has gone back or forth in its history.
    pub fn moved(&mut self, service: &Service) {
        self.began = self.began.min(service.history().len());
    }

    /// Takes note that another service is in the place of the one there was: none of its changes were made in a step.
    pub fn replaced(&mut self, service: &Service) {
        let length = service.history().len();
        for progress in self.lessons.values_mut() {
            for step in progress.steps.values_mut() {
                step.changes = (length, length);
            }
        }
        self.begin(service);
    }

    fn end(&mut self, step: &'static Step, ended: Ended, world: &World, at: Timestamp) {
        let changes = (self.began, world.service.history().len());
        if let Some(progress) = self.current_mut() {
            // A step that was done once stays so, even if it is skipped on a second visit.
            let before = progress.steps.get(step.id).map(|it| it.ended);
            if before != Some(Ended::Done) || ended == Ended::Done {
                let ended = StepProgress { ended, at, changes };
                progress.steps.insert(step.id, ended);
            }
            progress.chosen = None;
        }
        self.begin(world.service);
    }

    /// Keeps what came of a run, for the texts of later steps and beside what was guessed.
    fn note_outcome(&mut self, step: &'static Step, world: &World) {
        if let Kind::Run { invocations } = step.kind
            && let Some(outcome) = self.judge(world, |it| outcome_of_step(it, invocations))
            && let Some(progress) = self.current_mut()
        {
            progress.outcomes.insert(step.id, outcome);
        }
    }
}
