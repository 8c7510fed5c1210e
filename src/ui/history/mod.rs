//! Going back and forth in what was done: the strip under every page, and the keys.

mod earlier;
mod strip;
mod undo;

pub use earlier::EarlierState;
pub use strip::{HistoryStrip, StepButton};
pub use undo::{undo_to, use_undo, use_undo_keys};
