use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::lambda::Files;

/// What is to become of a function's files with the next deploy, by their paths; what stays as it is deployed is not
/// there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Drafts(BTreeMap<String, Option<String>>);

impl Drafts {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a file is to change.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The paths of all files that are to change.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The files that are to hold another text, each with that.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let drafts = self.0.iter();
        drafts.filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    /// The deployed files that are to go.
    pub fn removed(&self) -> impl Iterator<Item = &str> {
        let drafts = self.0.iter().filter(|(_, text)| text.is_none());
        drafts.map(|(path, _)| path.as_str())
    }

    /// All files as they are to be.
    #[must_use]
    pub fn edited(&self, deployed: &Files) -> Files {
        let mut files = deployed.clone();
        for (path, text) in &self.0 {
            match text {
                Some(text) => files.insert(path.clone(), Rc::from(text.as_bytes())),
                None => files.remove(path),
            };
        }
        files
    }

    /// Keeps what a file is to hold.
    pub fn write(&mut self, deployed: &Files, path: &str, text: &str) {
        if holds(deployed, path, text) {
            self.0.remove(path);
        } else {
            self.0.insert(path.to_owned(), Some(text.to_owned()));
        }
    }

    /// Keeps that a file is to go.
    pub fn remove(&mut self, deployed: &Files, path: &str) {
        if deployed.contains_key(path) {
            self.0.insert(path.to_owned(), None);
        } else {
            self.0.remove(path);
        }
    }

    /// Makes of one file again what it was in earlier drafts.
    pub fn take_back(&mut self, path: &str, earlier: &Self) {
        match earlier.0.get(path) {
            Some(draft) => self.0.insert(path.to_owned(), draft.clone()),
            None => self.0.remove(path),
        };
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Forgets what has been deployed, and gives that.
    #[must_use]
    pub fn settle(&mut self, deployed: &Files) -> Self {
        let (settled, open) = std::mem::take(&mut self.0)
            .into_iter()
            .partition(|(path, text)| match text {
                Some(text) => holds(deployed, path, text),
                None => !deployed.contains_key(path),
            });
        self.0 = open;
        Self(settled)
    }

    /// Adds other drafts, in place of those for the same files.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}

fn holds(files: &Files, path: &str, text: &str) -> bool {
    files
        .get(path)
        .is_some_and(|file| **file == *text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        let files = files.iter();
        let files = files.map(|(path, text)| ((*path).to_owned(), Rc::from(text.as_bytes())));
        files.collect()
    }

    /// What comes of acts upon two deployed files: the files as they are to be, and how many are to change.
    #[track_caller]
    fn check(act: impl FnOnce(&mut Drafts, &Files), expect: &[(&str, &str)], changes: usize) {
        let deployed = files(&[("a.py", "a"), ("b.py", "b")]);
        let mut drafts = Drafts::default();
        act(&mut drafts, &deployed);
        assert_eq!(drafts.edited(&deployed), files(expect));
        assert_eq!(drafts.paths().count(), changes);
    }

    #[test]
    fn files_are_written_and_removed() {
        check(|_, _| {}, &[("a.py", "a"), ("b.py", "b")], 0);
        check(
            |it, on| it.write(on, "a.py", "c"),
            &[("a.py", "c"), ("b.py", "b")],
            1,
        );
        check(|it, on| it.remove(on, "a.py"), &[("b.py", "b")], 1);
    }

    #[test]
    fn what_is_as_it_is_deployed_is_no_draft() {
        let check = |act: fn(&mut Drafts, &Files)| check(act, &[("a.py", "a"), ("b.py", "b")], 0);
        check(|it, on| it.write(on, "a.py", "a"));
        check(|it, on| {
            it.remove(on, "a.py");
            it.write(on, "a.py", "a");
        });
        check(|it, on| {
            it.write(on, "new.py", "");
            it.remove(on, "new.py");
        });
    }

    #[test]
    fn a_removal_is_taken_back_with_what_was_written_before() {
        let check = |path: &str| {
            let take_back = |it: &mut Drafts, on: &Files| {
                it.write(on, path, "c");
                let earlier = it.clone();
                it.remove(on, path);
                it.write(on, "b.py", "meanwhile");
                it.take_back(path, &earlier);
            };
            let rest = [("a.py", "a"), ("b.py", "meanwhile")];
            let expect: BTreeMap<_, _> = rest.into_iter().chain([(path, "c")]).collect();
            let expect: Vec<_> = expect.into_iter().collect();
            check(take_back, &expect, 2);
        };
        check("a.py");
        check("new.py");
    }

    #[test]
    fn what_has_been_deployed_is_forgotten() {
        let before = files(&[("a.py", "a"), ("b.py", "b"), ("c.py", "c")]);
        let mut drafts = Drafts::default();
        drafts.write(&before, "a.py", "new");
        drafts.remove(&before, "b.py");
        drafts.remove(&before, "c.py");
        let settled = drafts.settle(&files(&[("a.py", "new"), ("c.py", "c")]));
        assert!(settled.paths().eq(["a.py", "b.py"]));
        assert!(drafts.removed().eq(["c.py"]));
        drafts.extend(settled);
        assert!(drafts.texts().eq([("a.py", "new")]));
    }
}
