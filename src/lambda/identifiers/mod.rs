//! The small things that have a form: names, versions, qualifiers, ARNs, weights, descriptions, revisions.
//!
//! Value types, each with its parsing, its order and its exact text.

mod alias_name;
mod arn;
mod description;
mod function_name;
mod generation;
mod qualifier;
mod reference;
mod revision_id;
mod version_number;
mod weight;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod testing;

pub use alias_name::AliasName;
pub use arn::FunctionArn;
pub use description::Description;
pub use function_name::FunctionName;
pub use generation::Generation;
pub use qualifier::Qualifier;
pub use revision_id::RevisionId;
pub use version_number::VersionNumber;
pub use weight::Weight;

pub(super) use alias_name::ALIAS_NAME;
pub(super) use description::check_description;
pub(super) use qualifier::check_qualifier;
pub(super) use reference::{FunctionReference, NameShape};

/// What an identifier's text fails to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError(pub(in crate::lambda) &'static str);

impl std::fmt::Display for ParseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for ParseError {}
