//! Putting another playground in the place of this one: what was saved, a file, or a link.

use std::collections::BTreeMap;

use super::{Learning, Playground, State, Urgency, entropy};
use crate::lambda::{Ahead, CloudDelays, Service};
use crate::storage::share::ShareError;
use crate::storage::{self, Document, LoadError, Packages, Workspace, file, share};
use crate::traffic::{Seed, Stream};

/// What a document holds, replayed.
pub struct Contents {
    pub service: Service,
    pub seed: String,
    /// How many changes were made.
    pub changes: usize,
    ahead: Ahead,
    workspaces: BTreeMap<String, Workspace>,
    learning: Learning,
}

impl Contents {
    /// Replays a document; no Python runs.
    ///
    /// # Errors
    ///
    /// A change that cannot be read or that the service refuses, or a package that is missing.
    pub fn of(document: Document, packages: &Packages) -> Result<Self, LoadError> {
        let service = document.service(packages)?;
        let learning = Learning {
            is_open: document.learning.open,
            is_locked: document.learning.locked,
            language: document.learning.language().unwrap_or_default(),
            progress: document.learning.progress(&service),
        };
        Ok(Self {
            changes: document.changes(),
            ahead: document.ahead(packages)?,
            service,
            learning,
            seed: document.seed,
            workspaces: document.workspaces,
        })
    }

    /// Reads what was saved.
    pub(super) fn read(text: &str, packages: &Packages) -> Result<Self, LoadError> {
        Self::of(Document::from_json(text)?, packages)
    }

    /// Reads a file that was exported.
    ///
    /// # Errors
    ///
    /// Text that is none, or those of [`Contents::of`].
    pub fn from_file(text: &str) -> Result<Self, LoadError> {
        let (document, packages) = file::read(text)?;
        Self::of(document, &packages)
    }

    /// Reads what a link holds.
    ///
    /// # Errors
    ///
    /// Text that is none, or those of [`Contents::of`].
    pub fn from_link(text: &str) -> Result<Self, ShareError> {
        let (document, packages) = share::read(text)?;
        Ok(Self::of(document, &packages)?)
    }
}

impl Playground {
    /// The whole playground as the text of a file.
    ///
    /// # Errors
    ///
    /// None that a playground could cause.
    pub fn to_file(&self) -> Result<String, LoadError> {
        let (document, packages) = self.document();
        file::write(&document, &packages)
    }

    /// What there is, but for what was taken back and how far the learner is, as the text of a link.
    ///
    /// # Errors
    ///
    /// More than a link can hold.
    pub fn to_link(&self) -> Result<String, ShareError> {
        let state = self.0.state.borrow();
        let mut packages = Packages::new();
        let document = state.document(storage::Learning::default(), &mut packages);
        share::write(&document, &packages)
    }

    /// Puts other contents in the place of what there is, which can be put back; lessons go on where they are, unless there
    /// are none yet.
    pub fn replace(&self, contents: Contents) {
        let is_fresh = self.learning().progress.is_fresh();
        self.put(contents, is_fresh);
        self.replaced();
    }

    /// Puts back what was replaced last, in the place of what replaced it.
    pub fn undo_replace(&self) {
        if self.put_back() {
            self.replaced();
        }
    }

    /// Puts contents in the place of what there is, with the lessons' progress that they hold or without.
    pub(super) fn put(&self, contents: Contents, with_learning: bool) {
        let mut state = self.0.state.borrow_mut();
        let seed = Seed::new(&contents.seed);
        let mut next = State {
            service: contents.service,
            ahead: contents.ahead,
            tests: seed.draws(Stream::Tests, entropy),
            workspaces: contents.workspaces,
            ..State::new(CloudDelays::None, seed)
        };
        if with_learning {
            state.learning = contents.learning;
        } else {
            state.learning.progress.replaced(&next.service);
        }
        next.take_the_rest(&mut state);
        state.become_instead(next);
    }

    /// Whether there was anything to put back.
    pub(super) fn put_back(&self) -> bool {
        let mut state = self.0.state.borrow_mut();
        let Some(mut next) = state.before.take() else {
            return false;
        };
        state.learning.progress.replaced(&next.service);
        next.take_the_rest(&mut state);
        state.become_instead(*next);
        true
    }

    pub(super) fn document(&self) -> (Document, Packages) {
        let state = self.0.state.borrow();
        let mut packages = Packages::new();
        let learning = &state.learning;
        let learning = storage::Learning::write(
            learning.is_open,
            learning.is_locked,
            learning.language,
            &learning.progress,
        );
        let document = state.document(learning, &mut packages);
        (document.with_ahead(&state.ahead, &mut packages), packages)
    }

    fn replaced(&self) {
        // Environments of the same names may have been of other code.
        self.0.sandbox.clear();
        self.update_environments();
        self.advance();
        self.keep();
        self.changed(Urgency::Now);
    }
}

impl State {
    fn document(&self, learning: storage::Learning, packages: &mut Packages) -> Document {
        let workspaces = self.workspaces.clone();
        Document::write(
            &self.service,
            self.seed.text(),
            workspaces,
            learning,
            packages,
        )
    }

    /// Gives way to another state, which remembers it.
    fn become_instead(&mut self, next: Self) {
        let mut before = std::mem::replace(self, next);
        before.before = None;
        self.before = Some(Box::new(before));
    }

    /// Takes over what belongs to the page and not to what it shows.
    fn take_the_rest(&mut self, state: &mut Self) {
        self.keeping = state.keeping.clone();
        self.learning = std::mem::take(&mut state.learning);
    }
}
