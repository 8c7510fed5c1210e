//! What is wrong with an XML document: the interpreter's parser stops there without a word.

use xml::ParserConfig;
use xml::common::Position;
use xml::reader::ErrorKind;

/// Why and where a document is not well-formed.
pub(crate) struct Fault {
    /// The parser's own words.
    pub(crate) reason: String,
    /// From 0.
    pub(crate) row: u64,
    /// From 0, in characters.
    pub(crate) column: u64,
}

/// Reads a document to its end or to the first fault.
pub(crate) fn fault(document: &[u8]) -> Option<Fault> {
    let reader = ParserConfig::new()
        .allow_multiple_root_elements(false)
        .create_reader(document);
    let error = reader.into_iter().find_map(Result::err)?;
    let position = error.position();
    let reason = match error.kind() {
        ErrorKind::Syntax(reason) => reason.to_string(),
        ErrorKind::UnexpectedEof => "Unexpected end of stream".to_owned(),
        _ => error.to_string(),
    };
    Some(Fault {
        reason,
        row: position.row(),
        column: position.column(),
    })
}
