//! One module for each page.

mod not_found;

pub use not_found::NotFound;
