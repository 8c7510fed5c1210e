//! The lesson panel: the current step of a lesson, beside whatever page is shown.
//!
//! It is no dialog: everything else can be used meanwhile, and steps tick as their checks pass.

mod again;
mod deeds;
mod markup;
mod panel;
mod prediction;
mod steps;
mod told;

pub use deeds::visit;
pub use markup::marked;
pub use panel::{LearnButton, LessonPanel};
pub use told::{Told, use_told};
