//! Where an error is: in a function's files by what Python said of it, in an event by where it stops being JSON; and
//! whether it is the playground's own.
//!
//! *Invariant:* nothing is guessed. A place that is not certain is not given.

mod imports;
mod json;
mod library;
mod trace;

pub use json::JsonFault;
pub use library::{is_left_out, missing_module};
pub use trace::{Fault, SourceLine};
