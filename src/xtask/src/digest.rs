use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use walkdir::{DirEntry, WalkDir};

/// Digits of the digests that stand in names.
const DIGITS: usize = 16;

/// Folders that change nothing of what is built.
const LEFT_OUT: [&str; 2] = ["node_modules", "screenshots"];

/// A digest of what something is made of, fed part by part.
#[derive(Default)]
pub(crate) struct Digest(Sha256);

impl Digest {
    /// Adds one named part.
    pub(crate) fn add(&mut self, name: &str, content: &[u8]) {
        // With the lengths in front, no two lists of parts read the same.
        for part in [name.as_bytes(), content] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    /// Adds a file, or every file below a folder, by its path from `root`; what is missing counts as absent.
    ///
    /// What npm installs is left out, for which the lock files stand, and so are the pictures taken of the site.
    pub(crate) fn add_path(&mut self, root: &Path, path: &str) -> Result<()> {
        let top = root.join(path);
        if !top.exists() {
            return Ok(());
        }
        let own = |entry: &DirEntry| !LEFT_OUT.iter().any(|name| entry.file_name() == *name);
        for entry in WalkDir::new(top)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(own)
        {
            let entry = entry?;
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(root)?.to_string_lossy();
                let content = fs::read(entry.path())
                    .with_context(|| format!("{} cannot be read", entry.path().display()))?;
                self.add(&name, &content);
            }
        }
        Ok(())
    }

    /// Returns the digest, short enough for a name.
    pub(crate) fn finish(self) -> String {
        short(&self.0.finalize())
    }
}

/// Returns the digest of some bytes, short enough for a name.
pub(crate) fn of(content: &[u8]) -> String {
    short(&Sha256::digest(content))
}

fn short(digest: &[u8]) -> String {
    let mut text = String::new();
    for byte in &digest[..DIGITS / 2] {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let digest = |parts: &[(&str, &str)]| {
            let mut digest = Digest::default();
            for (name, content) in parts {
                digest.add(name, content.as_bytes());
            }
            digest.finish()
        };
        assert_eq!(digest(&[("a", "bc")]), digest(&[("a", "bc")]));
        assert_ne!(digest(&[("a", "bc")]), digest(&[("ab", "c")]));
        assert_ne!(digest(&[("a", "b"), ("c", "d")]), digest(&[("a", "bcd")]));
    }

    #[test]
    fn digests_in_names_are_sha_256s_first_digits() {
        assert_eq!(of(b"abc"), "ba7816bf8f01cfea");
    }
}
