use std::collections::BTreeMap;

use super::observations::{Observations, Refusal, Tally, Through};
use super::outcome::{Guess, Outcome};
use crate::lambda::{
    Act, Alias, Function, FunctionName, Operation, Qualifier, RevisionId, Routing, Service,
    VersionNumber, Weight,
};

/// What checks and slips judge by: the service, its history and the invocations since the step began.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    pub service: &'a Service,
    /// How many changes the history had when the step began.
    pub began: usize,
    pub seen: &'a Observations,
    /// Whether the learner went back to the step on purpose.
    pub chosen: bool,
    /// How many operations were spent on the lesson's function, by the step they were spent in.
    pub spent: Option<&'a BTreeMap<&'static str, u32>>,
    /// The function that the lesson is about, whether or not it exists.
    pub function_name: &'a FunctionName,
    /// What belongs to that function and not to the service.
    pub workspace: &'a Workspace,
    /// What was guessed in the current step.
    pub guess: Option<Guess>,
    /// What came of the lesson's runs, by the step that asked for them.
    pub outcomes: Option<&'a BTreeMap<&'static str, Outcome>>,
    /// Which of the three forms of a lesson with variants is played.
    pub variant: u8,
    /// How often a function was made for the lesson.
    pub setups: u8,
}

/// What the learner has written and the service does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    /// The text of files that were edited and not deployed, by their paths.
    pub drafts: BTreeMap<String, String>,
    /// The JSON of saved test events, by their names.
    pub events: BTreeMap<String, String>,
}

