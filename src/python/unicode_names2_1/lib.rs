//! The characters of names, for crates that ask for version 1 of `unicode_names2`.
//!
//! The parser does. It would bring tables of the same names that the interpreter has already, half a megabyte on the way
//! to the browser. The root manifest puts this in its place.

#![no_std]

pub use rustpython_unicode::lookup_character as character;
