//! What differs between two states of a function, `$LATEST` or a version each, and what brings a version back.
//!
//! *Invariants:* this module knows no browser, and nothing of how a difference is shown. It compares what publishing
//! freezes; numbers, times and revisions are each state's own and never differ.

mod files;
mod lines;
mod restoring;
mod settings;
#[cfg(test)]
mod testing;
mod words;

pub use files::{Content, Difference, FileDifference};
pub use lines::{Line, LineKind, Stretch};
pub use restoring::restoring;
pub use settings::SettingDifference;
pub use words::publishing;

use crate::lambda::{Configuration, FunctionName};

/// What differs from one state of a function to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The files that differ, by path.
    pub files: Vec<FileDifference>,
    /// The paths of the files that are the same in both.
    pub same_files: Vec<String>,
    /// The settings that differ, in the order of the Configuration tab.
    pub settings: Vec<SettingDifference>,
    /// Whether the packages differ although all their files are the same.
    pub repacked: bool,
}

impl Comparison {
    /// Compares two states of a function.
    #[must_use]
    pub fn of(function: &FunctionName, before: &Configuration, after: &Configuration) -> Self {
        let (files, same_files) = files::compare(before.code.files(), after.code.files());
        Self {
            repacked: files.is_empty() && before.code != after.code,
            files,
            same_files,
            settings: settings::compare(function, before, after),
        }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.settings.is_empty() && !self.repacked
    }
}
