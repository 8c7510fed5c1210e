//! The lessons, in the order in which they are offered.

mod cold_starts;
mod create;
mod repair;
mod safe_hands;
mod versions;

use super::lesson::Lesson;

/// All lessons.
pub const LESSONS: [&Lesson; 5] = [
    &create::LESSON,
    &versions::LESSON,
    &cold_starts::LESSON,
    &safe_hands::LESSON,
    &repair::LESSON,
];

/// The lesson of a name.
#[must_use]
pub fn lesson(id: &str) -> Option<&'static Lesson> {
    LESSONS.into_iter().find(|lesson| lesson.id == id)
}
