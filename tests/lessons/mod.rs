//! What the tests of the lessons share: a rehearsal, in which a make-believe Python runs what the lessons' functions do.

#![allow(dead_code, reason = "each test binary uses its part")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

pub(crate) mod functions;
mod python;

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};
use lambda_playground::lambda::rest::{self, Call, Request};
use lambda_playground::lambda::{
    CloudDelays, CreateAlias, DeleteAlias, Error, FunctionName, InvocationRecord, Invoke, Moment,
    Operation, Output, Qualifier, Service, UpdateAlias,
};
use lambda_playground::lessons::{
    Attempt, Deed, Ended, Fact, Facts, Guess, Lesson, Progress, Reach, Step, Workspace, World,
    lesson,
};
use lambda_playground::traffic::{Seed, Stream};
use serde_json::Value;

use self::functions::create;
use self::python::execute;

/// A learner in a lesson.
pub(crate) struct Rehearsal {
    pub(crate) service: Service,
    pub(crate) progress: Progress,
    pub(crate) workspaces: BTreeMap<FunctionName, Workspace>,
    pub(crate) variant: u8,
    /// Whether no handler fails, as may happen by chance.
    pub(crate) lucky: bool,
    moments: u64,
    draws: u64,
    /// How many invocations each environment has served; there is one for each caller and version.
    environments: BTreeMap<(FunctionName, Qualifier, String, u32), u32>,
}

impl Rehearsal {
    /// A learner who opens a lesson with nothing there.
    pub(crate) fn of(id: &str) -> Self {
        let mut rehearsal = Self {
            service: Service::new(CloudDelays::None),
            progress: Progress::default(),
            workspaces: BTreeMap::new(),
            variant: 0,
            lucky: false,
            moments: 0,
            draws: 0,
            environments: BTreeMap::new(),
        };
        rehearsal.open(id);
        rehearsal
    }

    /// A learner who opens a lesson and has its function made.
    pub(crate) fn prepared(id: &str) -> Self {
        Self::prepared_as(id, 0)
    }

    /// A learner who opens one of the three forms of a lesson and has its function made.
    pub(crate) fn prepared_as(id: &str, variant: u8) -> Self {
        let mut rehearsal = Self::of(id);
        rehearsal.variant = variant;
        rehearsal.set_up();
        rehearsal
    }

    pub(crate) fn open(&mut self, id: &str) {
        let lesson = lesson(id).unwrap();
        let mut progress = self.progress.clone();
        self.with_world(self.variant, |world| progress.open(Some(lesson), world));
        self.progress = progress;
        self.advance();
    }

    pub(crate) fn start_over(&mut self) {
        self.progress.start_over(self.lesson(), &self.service);
        self.advance();
    }

    pub(crate) fn set_up(&mut self) {
        let (mut progress, variant) = (self.progress.clone(), self.variant);
        let operations = self.with_world(variant, |world| progress.set_up(world));
        self.progress = progress;
        for operation in operations {
            self.apply(operation).unwrap();
        }
        assert!(self.is_ready(), "the lesson's own set-up is not fit for it");
    }

    pub(crate) fn is_ready(&self) -> bool {
        self.with_world(self.variant, |world| self.progress.is_ready(world))
    }

