//! Saving, loading and sharing: the history in the words of the API, the packages by their digest, and what is not
//! deployed yet.
//!
//! *Invariants:* the document's types are its own and say nothing about how the service keeps its state: loading is
//! replaying. Only the driver knows where bytes are kept.

mod document;
mod drafts;
#[cfg(target_arch = "wasm32")]
mod driver;
pub mod file;
#[cfg(target_arch = "wasm32")]
mod lock;
mod proof;
pub mod share;

pub use document::{Document, Learning, LoadError, Packages, Workspace};
pub use drafts::Drafts;
#[cfg(target_arch = "wasm32")]
pub use driver::{Storage, StorageError};
#[cfg(target_arch = "wasm32")]
pub use lock::{Manner, take_lock};
pub use proof::Proof;
