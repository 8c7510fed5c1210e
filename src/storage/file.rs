//! A document with its packages as a file.

use std::collections::BTreeMap;
use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};

use super::document::{Document, LoadError, Packages, damaged};
use crate::lambda::CodeSha256;

/// What stands in a file; the document tells its form.
#[derive(Serialize, Deserialize)]
struct Contents<D> {
    playground: D,
    /// Zips in base64, by their digests.
    packages: BTreeMap<String, String>,
}

/// Writes a document and the packages that it needs.
///
/// # Errors
///
/// A package that is missing.
pub fn write(document: &Document, packages: &Packages) -> Result<String, LoadError> {
    let mut needed = BTreeMap::new();
    for digest in document.package_digests() {
        let missing = || damaged(format!("the package {digest} is missing"));
        let zip = packages.get(digest).ok_or_else(missing)?;
        needed.insert(digest.to_owned(), BASE64_STANDARD.encode(zip));
    }
    let contents = Contents {
        playground: document,
        packages: needed,
    };
    serde_json::to_string(&contents).map_err(damaged)
}

/// Reads a file; nothing of it is run or replayed.
///
/// # Errors
///
/// Text that no release wrote, or that a newer one did.
pub fn read(text: &str) -> Result<(Document, Packages), LoadError> {
    let contents: Contents<serde_json::Value> = serde_json::from_str(text).map_err(damaged)?;
    let document = Document::from_json(&contents.playground.to_string())?;
    let mut packages = Packages::new();
    for zip in contents.packages.values() {
        let zip: Rc<[u8]> = BASE64_STANDARD.decode(zip).map_err(damaged)?.into();
        packages.insert(CodeSha256::of(&zip).to_string(), zip);
    }
    Ok((document, packages))
}

#[cfg(test)]
mod tests;