    pub(crate) fn lesson(&self) -> &'static Lesson {
        self.progress.lesson().unwrap()
    }

    /// The current step's name; empty when the lesson is over.
    pub(crate) fn step(&self) -> &'static str {
        self.progress.step().map_or("", |step| step.id)
    }

    /// The slip that is recognised now; empty without one.
    pub(crate) fn slip(&self) -> &'static str {
        let slip = self.with_world(self.variant, |world| self.progress.slip(world));
        slip.map_or("", |slip| slip.id)
    }

    /// What the lesson's texts speak of.
    pub(crate) fn facts(&self) -> Facts {
        self.with_world(self.variant, |world| self.progress.facts(world))
    }

    /// One of them that is a text.
    pub(crate) fn fact(&self, name: &str) -> String {
        match self.facts().get(name) {
            Some(Fact::Text(text)) => text.clone(),
            other => panic!("{name} is {other:?}"),
        }
    }

    /// The function that the lesson is about.
    pub(crate) fn function(&self) -> FunctionName {
        self.with_world(self.variant, |world| self.progress.function(world))
            .unwrap()
    }

    /// Applies an operation as a button does.
    pub(crate) fn apply(&mut self, operation: impl Into<Operation>) -> Result<Output, Error> {
        let operation = operation.into();
        let attempt = Attempt::of(&operation);
        let changes = operation.changes();
        let moment = self.moment();
        let result = self.service.apply(operation, moment);
        match &result {
            Ok(_) if changes => self.progress.saw_change(&attempt, &self.service),
            Ok(_) => {}
            Err(error) => self.progress.saw_refused(attempt, error, &self.service),
        }
        self.advance();
        result
    }

    /// Sends a request as a script does; its status.
    pub(crate) fn request(&mut self, method: &str, path: &str, body: &Value) -> u16 {
        let mut request = Request::new(method, path);
        request.body = body.to_string().as_bytes().into();
        match rest::read(&request).unwrap() {
            Call::Operation(operation) => match self.apply(operation) {
                Ok(_) => 200,
                Err(error) => error.status(),
            },
            Call::Invoke(invoke) => {
                self.invoke(&invoke, 0);
                self.run_ended();
                200
            }
        }
    }

    /// Sends a request about the lesson's function, such as `POST /aliases`; its status.
    pub(crate) fn send(&mut self, method: &str, path: &str, body: &Value) -> u16 {
        let path = format!("/2015-03-31/functions/{}{path}", self.function());
        self.request(method, &path, body)
    }

    /// Creates a function that no lesson is about.
    pub(crate) fn create_function(&mut self, name: &str) {
        let source = "def lambda_handler(event, context):\n    pass\n";
        self.apply(create(name, source)).unwrap();
    }

    /// Creates an alias of the lesson's function, as the dialog does.
    pub(crate) fn create_alias(&mut self, name: &str, version: &str) {
        let operation = CreateAlias {
            function_name: self.function().to_string(),
            name: Some(name.to_owned()),
            function_version: Some(version.to_owned()),
            ..CreateAlias::default()
        };
        self.apply(operation).unwrap();
    }

    /// Deletes an alias of the lesson's function.
    pub(crate) fn delete_alias(&mut self, name: &str) {
        let operation = DeleteAlias {
            function_name: self.function().to_string(),
            name: name.to_owned(),
        };
        self.apply(operation).unwrap();
    }

    /// Saves an alias as the dialog does, with the shares in per cent; whether the service took it.
    pub(crate) fn edit_alias(
        &mut self,
        name: &str,
        version: &str,
        additional: Option<(&str, f64)>,
    ) -> bool {
        let weights =
            additional.map(|(version, percent)| (version.to_owned(), Some(percent / 100.0)));
        let operation = UpdateAlias {
            function_name: self.function().to_string(),
            name: name.to_owned(),
            function_version: Some(version.to_owned()),
            weights: Some(weights.into_iter().collect()),
            ..UpdateAlias::default()
        };
        self.apply(operation).is_ok()
    }

    /// Puts another service in the place of this one, as an imported file does.
    pub(crate) fn import(&mut self, service: Service) {
        self.service = service;
        self.progress.replaced(&self.service);
        self.advance();
    }

    /// Tests `$LATEST`, a version or an alias once.
    pub(crate) fn test(&mut self, qualifier: &str) {
        self.fire(qualifier, 1);
    }

    /// Fires invocations of the lesson's function, with the draws of a fixed seed; more than one are fired by two callers.
    pub(crate) fn fire(&mut self, qualifier: &str, invocations: u32) {
        let invoke = Invoke {
            function_name: self.function().to_string(),
            qualifier: (qualifier != Qualifier::LATEST).then(|| qualifier.to_owned()),
            payload: Rc::from(&b"{}"[..]),
            ..Invoke::default()
        };
        for number in 0..invocations {
            self.invoke(&invoke, number % 2);
        }
        self.run_ended();
    }

    /// Fires invocations of the lesson's function as a script does: one after the other.
    pub(crate) fn call(&mut self, qualifier: &str, invocations: u32) {
        let invoke = Invoke {
            function_name: self.function().to_string(),
            qualifier: Some(qualifier.to_owned()),
            payload: Rc::from(&b"{}"[..]),
            ..Invoke::default()
        };
        for _ in 0..invocations {
            self.invoke(&invoke, 0);
        }
        self.run_ended();
    }

    /// No invocation has been under way for a moment.
    fn run_ended(&mut self) {
        self.progress.run_ended();
        self.advance();
    }

    /// Edits the function's code without deploying it.
    pub(crate) fn edit(&mut self, source: &str) {
        let workspace = self.workspaces.entry(self.function()).or_default();
        let path = "lambda_function.py".to_owned();
        workspace.drafts.insert(path, source.to_owned());
        self.advance();
    }

    pub(crate) fn save_event(&mut self, name: &str) {
        self.progress.saw_event(&self.function());
        let workspace = self.workspaces.entry(self.function()).or_default();
        workspace.events.insert(name.to_owned(), "{}".to_owned());
        self.advance();
    }

    pub(crate) fn predict(&mut self, least: u32, most: u32) {
        self.progress.predict(Guess { least, most });
        self.advance();
    }

    /// Takes the function changed last, as an assignment with a state of its own does.
    pub(crate) fn take_latest_function(&mut self) {
        let mut progress = self.progress.clone();
        self.with_world(self.variant, |world| progress.take_latest_function(world));
        self.progress = progress;
        self.advance();
    }

    /// Goes back to a step.
    pub(crate) fn choose(&mut self, step: &str) {
        let step = self.lesson().step(step).unwrap();
        self.progress.choose(step, &self.service);
        self.advance();
    }

    /// What beginning a step anew takes back.
    pub(crate) fn reach(&self, step: &str) -> Reach {
        let step = self.lesson().step(step).unwrap();
        self.progress.reset_reach(step, &self.service)
    }

    /// Begins a step anew.
    pub(crate) fn reset(&mut self, step: &str) {
        let reach = self.reach(step);
        if let Some(service) = reach.service() {
            self.service = service.clone();
        }
        let step = self.lesson().step(step).unwrap();
        self.progress.reset(step, &reach, &self.service);
        self.advance();
    }

    pub(crate) fn skip(&mut self) {
        let (mut progress, at) = (self.progress.clone(), self.moment().at);
        self.with_world(self.variant, |world| progress.skip(world, at));
        self.progress = progress;
        self.advance();
    }

    /// Does the next thing that the current step shows.
    pub(crate) fn do_next(&mut self) {
        let step = self.progress.step().unwrap();
        let deed = self.with_world(self.variant, |world| self.progress.judge(world, step.show));
        match deed.unwrap_or_else(|| panic!("{} shows nothing to do", step.id)) {
            // What is refused is done as well: it may be what there is to see.
            Deed::Apply(operation) => drop(self.apply(*operation)),
            Deed::Test(function, qualifier) => {
                assert_eq!(function, self.function());
                self.test(&qualifier.to_string());
            }
            Deed::Fire {
                target,
                invocations,
                ..
            } => self.fire(&target.to_string(), invocations),
            Deed::SaveEvent { name, .. } => self.save_event(&name),
            Deed::Predict(guess) => self.predict(guess.least, guess.most),
        }
    }

    /// Does what the current step shows until it is done.
    pub(crate) fn do_as_shown(&mut self) {
        let step = self.step();
        for _ in 0..20 {
            if self.step() != step {
                return;
            }
            self.do_next();
        }
        panic!("{step} is not done by what it shows");
    }

    /// Does steps as shown until one of a name begins; the end without a name.
    pub(crate) fn do_until(&mut self, step: &str) {
        while self.step() != step {
            assert_ne!(self.step(), "", "there is no step {step} ahead");
            self.do_as_shown();
        }
    }

    /// How each step of the lesson ended: `done`, `skipped` or, if it has not, `open`.
    #[track_caller]
    pub(crate) fn check_steps(&self, expect: &[&str]) {
        let progress = self.progress.of(self.lesson()).unwrap();
        let ended = |step: &Step| match progress.steps.get(step.id).map(|it| it.ended) {
            Some(Ended::Done) => "done",
            Some(Ended::Skipped) => "skipped",
            None => "open",
        };
        let steps: Vec<_> = self.lesson().steps.iter().map(ended).collect();
        assert_eq!(steps, expect);
    }

    /// The step at which the learner is, and the slip that is named there.
    #[track_caller]
    pub(crate) fn check(&self, step: &str, slip: &str) {
        assert_eq!((self.step(), self.slip()), (step, slip));
    }

    fn invoke(&mut self, invoke: &Invoke, caller: u32) {
        let draws = Seed::new("rehearsal").draws(Stream::Run, || [0; 32]);
        let draw = draws.at(self.draws);
        self.draws += 1;
        let moment = self.moment();
        match self.service.invoke(invoke, moment, draw, &BTreeMap::new()) {
            Err(error) => self.progress.saw_refusal("Invoke", &error),
            Ok(invocation) => {
                let function = self.service.function(&invocation.function).unwrap();
                let mut provisions = function.provisions();
                let ready = provisions.any(|(it, _)| it.generation == invocation.generation);
                let environment = (
                    invocation.function.clone(),
                    invocation.executed_version.clone(),
                    invocation.generation.to_string(),
                    caller,
                );
                let calls = self.environments.entry(environment).or_default();
                *calls += 1;
                let cold = *calls == 1 && !ready;
                let chance = (!self.lucky).then_some(draw);
                let record = InvocationRecord {
                    execution: execute(&invocation, chance, *calls, cold, caller),
                    invocation,
                };
                self.progress.saw_invocation(&record);
            }
        }
    }

    fn advance(&mut self) {
        let (mut progress, at) = (self.progress.clone(), self.moment().at);
        self.with_world(self.variant, |world| progress.advance(world, at));
        self.progress = progress;
    }

    fn with_world<T>(&self, variant: u8, read: impl FnOnce(&World) -> T) -> T {
        let workspace =
            |name: &FunctionName| self.workspaces.get(name).cloned().unwrap_or_default();
        read(&World {
            service: &self.service,
            workspace: &workspace,
            variant,
        })
    }

    fn moment(&mut self) -> Moment {
        self.moments += 1;
        let mut entropy = [0; 32];
        entropy[..8].copy_from_slice(&self.moments.to_be_bytes());
        let seconds = i64::try_from(self.moments).unwrap();
        Moment {
            at: Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds),
            entropy,
        }
    }
}
