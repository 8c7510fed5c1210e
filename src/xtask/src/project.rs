use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

/// Where things are: the checkout, and the cache folder that outlives it.
pub(crate) struct Project {
    /// The root of the checkout.
    pub(crate) root: PathBuf,
    /// The folder for what is costly to make again: tools, guests, target folders.
    pub(crate) cache: PathBuf,
}

impl Project {
    /// Finds the checkout from the variable that cargo sets for what it runs.
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .context("run this as `cargo xtask`")?;
        let root = manifest
            .ancestors()
            .nth(2)
            .context("xtask stands in src/xtask of the checkout")?
            .to_path_buf();
        let cache = cache_home(env::var_os("XDG_CACHE_HOME"), env::var_os("HOME"))
            .context("set HOME or XDG_CACHE_HOME: built tools are kept there")?
            .join("lambda-playground");
        Ok(Self { root, cache })
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder in which the next site is put together; on the same disk as `dist`.
    pub(crate) fn staging(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// Where cargo puts the page and what is made of it.
    pub(crate) fn target(&self) -> PathBuf {
        let asked = env::var_os("CARGO_TARGET_DIR");
        asked.map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// The npm project of what the page needs.
    pub(crate) fn js(&self) -> PathBuf {
        self.root.join("src/js")
    }

    /// The npm project of what only tests and bench need.
    pub(crate) fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }
}

/// Returns the user's cache folder; the specification says that relative paths are to be ignored.
fn cache_home(xdg: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let xdg = xdg.map(PathBuf::from).filter(|path| path.is_absolute());
    xdg.or_else(|| Some(PathBuf::from(home?).join(".cache")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_is_xdgs_if_absolute_else_below_home() {
        let home = || Some(OsString::from("/home/ada"));
        let xdg = |path: &str| Some(OsString::from(path));
        let path = |path: &str| Some(PathBuf::from(path));
        assert_eq!(cache_home(xdg("/var/cache"), home()), path("/var/cache"));
        assert_eq!(cache_home(xdg("cache"), home()), path("/home/ada/.cache"));
        assert_eq!(cache_home(xdg(""), home()), path("/home/ada/.cache"));
        assert_eq!(cache_home(None, home()), path("/home/ada/.cache"));
        assert_eq!(cache_home(None, None), None);
    }
}
