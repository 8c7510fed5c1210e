//! The teacher's link: which lesson, with what seed, from where, and how freely.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::course::lesson;
use super::lesson::Lesson;
use crate::traffic::Seed;

/// What a teacher's link asks for: `#/learn/{lesson}?seed=…&start=…&locked=…`.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    pub lesson: &'static Lesson,
    pub seed: Seed,
    pub start: Start,
    /// Whether steps are offered in their order alone.
    pub locked: bool,
}

/// What the learner begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// Whatever is there.
    #[default]
    Mine,
    /// An empty playground, with what the lesson itself begins with.
    Lesson,
    /// A state that came with the link, as `storage::share` writes it.
    State(String),
}

/// What follows the `?` of the link, in the words it has there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentQuery {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<String>,
    /// `mine`, which goes without saying, `lesson`, or `state.` and the state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// `yes`, or `no`, which goes without saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked: Option<String>,
}

/// What a link asks for and there is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssignmentError {
    Lesson(String),
    Start(String),
    Locked(String),
}

impl Assignment {
    /// Reads the link of a lesson.
    ///
    /// Whether a state can be read is not looked at yet.
    ///
    /// # Errors
    ///
    /// A lesson that there is not, or another word than those of [`AssignmentQuery`].
    pub fn read(id: &str, query: &AssignmentQuery) -> Result<Self, AssignmentError> {
        let start = match query.start.as_deref() {
            None | Some("" | "mine") => Start::Mine,
            Some("lesson") => Start::Lesson,
            Some(other) => match other.strip_prefix("state.") {
                Some(state) if !state.is_empty() => Start::State(state.to_owned()),
                _ => return Err(AssignmentError::Start(other.to_owned())),
            },
        };
        let locked = match query.locked.as_deref() {
            None | Some("" | "no") => false,
            Some("yes") => true,
            Some(other) => return Err(AssignmentError::Locked(other.to_owned())),
        };
        Ok(Self {
            lesson: lesson(id).ok_or_else(|| AssignmentError::Lesson(id.to_owned()))?,
            seed: Seed::new(query.seed.as_deref().unwrap_or_default()),
            start,
            locked,
        })
    }

    /// What follows the `?` of its link.
    #[must_use]
    pub fn query(&self) -> AssignmentQuery {
        let seed = self.seed.text();
        AssignmentQuery {
            seed: (!seed.is_empty()).then(|| seed.to_owned()),
            start: match &self.start {
                Start::Mine => None,
                Start::Lesson => Some("lesson".to_owned()),
                Start::State(state) => Some(format!("state.{state}")),
            },
            locked: self.locked.then(|| "yes".to_owned()),
        }
    }
}

impl fmt::Display for AssignmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lesson(id) => write!(f, "there is no lesson \"{id}\""),
            Self::Start(start) => {
                // A state may be long, and its beginning tells enough.
                let start: String = start.chars().take(20).collect();
                write!(
                    f,
                    "a lesson starts from \"mine\", \"lesson\" or a state, not from \"{start}\""
                )
            }
            Self::Locked(locked) => {
                write!(f, "a lesson is locked, \"yes\" or \"no\", not \"{locked}\"")
            }
        }
    }
}

impl std::error::Error for AssignmentError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::course::LESSONS;
    use super::*;

    fn query(start: Option<&str>, locked: Option<&str>) -> AssignmentQuery {
        AssignmentQuery {
            seed: None,
            start: start.map(str::to_owned),
            locked: locked.map(str::to_owned),
        }
    }

    #[track_caller]
    fn check_error(id: &str, query: &AssignmentQuery, expect: &str) {
        assert_eq!(Assignment::read(id, query).unwrap_err().to_string(), expect);
    }

    fn starts() -> impl Strategy<Value = Start> {
        let state = "[A-Za-z0-9_.-]{1,40}".prop_map(Start::State);
        prop_oneof![Just(Start::Mine), Just(Start::Lesson), state]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_a_link_is_written_from_is_read_from_it(
            lesson in prop::sample::select(LESSONS.to_vec()),
            seed in "\\PC{0,20}",
            start in starts(),
            locked: bool,
        ) {
            let assignment = Assignment { lesson, seed: Seed::new(&seed), start, locked };
            let json = serde_json::to_string(&assignment.query()).unwrap();
            let query = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(Assignment::read(lesson.id, &query), Ok(assignment));
        }

        #[test]
        fn whatever_a_link_says_is_refused_or_can_be_written_again(
            start in prop::option::of("(state\\.|lesson)?\\PC{0,40}"),
            locked in prop::option::of("yes|no|\\PC{0,5}"),
        ) {
            let query = query(start.as_deref(), locked.as_deref());
            if let Ok(assignment) = Assignment::read("create", &query) {
                let again = Assignment::read("create", &assignment.query());
                prop_assert_eq!(again, Ok(assignment));
            }
        }
    }

    #[test]
    fn what_is_not_said_is_what_changes_least() {
        let assignment = Assignment::read("create", &AssignmentQuery::default()).unwrap();
        assert_eq!(assignment.start, Start::Mine);
        assert!(!assignment.locked);
        assert!(assignment.seed.is_empty());
        assert_eq!(assignment.query(), AssignmentQuery::default());
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let plain = AssignmentQuery::default();
        check_error("fly", &plain, "there is no lesson \"fly\"");
        check_error(
            "create",
            &query(Some("there"), None),
            "a lesson starts from \"mine\", \"lesson\" or a state, not from \"there\"",
        );
        check_error(
            "create",
            &query(Some("state."), None),
            "a lesson starts from \"mine\", \"lesson\" or a state, not from \"state.\"",
        );
        check_error(
            "create",
            &query(None, Some("maybe")),
            "a lesson is locked, \"yes\" or \"no\", not \"maybe\"",
        );
    }
}
