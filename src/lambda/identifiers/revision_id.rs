use std::fmt;

use uuid::Uuid;

use crate::lambda::moment::Moment;

/// The revision of `$LATEST`, of a version or of an alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RevisionId(Uuid);

impl RevisionId {
    pub(in crate::lambda) fn new(id: Uuid) -> Self {
        Self(id)
    }

    /// The revision that an alias has from the operation on it that was applied at a moment.
    #[must_use]
    pub fn of_alias(moment: &Moment) -> Self {
        Self(moment.uuid("alias"))
    }

    pub(super) fn uuid(self) -> Uuid {
        self.0
    }

    /// Whether a caller's text is this revision.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.to_string() == text
    }
}

impl fmt::Display for RevisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}
