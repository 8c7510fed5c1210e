//! Deployment packages: the zip that travels, its digest, and the files in it.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{Cursor, Read, Write};
use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

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
        if zip.len() > Self::MAX_ZIPPED {
            return Err(Error::new(
                ErrorCode::RequestEntityTooLargeException,
                format!(
                    "Zipped size must be smaller than {} bytes",
                    Self::MAX_ZIPPED
                ),
            ));
        }
        let files = unzip(&zip)?;
        if files.is_empty() {
            return Err(Error::invalid_parameter(
                "Uploaded file must be a non-empty zip",
            ));
        }
        let digest = CodeSha256::of(&zip);
        Ok(Self(Rc::new(Contents { zip, digest, files })))
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
}

/// Makes the zip of an editor's files: the same files always give the same bytes.
///
/// Nothing is compressed and every entry has the same date, so that the digest depends on names and texts alone.
///
/// # Errors
///
/// A name or a size that a zip cannot hold, in the service's words for a bad zip.
pub fn zip_files(files: &Files) -> Result<Rc<[u8]>, Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let write = || {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(name.as_str(), options)?;
            writer.write_all(content)?;
        }
        writer.finish()
    };
    match write() {
        Ok(zip) => Ok(zip.into_inner().into()),
        Err(_) => Err(bad_zip()),
    }
}

fn unzip(zip: &[u8]) -> Result<Files, Error> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(|_| bad_zip())?;
    let mut files = Files::new();
    let mut left = Package::MAX_UNZIPPED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| bad_zip())?;
        if entry.is_dir() {
            continue;
        }
        let name = entry
            .enclosed_name()
            .and_then(|path| path.to_str().map(str::to_owned))
            .ok_or_else(bad_zip)?;
        // The size an entry declares is a claim: what counts is what comes out.
        let mut content = Vec::new();
        let read = entry
            .take(left + 1)
            .read_to_end(&mut content)
            .map_err(|_| bad_zip())? as u64;
        left = left.checked_sub(read).ok_or_else(|| {
            Error::invalid_parameter(format!(
                "Unzipped size must be smaller than {} bytes",
                Package::MAX_UNZIPPED
            ))
        })?;
        if files.insert(name, content.into()).is_some() {
            return Err(bad_zip());
        }
    }
    Ok(files)
}

fn bad_zip() -> Error {
    Error::invalid_parameter(
        "Could not unzip uploaded file. Please check your file, then try to upload again.",
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    fn files(entries: &[(&str, &str)]) -> Files {
        entries
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().into()))
            .collect()
    }

    fn zip_with(write: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Rc<[u8]> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        write(&mut writer);
        writer.finish().unwrap().into_inner().into()
    }

    #[track_caller]
    fn refused(zip: Rc<[u8]>, expect: &str) {
        assert_eq!(Package::read(zip).unwrap_err().to_string(), expect);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let files = files(&[("b/__init__.py", ""), ("a.py", "x = 1\n")]);
        let zip = zip_files(&files).unwrap();
        assert_eq!(zip, zip_files(&files).unwrap());
        let package = Package::read(zip).unwrap();
        assert_eq!(package.files(), &files);
        assert_eq!(
            package.digest().to_string(),
            CodeSha256::of(&package.zip()).to_string()
        );
    }

    #[test]
    fn a_compressed_zip_is_read() {
        let zip = zip_with(|writer| {
            let deflated =
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            writer.start_file("index.py", deflated).unwrap();
            writer.write_all(&[b'#'; 4096]).unwrap();
        });
        assert!(zip.len() < 1024);
        assert_eq!(Package::read(zip).unwrap().files()["index.py"].len(), 4096);
    }

    #[test]
    fn what_is_no_zip_is_refused() {
        let expect =
            "Could not unzip uploaded file. Please check your file, then try to upload again.";
        refused(Rc::from(*b"not a zip"), expect);
        refused(Rc::from(*b""), expect);
    }

    #[test]
    fn an_empty_zip_is_refused() {
        refused(zip_with(|_| ()), "Uploaded file must be a non-empty zip");
    }

    #[test]
    fn a_path_out_of_the_package_is_refused() {
        let zip = zip_with(|writer| {
            writer
                .start_file("../etc/passwd", SimpleFileOptions::default())
                .unwrap();
        });
        refused(
            zip,
            "Could not unzip uploaded file. Please check your file, then try to upload again.",
        );
    }

    #[test]
    fn a_zip_bomb_is_refused_without_being_unpacked() {
        let zip = zip_with(|writer| {
            let deflated =
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            writer.start_file("bomb", deflated).unwrap();
            let block = vec![0; 1024 * 1024];
            for _ in 0..=250 {
                writer.write_all(&block).unwrap();
            }
        });
        refused(zip, "Unzipped size must be smaller than 262144000 bytes");
    }
}
