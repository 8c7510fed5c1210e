//! The page: what is shown, and what people do with it.

mod app;
pub mod components;
pub mod hooks;
pub mod pages;
pub mod routes;
pub mod shell;

pub use app::{App, start};