impl Situation<'_> {
    /// The lesson's function, if it exists.
    #[must_use]
    pub fn function(&self) -> Option<&Function> {
        self.service.function(self.function_name)
    }

    /// Whether the Python files under a qualifier hold a text.
    #[must_use]
    pub fn code_holds(&self, qualifier: &Qualifier, text: &str) -> bool {
        let configuration = self.function().and_then(|it| it.configuration(qualifier));
        configuration.is_some_and(|configuration| {
            let mut files = configuration.code.files().values();
            files.any(|bytes| String::from_utf8_lossy(bytes).contains(text))
        })
    }

    /// Whether a file was edited, and not deployed, so that it holds a text.
    #[must_use]
    pub fn draft_holds(&self, text: &str) -> bool {
        let mut drafts = self.workspace.drafts.values();
        drafts.any(|draft| draft.contains(text))
    }

    /// The numbers of the function's versions, oldest first.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = VersionNumber> {
        let versions = self.function().into_iter().flat_map(Function::versions);
        versions.map(crate::lambda::Version::number)
    }

    /// The oldest version.
    #[must_use]
    pub fn first(&self) -> Option<VersionNumber> {
        self.versions().next()
    }

    /// The version after the oldest.
    #[must_use]
    pub fn second(&self) -> Option<VersionNumber> {
        self.versions().nth(1)
    }

    /// The oldest version whose code holds a text.
    #[must_use]
    pub fn version_holding(&self, text: &str) -> Option<VersionNumber> {
        self.versions()
            .find(|number| self.code_holds(&Qualifier::Version(*number), text))
    }

    /// An alias of the function.
    #[must_use]
    pub fn alias(&self, name: &str) -> Option<&Alias> {
        let aliases = self.function().into_iter().flat_map(Function::aliases);
        aliases.into_iter().find(|it| it.name().as_str() == name)
    }

    /// Where an alias sends invocations.
    #[must_use]
    pub fn routing(&self, alias: &str) -> Option<Routing> {
        self.alias(alias).map(Alias::routing)
    }

    /// Whether an alias sends anything to a version.
    #[must_use]
    pub fn reaches(&self, alias: &str, version: VersionNumber) -> bool {
        self.routing(alias).is_some_and(|it| it.contains(version))
    }

    /// Whether an alias sends everything to one version, or to `$LATEST`.
    #[must_use]
    pub fn points(&self, alias: &str, version: &Qualifier) -> bool {
        self.routing(alias)
            .is_some_and(|routing| routing.additional().is_none() && routing.primary() == *version)
    }

    /// Whether an alias sends a version that share of its invocations: by its weight, or by what the other's leaves.
    #[must_use]
    pub fn gets(&self, alias: &str, version: VersionNumber, fraction: f64) -> bool {
        let share = self.share(alias, version);
        share.is_some_and(|share| (share.fraction() - fraction).abs() < 1e-9)
    }

    /// The share of an alias's invocations that a version gets.
    #[must_use]
    pub fn share(&self, alias: &str, version: VersionNumber) -> Option<Weight> {
        let routing = self.routing(alias)?;
        let (additional, weight) = routing.additional().unzip();
        let weight = weight.unwrap_or_default();
        if additional == Some(version) {
            Some(weight)
        } else if routing.primary() == Qualifier::Version(version) {
            Some(weight.remainder())
        } else {
            Some(Weight::default())
        }
    }

    /// The changes since the step began, as operations.
    #[must_use = "reading changes nothing"]
    pub fn operations(&self) -> impl DoubleEndedIterator<Item = &Operation> {
        let since = self.service.history().get(self.began..).unwrap_or_default();
        since.iter().filter_map(|change| match &change.act {
            Act::Operation(operation) => Some(&**operation),
            _ => None,
        })
    }

    /// The alias of another name that was created or changed last since the step began.
    #[must_use]
    pub fn touched_alias_but(&self, names: &[&str]) -> Option<&str> {
        let mut touched = self.operations().filter_map(|it| self.own_alias(it));
        touched.rfind(|name| !names.contains(name))
    }

    /// What came of a step's run.
    #[must_use]
    pub fn outcome(&self, step: &str) -> Option<&Outcome> {
        self.outcomes?.get(step)
    }

    /// The alias of the lesson's function that an operation creates or changes.
    fn own_alias<'o>(&self, operation: &'o Operation) -> Option<&'o str> {
        let (function, name) = match operation {
            Operation::CreateAlias(it) => (&it.function_name, it.name.as_ref()?),
            Operation::UpdateAlias(it) => (&it.function_name, &it.name),
            _ => return None,
        };
        self.is_own(function).then_some(name)
    }

    /// Whether a name in an operation, which may be an ARN, is that of the lesson's function.
    #[must_use]
    pub fn is_own(&self, function_name: &str) -> bool {
        function_name.rsplit(':').next() == Some(self.function_name.as_str())
    }

    /// The revisions that an alias has had, oldest first.
    #[must_use]
    pub fn revisions(&self, alias: &str) -> impl DoubleEndedIterator<Item = RevisionId> {
        let changes = self.service.history().iter();
        let changes = changes.filter(move |change| match &change.act {
            Act::Operation(operation) => self.own_alias(operation) == Some(alias),
            _ => false,
        });
        changes.map(|change| RevisionId::of_alias(&change.moment))
    }

    /// How many operations were spent on the lesson's function in some of its steps; what was taken back counts as well.
    #[must_use]
    pub fn spent(&self, steps: &[&str]) -> u32 {
        let spent = self.spent.into_iter().flatten();
        let spent = spent.filter(|(step, _)| steps.contains(step));
        spent.map(|(_, operations)| operations).sum()
    }

    /// Whether the latest attempt to publish since the step began made no version, because there was nothing new.
    #[must_use]
    pub fn published_nothing(&self) -> bool {
        let since = self.service.history().get(self.began..).unwrap_or_default();
        let attempt = since.iter().rev().find(|change| {
            matches!(&change.act, Act::Operation(operation) if operation.name() == "PublishVersion")
        });
        attempt.is_some_and(|attempt| {
            let mut versions = self.function().into_iter().flat_map(Function::versions);
            versions.all(|version| version.published() != attempt.moment.at)
        })
    }

    /// What came of the function's invocations since the step began, by the way they took.
    pub fn tallies(&self) -> impl Iterator<Item = (&Through, &Tally)> {
        let name = self.function_name;
        self.seen
            .tallies()
            .filter(move |(through, _)| through.function == *name)
    }

    /// What came of the invocations that asked for a qualifier since the step began.
    pub fn asked(&self, qualifier: &Qualifier) -> impl Iterator<Item = (&Through, &Tally)> {
        self.tallies()
            .filter(move |(through, _)| through.qualifier == *qualifier)
    }

    /// How many invocations asked for a qualifier since the step began.
    #[must_use]
    pub fn invocations(&self, qualifier: &Qualifier) -> u32 {
        let tallies = self.asked(qualifier);
        tallies.map(|(_, tally)| tally.invocations).sum()
    }

    /// Whether an invocation that asked for a qualifier was answered with a text since the step began.
    #[must_use]
    pub fn answered(&self, qualifier: &Qualifier, text: &str) -> bool {
        self.asked(qualifier)
            .any(|(_, tally)| tally.response.contains(text))
    }

    /// What came of the invocations of the function's latest run, by the way they took, once it is over.
    pub fn latest_run(&self) -> impl Iterator<Item = (&Through, &Tally)> {
        let name = self.function_name;
        let run = self.seen.latest_run();
        run.filter(move |(through, _)| through.function == *name)
    }

    /// The requests about the function that were refused since the step began, oldest first.
    pub fn refusals(&self) -> impl Iterator<Item = &Refusal> {
        let own = self.function_name;
        let refusals = self.seen.refusals().iter();
        refusals.filter(move |it| it.attempt.function.as_ref() == Some(own))
    }

    /// Whether a request about the function was refused since the step began with a message that holds a text.
    #[must_use]
    pub fn was_refused(&self, operation: &str, text: &str) -> bool {
        let mut refusals = self.refusals();
        refusals.any(|it| it.attempt.operation == operation && it.message.contains(text))
    }

    /// Whether a request to change an alias of the function was refused since the step began with an error of that name.
    #[must_use]
    pub fn was_alias_refused(&self, alias: &str, code: &str) -> bool {
        let mut refusals = self.refusals();
        refusals.any(|it| it.attempt.alias.as_deref() == Some(alias) && it.code == code)
    }

    /// Whether a refusal is what happened last: nothing has been changed since.
    #[must_use]
    pub fn is_latest(&self, refusal: &Refusal) -> bool {
        refusal.changes >= self.service.history().len()
    }

    /// Whether a request about the function was refused with a message that holds a text, and nothing has been changed
    /// since.
    #[must_use]
    pub fn is_refused(&self, operation: &str, text: &str) -> bool {
        self.refusals().any(|it| {
            it.attempt.operation == operation && it.message.contains(text) && self.is_latest(it)
        })
    }
}
