//! What the tests of the identifiers share.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use super::ParseError;

/// Expects each text to be read, and to be written again as it was.
#[track_caller]
pub(super) fn accepts<T: FromStr<Err = ParseError> + Display>(texts: &[&str]) {
    for text in texts {
        let written = text.parse::<T>().map(|value| value.to_string());
        assert_eq!(written.as_deref(), Ok(*text));
    }
}

/// Expects each text to be refused with this sentence.
#[track_caller]
pub(super) fn refuses<T: FromStr<Err = ParseError> + Display>(sentence: &str, texts: &[&str]) {
    for text in texts {
        match text.parse::<T>() {
            Ok(value) => panic!("{text:?} was read as {value}"),
            Err(error) => assert_eq!(error.to_string(), sentence, "{text:?}"),
        }
    }
}

/// Expects the values to come in this order, each once.
#[track_caller]
pub(super) fn ascends<T: FromStr<Err = ParseError> + Ord + Debug>(texts: &[&str]) {
    let values: Result<Vec<T>, ParseError> = texts.iter().map(|text| text.parse()).collect();
    let values = values.unwrap();
    for pair in values.windows(2) {
        assert!(pair[0] < pair[1], "{pair:?}");
    }
}
