//! The tutorial: lessons as data, and checks as functions of what happened.
//!
//! A [`Lesson`] is a list of [`Step`]s, one file each under `lessons/course`. A step's check reads a [`Situation`]: the
//! service with its history, and what was invoked since the step began. So it does not matter how the learner got there:
//! buttons, `window.lambda.fetch` and an imported file all count. [`Progress`] walks from step to step as checks pass.
//! What is said stands in `texts`, one file for each language, and is looked up by the names of lessons and steps.
//!
//! *Invariants:* this module knows no browser, no clock and no Python. It changes nothing: what a step shows is a
//! [`Deed`], which the page does through the same operations as its buttons.

mod assignment;
mod completion;
mod course;
mod deed;
mod lesson;
mod observations;
mod outcome;
mod progress;
mod script;
mod situation;
mod slip;
mod texts;

pub use assignment::{Assignment, AssignmentError, AssignmentQuery, Start};
pub use completion::{Completion, CompletionError};
pub use course::{LESSONS, lesson};
pub use deed::Deed;
pub use lesson::{Kind, Lesson, Setup, Step};
pub use observations::{Attempt, Observations, Refusal, Tally, Through};
pub use outcome::{Guess, Outcome};
pub use progress::{Ended, LessonProgress, Progress, Reach, StepProgress, World};
pub use situation::{Situation, Workspace};
pub use slip::Slip;
pub use texts::{Fact, Facts, Language, NumberFormat, Texts};
