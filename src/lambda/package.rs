//! Deployment packages: the zip that travels, its digest, and the files in it.

mod archive;
mod store;

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

pub use archive::zip_files;
pub(super) use store::PackageStore;

use super::error::{Error, ErrorCode};

/// The files of a package by their paths, such as `lambda_function.py`.
pub type Files = BTreeMap<String, Rc<[u8]>>;

/// A deployment package: immutable, and cheap to clone.
#[derive(Clone)]
pub struct Package(Rc<Contents>);

struct Contents {
    zip: Rc<[u8]>,
    digest: CodeSha256,
    files: Files,
}

/// The SHA-256 of a package's bytes, written in base64.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeSha256([u8; 32]);

impl Package {
    /// The largest zip that can be sent inline, in bytes.
    pub const MAX_ZIPPED: usize = 50 * 1024 * 1024;
    /// The largest a package may be once unzipped, in bytes.
    pub const MAX_UNZIPPED: u64 = 250 * 1024 * 1024;

    /// Reads a zip.
    ///
    /// # Errors
    ///
    /// The service's errors for what is no zip, too large, or holds names that could not be unpacked.
    pub fn read(zip: Rc<[u8]>) -> Result<Self, Error> {
        Self::check_size(&zip)?;
        let digest = CodeSha256::of(&zip);
        Self::unpack(zip, digest)
    }

    /// The zip's bytes.
    #[must_use]
    pub fn zip(&self) -> Rc<[u8]> {
        Rc::clone(&self.0.zip)
    }

    /// The length of the zip in bytes, which the service calls the code size.
    #[must_use]
    pub fn size(&self) -> usize {
        self.0.zip.len()
    }

    /// The digest of the zip's bytes.
    #[must_use]
    pub fn digest(&self) -> CodeSha256 {
        self.0.digest
    }

    /// The files in the package.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.0.files
    }

    fn check_size(zip: &[u8]) -> Result<(), Error> {
        if zip.len() > Self::MAX_ZIPPED {
            return Err(Error::new(
                ErrorCode::RequestEntityTooLargeException,
                format!(
                    "Zipped size must be smaller than {} bytes",
                    Self::MAX_ZIPPED
                ),
            ));
        }
        Ok(())
    }

    fn unpack(zip: Rc<[u8]>, digest: CodeSha256) -> Result<Self, Error> {
        let files = archive::unzip(&zip)?;
        if files.is_empty() {
            return Err(Error::invalid_parameter(
                "Uploaded file must be a non-empty zip",
            ));
        }
        Ok(Self(Rc::new(Contents { zip, digest, files })))
    }
}

impl CodeSha256 {
    /// The digest of a zip's bytes.
    #[must_use]
    pub fn of(zip: &[u8]) -> Self {
        Self(Sha256::digest(zip).into())
    }
}

impl fmt::Display for CodeSha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64_STANDARD.encode(self.0))
    }
}

impl fmt::Debug for CodeSha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CodeSha256({self})")
    }
}

impl PartialEq for Package {
    fn eq(&self, other: &Self) -> bool {
        self.digest() == other.digest()
    }
}

impl Eq for Package {}

impl fmt::Debug for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Package")
            .field("digest", &self.digest())
            .field("files", &self.files().keys())
            .finish()
    }
}
