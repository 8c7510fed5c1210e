//! A document with its packages as text that fits into a link.
//!
//! The text is the number of the form, a full stop, and in base64 for URLs, compressed, the document's JSON and the zips,
//! each after its length.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{Read as _, Write as _};
use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::document::{Document, LoadError, Packages};
use crate::lambda::CodeSha256;

/// The longest text, in characters: browsers and what links are pasted into take no more for certain.
pub const MAX_LENGTH: usize = 64 * 1024;

/// The form that this release writes and reads.
const FORM: &str = "1";

/// The most that a text may unpack to, in bytes.
const MAX_UNPACKED: u64 = 8 * 1024 * 1024;

/// Why a document cannot be shared, or what was shared not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareError {
    /// It takes more than [`MAX_LENGTH`] characters, or would unpack to more than is read.
    TooLarge,
    /// Something in it cannot be read.
    Unreadable(LoadError),
}

/// Writes a document and the packages that it needs.
///
/// # Errors
///
/// What is too large for a link, or a package that is missing.
pub fn write(document: &Document, packages: &Packages) -> Result<String, ShareError> {
    let mut contents = Vec::new();
    append(&mut contents, document.to_json()?.as_bytes())?;
    let digests: BTreeSet<&str> = document.package_digests().collect();
    for digest in digests {
        let zip = packages.get(digest);
        let missing = || damaged(format!("the package {digest} is missing"));
        append(&mut contents, zip.ok_or_else(missing)?)?;
    }
    if contents.len() as u64 > MAX_UNPACKED {
        return Err(ShareError::TooLarge);
    }
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&contents).map_err(damaged)?;
    let compressed = encoder.finish().map_err(damaged)?;
    let text = format!("{FORM}.{}", BASE64_URL_SAFE_NO_PAD.encode(compressed));
    if text.len() > MAX_LENGTH {
        return Err(ShareError::TooLarge);
    }
    Ok(text)
}

/// Reads what was shared; nothing of it is run or replayed.
///
/// # Errors
///
/// Text that no release wrote, that a newer one did, or that is too large.
pub fn read(text: &str) -> Result<(Document, Packages), ShareError> {
    if text.len() > MAX_LENGTH {
        return Err(ShareError::TooLarge);
    }
    let (form, encoded) = text
        .split_once('.')
        .ok_or_else(|| damaged("the form is missing"))?;
    if form != FORM {
        let is_number = !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if is_number {
            ShareError::Unreadable(LoadError::Newer)
        } else {
            damaged("the form is not a number")
        });
    }
    let compressed = BASE64_URL_SAFE_NO_PAD.decode(encoded).map_err(damaged)?;
    let mut contents = Vec::new();
    let mut decoder = DeflateDecoder::new(compressed.as_slice());
    let mut bounded = decoder.by_ref().take(MAX_UNPACKED + 1);
    bounded.read_to_end(&mut contents).map_err(damaged)?;
    if contents.len() as u64 > MAX_UNPACKED {
        return Err(ShareError::TooLarge);
    }
    if decoder.total_in() < compressed.len() as u64 {
        return Err(damaged("something follows it"));
    }

    let mut rest = contents.as_slice();
    let json = str::from_utf8(split(&mut rest)?).map_err(damaged)?;
    let document = Document::from_json(json)?;
    let mut packages = Packages::new();
    while !rest.is_empty() {
        let zip: Rc<[u8]> = split(&mut rest)?.into();
        packages.insert(CodeSha256::of(&zip).to_string(), zip);
    }
    let mut needed = document.package_digests();
    if let Some(digest) = needed.find(|digest| !packages.contains_key(*digest)) {
        return Err(damaged(format!("the package {digest} is missing")));
    }
    drop(needed);
    Ok((document, packages))
}

/// Appends a part after its length.
fn append(contents: &mut Vec<u8>, part: &[u8]) -> Result<(), ShareError> {
    let length = u32::try_from(part.len()).map_err(|_| ShareError::TooLarge)?;
    contents.extend(length.to_be_bytes());
    contents.extend(part);
    Ok(())
}

/// Takes the next part off.
fn split<'c>(contents: &mut &'c [u8]) -> Result<&'c [u8], ShareError> {
    let cut_off = || damaged("it is cut off");
    let (length, rest) = contents.split_first_chunk().ok_or_else(cut_off)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(damaged)?;
    let (part, rest) = rest.split_at_checked(length).ok_or_else(cut_off)?;
    *contents = rest;
    Ok(part)
}

fn damaged(why: impl fmt::Display) -> ShareError {
    ShareError::Unreadable(LoadError::Damaged(why.to_string()))
}

impl From<LoadError> for ShareError {
    fn from(error: LoadError) -> Self {
        Self::Unreadable(error)
    }
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(
                f,
                "it is more than a link can hold, which is {} KiB: export it to a file instead",
                MAX_LENGTH / 1024
            ),
            Self::Unreadable(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ShareError {}

#[cfg(test)]
mod tests;
