//! Zips: reading those that callers send, which may be anything, and writing the editor's.

use std::io::{self, Cursor, Read, Write};
use std::path::Path;
use std::rc::Rc;

use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::{Files, Package};
use crate::lambda::error::Error;

type Archive<'z> = ZipArchive<Cursor<&'z [u8]>>;

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

/// Unpacks a zip, in no more memory than its files may take.
///
/// What an entry declares about itself is a claim, so the zip is unpacked twice: once to see how large the files are,
/// keeping nothing, and again to keep them.
pub(super) fn unzip(zip: &[u8]) -> Result<Files, Error> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(|_| bad_zip())?;
    if archive.has_duplicate_names() {
        return Err(bad_zip());
    }
    let sizes = measure(&mut archive)?;
    let mut files = Files::new();
    for (index, size) in sizes {
        let mut entry = open(&mut archive, index)?;
        let name = path_in_package(&entry)?;
        let mut content = Vec::with_capacity(size);
        entry.read_to_end(&mut content).map_err(|_| bad_zip())?;
        if files.insert(name, content.into()).is_some() {
            return Err(bad_zip());
        }
    }
    if files.keys().any(|name| is_below_a_file(name, &files)) {
        return Err(bad_zip());
    }
    Ok(files)
}

/// The entries that are files, with their sizes once unpacked.
fn measure(archive: &mut Archive) -> Result<Vec<(usize, usize)>, Error> {
    let mut sizes = Vec::new();
    let mut left = Package::MAX_UNZIPPED;
    for index in 0..archive.len() {
        let entry = open(archive, index)?;
        if entry.is_dir() {
            continue;
        }
        let size = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(|_| bad_zip())?;
        left = left.checked_sub(size).ok_or_else(too_large)?;
        sizes.push((index, usize::try_from(size).map_err(|_| too_large())?));
    }
    Ok(sizes)
}

fn open<'a, 'z>(
    archive: &'a mut Archive<'z>,
    index: usize,
) -> Result<ZipFile<'a, Cursor<&'z [u8]>>, Error> {
    archive.by_index(index).map_err(|_| bad_zip())
}

/// The path of an entry, if it is plainly one within the package.
///
/// Names that begin at a root, step up or go through `.` are refused, though a lenient reader could make sense of some.
fn path_in_package<R: Read>(entry: &ZipFile<'_, R>) -> Result<String, Error> {
    let name = entry.name().map_err(|_| bad_zip())?.replace('\\', "/");
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains('\0');
    if name.split('/').all(plain) {
        Ok(name)
    } else {
        Err(bad_zip())
    }
}

/// Whether one of the folders that a path goes through is a file.
fn is_below_a_file(name: &str, files: &Files) -> bool {
    let folders = Path::new(name).ancestors().skip(1);
    folders
        .filter_map(Path::to_str)
        .any(|folder| files.contains_key(folder))
}

fn bad_zip() -> Error {
    Error::invalid_parameter(
        "Could not unzip uploaded file. Please check your file, then try to upload again.",
    )
}

fn too_large() -> Error {
    Error::invalid_parameter(format!(
        "Unzipped size must be smaller than {} bytes",
        Package::MAX_UNZIPPED
    ))
}

#[cfg(test)]
mod tests;
