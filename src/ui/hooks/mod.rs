//! Hooks and small helpers that know nothing of Lambda.

mod file;
mod focus;
mod form;
mod id;
mod module;
mod theme;
mod title;
mod width;

pub use file::{save_blob, save_file};
pub use focus::{focus_heading, focus_learn_button, rescue_focus};
pub use form::{UseForm, use_form};
pub use id::use_id;
pub use module::{load_module, use_module};
pub use theme::{Theme, use_theme};
pub use title::use_title;
pub use width::use_width;
