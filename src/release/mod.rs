//! A release as a picture, and the steps that move it: which alias sends how much to which version.
//!
//! *Invariants:* this module knows no browser. It stands outside `ui` so that what is drawn, where it is drawn and what
//! a step sends are plain functions with native tests; the page only paints what they give.

mod layout;
mod map;
mod senders;
mod sign;
mod step;
#[cfg(test)]
mod testing;
mod words;

pub use layout::{Layout, Line, Place, Rect};
pub use map::{AliasNode, Edge, ReleaseMap, VersionNode};
pub use senders::senders;
pub use sign::Sign;
pub use step::Step;
pub use words::{Run, next_act, share, words};
