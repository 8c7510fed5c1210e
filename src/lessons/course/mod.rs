//! The lessons, in the order in which they are offered.

mod aliases;
mod canary;
mod cold_starts;
mod create;
mod prod;
mod promote;
mod repair;
mod safe_hands;
mod sample_size;
mod versions;
mod weights;

use super::lesson::Lesson;

/// All lessons.
pub const LESSONS: [&Lesson; 10] = [
    &create::LESSON,
    &versions::LESSON,
    &aliases::LESSON,
    &weights::LESSON,
    &promote::LESSON,
    &canary::LESSON,
    &sample_size::LESSON,
    &cold_starts::LESSON,
    &safe_hands::LESSON,
    &repair::LESSON,
];

/// The lesson of a name.
#[must_use]
pub fn lesson(id: &str) -> Option<&'static Lesson> {
    LESSONS.into_iter().find(|lesson| lesson.id == id)
}
