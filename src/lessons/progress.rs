mod reset;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::Timestamp;

use super::lesson::{Kind, Lesson, Step};
use super::observations::Observations;
use super::outcome::{Guess, Outcome, largest_run};
use super::situation::{Situation, Workspace};
use super::slip::Slip;
use super::texts::Facts;
use crate::lambda::{Error, FunctionName, InvocationRecord, Operation, Service};

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

    /// Forgets everything about a lesson.
    pub fn start_over(&mut self, lesson: &'static Lesson, service: &Service) {
        let setups = self.of(lesson).map_or(0, |it| it.setups);
        let fresh = LessonProgress {
            setups,
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
    /// The first step begins when they have been applied.
    pub fn set_up(&mut self, world: &World) -> Vec<Operation> {
        let Some(lesson) = self.lesson else {
            return Vec::new();
        };
        let Some(name) = free_name(lesson.setup.function, world.service) else {
            return Vec::new();
        };
        let progress = self.lessons.entry(lesson.id).or_default();
        progress.setups = progress.setups.wrapping_add(1);
        progress.function = Some(name.clone());
        let operations = (lesson.setup.operations)(&name, self.variant(world));
        self.begin(world.service);
        self.began += operations.len();
        operations
    }

    /// Takes note of an invocation.
    pub fn saw_invocation(&mut self, record: &InvocationRecord) {
        if self.lesson.is_some() {
            self.seen.saw_invocation(record);
        }
    }

    /// Takes note of a request that the service refused.
    pub fn saw_refusal(&mut self, operation: &'static str, error: &Error) {
        if self.lesson.is_some() {
            self.seen.saw_refusal(operation, error);
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
            if let Some(lesson) = self.lesson {
                (lesson.facts)(situation, &mut facts);
            }
            facts
        })
    }

    /// The function that the open lesson is about; as long as there is none that is fit for it, the name that one would
    /// get.
    #[must_use]
    pub fn function(&self, world: &World) -> Option<FunctionName> {
        self.settled_function(world)
            .or_else(|| self.lesson?.setup.function.parse().ok())
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
        Situation {
            service: world.service,
            began: self.began,
            seen: &self.seen,
            over: self.lesson.and_then(|it| Some(&self.of(it)?.steps)),
            function_name,
            workspace,
            guess: self.guess(),
            outcomes: self.lesson.and_then(|it| Some(&self.of(it)?.outcomes)),
            variant: self.variant(world),
        }
    }

    /// The function that the open lesson is about, unless it was deleted.
    fn settled_function(&self, world: &World) -> Option<FunctionName> {
        let name = self.of(self.lesson?)?.function.clone()?;
        world.service.function(&name).map(|_| name)
    }

    /// Settles what function the open lesson is about: of those that are fit for it, the one changed last.
    fn settle_function(&mut self, world: &World) {
        let Some(lesson) = self.lesson else { return };
        if self.settled_function(world).is_some() {
            return;
        }
        let mut functions: Vec<_> = world.service.functions().collect();
        functions.sort_by_key(|function| Reverse(function.latest().last_modified()));
        let fit = functions.into_iter().find(|function| {
            let workspace = (world.workspace)(function.name());
            (lesson.setup.is_ready)(&self.situation(world, function.name(), &workspace))
        });
        if let Some(function) = fit
            && let Some(progress) = self.current_mut()
        {
            progress.function = Some(function.name().clone());
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

    /// Takes note that the service has gone back or forth in its history, or is another one.
    pub fn moved(&mut self, service: &Service) {
        self.began = self.began.min(service.history().len());
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
        if matches!(step.kind, Kind::Run { .. })
            && let Some(outcome) = self.judge(world, largest_run)
            && let Some(progress) = self.current_mut()
        {
            progress.outcomes.insert(step.id, outcome);
        }
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
