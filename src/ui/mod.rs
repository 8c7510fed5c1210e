//! The page: what is shown, and what people do with it.

mod advice;
mod app;
pub mod components;
pub mod history;
pub mod hooks;
mod kept;
pub mod lessons;
pub mod pages;
pub mod playground;
pub mod routes;
pub mod shell;

pub use app::{App, AppProps, start};
