//! The names of characters, for crates that ask for version 1 of `unicode_names2`.
//!
//! The interpreter has version 3 already. The parser's version 1 would bring tables of the same names once more, half a
//! megabyte on the way to the browser. The root manifest puts this in its place.

#![no_std]

pub use current::{Name, character, name};
