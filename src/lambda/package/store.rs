//! The packages of a service, each once.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::{Rc, Weak};

use super::{CodeSha256, Contents, Package};
use crate::lambda::error::Error;

/// Every package that was ever deployed, by its digest: however often the same bytes are sent, they are kept once.
///
/// The bytes stay as long as the history, which needs them. The files that were in them go with the last version that
/// runs them.
#[derive(Clone, Default)]
pub(in crate::lambda) struct PackageStore(BTreeMap<CodeSha256, Kept>);

#[derive(Clone)]
struct Kept {
    zip: Rc<[u8]>,
    contents: Weak<Contents>,
}

impl PackageStore {
    /// Reads a zip, or finds the package that was made of the same bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Package::read`].
    pub(in crate::lambda) fn read(&self, zip: Rc<[u8]>) -> Result<Package, Error> {
        Package::check_size(&zip)?;
        let digest = CodeSha256::of(&zip);
        let Some(kept) = self.0.get(&digest) else {
            return Package::unpack(zip, digest);
        };
        match kept.contents.upgrade() {
            Some(contents) => Ok(Package(contents)),
            None => Package::unpack(Rc::clone(&kept.zip), digest),
        }
    }

    /// Keeps a package that is deployed from now on.
    pub(in crate::lambda) fn keep(&mut self, package: &Package) {
        let kept = Kept {
            zip: package.zip(),
            contents: Rc::downgrade(&package.0),
        };
        self.0.insert(package.digest(), kept);
    }
}

impl PartialEq for PackageStore {
    fn eq(&self, other: &Self) -> bool {
        self.0.keys().eq(other.0.keys())
    }
}

impl fmt::Debug for PackageStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
