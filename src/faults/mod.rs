//! Where an error is: in a function's files by what Python said of it, in an event by where it stops being JSON.
//!
//! *Invariant:* nothing is guessed. A place that is not certain is not given.

mod imports;
mod json;
mod trace;

pub use json::JsonFault;
pub use trace::{Fault, SourceLine};
