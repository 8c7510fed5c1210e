use std::collections::BTreeMap;

use super::{Playground, Urgency};
use crate::lambda::FunctionName;
use crate::storage::{Drafts, Workspace};

/// What the page keeps beside the service: edited files and test events.
impl Playground {
    /// The files of a function that were edited and not deployed.
    #[must_use]
    pub fn drafts(&self, function: &FunctionName) -> Drafts {
        self.workspace(function, |workspace| workspace.drafts.clone())
    }

    /// Changes what is to become of a function's files.
    pub fn edit_drafts(&self, function: &FunctionName, edit: impl FnOnce(&mut Drafts)) {
        self.edit(function, |workspace| edit(&mut workspace.drafts));
    }

    /// The JSON of a function's saved test events, by their names.
    #[must_use]
    pub fn events(&self, function: &FunctionName) -> BTreeMap<String, String> {
        self.workspace(function, |workspace| workspace.events.clone())
    }

    /// Saves a test event under a name.
    pub fn save_event(&self, function: &FunctionName, name: &str, json: &str) {
        {
            let mut state = self.0.state.borrow_mut();
            state.learning.progress.saw_event(function);
        }
        self.edit(function, |workspace| {
            workspace.events.insert(name.to_owned(), json.to_owned())
        });
    }

    fn workspace<T: Default>(
        &self,
        function: &FunctionName,
        read: impl FnOnce(&Workspace) -> T,
    ) -> T {
        let state = self.0.state.borrow();
        state
            .workspaces
            .get(function.as_str())
            .map(read)
            .unwrap_or_default()
    }

    fn edit<T>(&self, function: &FunctionName, edit: impl FnOnce(&mut Workspace) -> T) {
        {
            let mut state = self.0.state.borrow_mut();
            edit(state.workspaces.entry(function.to_string()).or_default());
        }
        self.advance();
        self.keep();
        self.changed(Urgency::Now);
    }
}
