//! Aliases, and where they send invocations.

use super::identifiers::{AliasName, Description, Qualifier, RevisionId, VersionNumber, Weight};

/// A name that stands for one version, or for two with a weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    pub(super) name: AliasName,
    pub(super) description: Description,
    pub(super) routing: Routing,
    pub(super) revision: RevisionId,
}

/// Where an alias sends its invocations.
///
/// The shape itself rules out two additional versions and a weight on `$LATEST`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Routing {
    Latest,
    Version(VersionNumber),
    Weighted {
        primary: VersionNumber,
        additional: VersionNumber,
        weight: Weight,
    },
}

impl Alias {
    /// The alias's name.
    #[must_use]
    pub fn name(&self) -> &AliasName {
        &self.name
    }

    /// The alias's description.
    #[must_use]
    pub fn description(&self) -> &str {
        self.description.as_str()
    }

    /// Where invocations go.
    #[must_use]
    pub fn routing(&self) -> Routing {
        self.routing
    }

    /// The current revision.
    #[must_use]
    pub fn revision(&self) -> RevisionId {
        self.revision
    }
}

impl Routing {
    /// The version the alias names first, which gets what the weight leaves.
    #[must_use]
    pub fn primary(self) -> Qualifier {
        match self {
            Self::Latest => Qualifier::Latest,
            Self::Version(primary) | Self::Weighted { primary, .. } => Qualifier::Version(primary),
        }
    }

    /// The additional version and its weight.
    #[must_use]
    pub fn additional(self) -> Option<(VersionNumber, Weight)> {
        match self {
            Self::Weighted {
                additional, weight, ..
            } => Some((additional, weight)),
            Self::Latest | Self::Version(_) => None,
        }
    }

    /// The published versions, and the share of invocations that each gets.
    pub(super) fn shares(self) -> impl Iterator<Item = (VersionNumber, f64)> {
        let (primary, additional) = match self {
            Self::Latest => (None, None),
            Self::Version(primary) => (Some((primary, 1.0)), None),
            Self::Weighted {
                primary,
                additional,
                weight,
            } => (
                Some((primary, 1.0 - weight.fraction())),
                Some((additional, weight.fraction())),
            ),
        };
        primary.into_iter().chain(additional)
    }

    /// Whether a version gets any of the invocations, or would with another weight.
    #[must_use]
    pub fn contains(self, number: VersionNumber) -> bool {
        self.primary() == Qualifier::Version(number)
            || self.additional().is_some_and(|(other, _)| other == number)
    }

    /// The version that runs for one draw: the additional one if and only if the draw is below its weight.
    ///
    /// Each invocation is one independent draw `u` in `0.0..1.0`; nothing is counted and nothing sticks.
    #[must_use]
    pub fn choose(self, draw: f64) -> Qualifier {
        match self {
            Self::Weighted {
                additional, weight, ..
            } if draw < weight.fraction() => Qualifier::Version(additional),
            _ => self.primary(),
        }
    }
}
