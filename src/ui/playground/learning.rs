use std::cell::Ref;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::{Playground, State, Urgency, now};
use crate::lambda::{Error, FunctionName, Service};
use crate::lessons::{
    Assignment, Attempt, Deed, Facts, Guess, Language, Lesson, LessonProgress, Progress, Slip,
    Start, Step, Workspace, World,
};
use crate::storage::share::{self, ShareError};
use crate::storage::{self, Document, Packages};

/// The lessons as the page shows them.
#[derive(Clone, Debug, Default)]
pub struct Learning {
    /// Whether the lesson panel is open.
    pub is_open: bool,
    /// Whether steps are offered in their order alone, as a teacher's link asks.
    pub is_locked: bool,
    pub language: Language,
    pub progress: Progress,
}

/// How long, in milliseconds, nothing may run before it counts as over: runs are sent in batches.
const PAUSE: u32 = 60;

impl Playground {
    /// The lessons as the page shows them.
    #[must_use]
    pub fn learning(&self) -> Ref<'_, Learning> {
        Ref::map(self.0.state.borrow(), |state| &state.learning)
    }

    /// Opens or closes the lesson panel.
    pub fn show_lessons(&self, open: bool) {
        self.0.state.borrow_mut().learning.is_open = open;
        self.learned();
    }

    /// Tells the lessons in a language.
    pub fn set_language(&self, language: Language) {
        self.0.state.borrow_mut().learning.language = language;
        self.learned();
    }

    /// Opens a lesson in the panel.
    pub fn open_lesson(&self, lesson: &'static Lesson) {
        self.learn(|progress, world| progress.open(Some(lesson), world));
        self.show_lessons(true);
    }

    /// Begins what a teacher's link asks for.
    ///
    /// # Errors
    ///
    /// Why the state in the link cannot be read, in a clause; nothing has changed then.
    pub fn begin_assignment(&self, assignment: &Assignment) -> Result<(), String> {
        let shared = match &assignment.start {
            Start::Mine => None,
            Start::Lesson => Some(Service::default()),
            Start::State(text) => Some(shared(text).map_err(|error| error.to_string())?),
        };
        if let Some(service) = shared {
            self.reset(service.delays(), assignment.seed.clone());
            {
                let mut state = self.0.state.borrow_mut();
                let state = &mut *state;
                state.service = service;
                state.learning.progress.replaced(&state.service);
            }
            self.update_environments();
        } else {
            self.set_seed(assignment.seed.clone());
        }
        {
            let mut state = self.0.state.borrow_mut();
            let state = &mut *state;
            state.learning.is_locked = assignment.locked;
            let progress = &mut state.learning.progress;
            progress.assign(assignment.lesson, &assignment.seed, &state.service);
        }
        self.open_lesson(assignment.lesson);
        match &assignment.start {
            Start::Lesson if !self.is_lesson_ready() => {
                self.set_up_lesson().map_err(|error| error.to_string())?;
            }
            // What the teacher made is what the lesson is about, wherever that stands.
            Start::State(_) if !self.has_lesson_function() => {
                self.learn(Progress::take_latest_function);
                self.learned();
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the function that the open lesson is about exists.
    fn has_lesson_function(&self) -> bool {
        let name = self.lesson_function();
        name.is_some_and(|name| self.service().function(&name).is_some())
    }

    /// Lets steps and lessons be chosen freely again.
    pub fn unlock_lessons(&self) {
        self.0.state.borrow_mut().learning.is_locked = false;
        self.learned();
    }

    /// The whole playground as text for a link.
    ///
    /// # Errors
    ///
    /// It is too large for one.
    pub fn share(&self) -> Result<String, ShareError> {
        let state = self.0.state.borrow();
        let mut packages = Packages::new();
        let document = Document::write(
            &state.service,
            state.seed.text(),
            state.workspaces.clone(),
            storage::Learning::default(),
            &mut packages,
        );
        share::write(&document, &packages)
    }

    /// Forgets everything about the open lesson; what was forgotten.
    #[must_use]
    pub fn start_lesson_over(&self, lesson: &'static Lesson) -> LessonProgress {
        let before = self.learning().progress.of(lesson).cloned();
        self.learn(|progress, world| progress.start_over(lesson, world.service));
        self.learned();
        before.unwrap_or_default()
    }

    /// Has a lesson be as far as it was before it was started over.
    pub fn put_lesson_back(&self, lesson: &'static Lesson, before: LessonProgress) {
        self.learn(|progress, world| progress.put_back(lesson, before, world.service));
        self.learned();
    }

    /// Makes the function that the open lesson begins with.
    ///
    /// # Errors
    ///
    /// The service's own error, which no operation of a lesson causes.
    pub fn set_up_lesson(&self) -> Result<(), Error> {
        let operations = self.learn(Progress::set_up);
        for operation in operations {
            self.apply(operation)?;
            // What follows needs what is there, however long the cloud takes.
            let is_pending = self
                .service()
                .functions()
                .any(|it| it.pending_since().is_some());
            if is_pending {
                self.settle();
            }
        }
        self.learn(|progress, world| progress.begin(world.service));
        Ok(())
    }

    /// Leaves the current step undone.
    pub fn skip_step(&self) {
        self.learn(|progress, world| progress.skip(world, now()));
        self.learned();
    }

    /// Goes back to a step of the open lesson.
    pub fn choose_step(&self, step: &'static Step) {
        self.learn(|progress, world| progress.choose(step, world.service));
        self.changed(Urgency::Now);
        self.keep();
    }

    /// Shows one more hint of the current step.
    pub fn hint(&self) {
        self.learn(|progress, _| progress.hint());
        self.learned();
    }

    /// Takes the guess that the current step asks for.
    pub fn predict(&self, guess: Guess) {
        self.learn(|progress, _| progress.predict(guess));
        self.learned();
    }

    /// What the texts of the open lesson speak of.
    #[must_use]
    pub fn lesson_facts(&self) -> Facts {
        self.read_lesson(Progress::facts)
    }

    /// The function that the open lesson is about.
    #[must_use]
    pub fn lesson_function(&self) -> Option<FunctionName> {
        self.read_lesson(Progress::function)
    }

    /// Whether the open lesson has what it begins with.
    #[must_use]
    pub fn is_lesson_ready(&self) -> bool {
        self.read_lesson(Progress::is_ready)
    }

    /// What has gone wrong in the current step, if it is anything common.
    #[must_use]
    pub fn slip(&self) -> Option<&'static Slip> {
        self.read_lesson(Progress::slip)
    }

    /// The next thing to do towards the end of the current step.
    #[must_use]
    pub fn next_deed(&self) -> Option<Deed> {
        self.read_lesson(|progress, world| progress.judge(world, progress.step()?.show))
    }

    /// Has the function's page do a deed that is done there, as soon as it is shown.
    pub fn wish(&self, deed: Deed) {
        self.0.state.borrow_mut().wish = Some(deed);
        self.changed(Urgency::Now);
    }

    /// Takes the deed that the function's page is to do, if it is one that `fits`.
    #[must_use]
    pub fn take_wish(&self, fits: impl FnOnce(&Deed) -> bool) -> Option<Deed> {
        self.0.state.borrow_mut().wish.take_if(|deed| fits(deed))
    }

    /// Whether any invocation is under way.
    #[must_use]
    pub fn is_running(&self) -> bool {
        let state = self.0.state.borrow();
        let mut counts = state.running.values().flat_map(|it| it.values());
        counts.any(|it| *it > 0)
    }

    /// Ticks the steps that are done, unless invocations are under way: a run counts as a whole.
    pub(super) fn advance(&self) {
        if !self.is_running() && self.learn(|progress, world| progress.advance(world, now())) {
            self.keep();
            self.changed(Urgency::Now);
        }
    }

    /// Ticks the steps that are done, once no invocation has been under way for a moment.
    pub(super) fn advance_soon(&self) {
        let ends = self.0.ends.get();
        self.0.ends.set(ends + 1);
        if ends > 0 {
            return;
        }
        let playground = self.clone();
        spawn_local(async move {
            let ends = &playground.0.ends;
            let mut seen = 0;
            while seen < ends.get() {
                seen = ends.get();
                TimeoutFuture::new(PAUSE).await;
            }
            ends.set(0);
            if !playground.is_running() {
                playground.learn(|progress, _| progress.run_ended());
                playground.advance();
                playground.changed(Urgency::Soon);
            }
        });
    }

    /// Takes note of a request that the service refused.
    pub(super) fn refused(&self, attempt: Attempt, error: &Error) {
        let is_learning = {
            let mut state = self.0.state.borrow_mut();
            let state = &mut *state;
            let progress = &mut state.learning.progress;
            progress.saw_refused(attempt, error, &state.service);
            progress.lesson().is_some()
        };
        if is_learning {
            self.advance();
            self.changed(Urgency::Soon);
        }
    }

    /// Something about the lessons has changed.
    pub(super) fn learned(&self) {
        self.advance();
        self.keep();
        self.changed(Urgency::Now);
    }

    pub(super) fn learn<T>(&self, change: impl FnOnce(&mut Progress, &World) -> T) -> T {
        let mut state = self.0.state.borrow_mut();
        let state = &mut *state;
        state.service.pass_time(now());
        let mut progress = std::mem::take(&mut state.learning.progress);
        let result = state.with_world(|world| change(&mut progress, world));
        state.learning.progress = progress;
        result
    }

    fn read_lesson<T>(&self, read: impl FnOnce(&Progress, &World) -> T) -> T {
        let state = self.0.state.borrow();
        state.with_world(|world| read(&state.learning.progress, world))
    }
}

/// The service of a shared state.
fn shared(text: &str) -> Result<Service, ShareError> {
    let (document, packages) = share::read(text)?;
    Ok(document.service(&packages)?)
}

impl State {
    fn with_world<T>(&self, read: impl FnOnce(&World) -> T) -> T {
        let workspace = |name: &FunctionName| {
            let workspace = self.workspaces.get(name.as_str());
            workspace.map_or_else(Workspace::default, |it| {
                let drafts = it.drafts.texts();
                let drafts = drafts.map(|(path, text)| (path.to_owned(), text.to_owned()));
                Workspace {
                    drafts: drafts.collect(),
                    events: it.events.clone(),
                }
            })
        };
        let variant = self.seed.bytes("lesson variant").map_or(0, |it| it[0] % 3);
        read(&World {
            service: &self.service,
            workspace: &workspace,
            variant,
        })
    }
}
