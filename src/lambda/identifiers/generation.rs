use std::fmt;

use uuid::Uuid;

use super::RevisionId;

/// What an execution environment belongs to: one published version, or `$LATEST` between two updates.
///
/// Unlike a number that counts updates it is never the same for other code, not even after stepping back in the
/// history or after deleting a function and creating it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generation(Uuid);

impl Generation {
    pub(in crate::lambda) fn new(id: Uuid) -> Self {
        Self(id)
    }

    /// The generation of a published version, whose revision never moves.
    pub(in crate::lambda) fn of(version: RevisionId) -> Self {
        Self(version.uuid())
    }
}

impl fmt::Display for Generation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}
