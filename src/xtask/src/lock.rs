use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use toml::{Table, Value};

/// The packages of `Cargo.lock`.
pub(crate) struct Lock(Vec<Table>);

impl Lock {
    /// Reads the lock file of the checkout at `root`.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let text =
            fs::read_to_string(root.join("Cargo.lock")).context("Cargo.lock cannot be read")?;
        Self::parse(&text).context("Cargo.lock is not understood")
    }

    fn parse(text: &str) -> Result<Self> {
        let table: Table = text.parse()?;
        let packages = table.get("package").and_then(Value::as_array);
        let packages = packages.context("it lists no packages")?;
        Ok(Self(
            packages
                .iter()
                .filter_map(Value::as_table)
                .cloned()
                .collect(),
        ))
    }

    /// Returns the one version of a package.
    pub(crate) fn version(&self, package: &str) -> Result<&str> {
        let mut found = self.0.iter().filter(|entry| name(entry) == package);
        match (found.next(), found.next()) {
            (Some(entry), None) => text(entry, "version").context("a package has no version"),
            _ => anyhow::bail!("Cargo.lock must hold exactly one version of {package}"),
        }
    }

    /// Returns the entries of a package and of all that it depends on, in order of name.
    pub(crate) fn closure(&self, package: &str) -> Result<Vec<String>> {
        let mut by_name = BTreeMap::<_, Vec<_>>::new();
        for (index, entry) in self.0.iter().enumerate() {
            by_name.entry(name(entry)).or_default().push(index);
        }
        let mut found = BTreeSet::new();
        let mut waiting = vec![package];
        while let Some(dependency) = waiting.pop() {
            // A dependency is written as its name, with the version where the name is not enough.
            let mut words = dependency.split(' ');
            let wanted = words.next().unwrap_or_default();
            let version = words.next();
            let candidates = by_name.get(wanted).map_or(&[][..], Vec::as_slice);
            let index = candidates
                .iter()
                .find(|&&index| version.is_none() || version == text(&self.0[index], "version"))
                .with_context(|| format!("Cargo.lock has no package {dependency}"))?;
            if found.insert(*index) {
                let dependencies = self.0[*index].get("dependencies").and_then(Value::as_array);
                waiting.extend(dependencies.into_iter().flatten().filter_map(Value::as_str));
            }
        }
        // The lock file itself is in order of name.
        Ok(found
            .into_iter()
            .map(|index| self.0[index].to_string())
            .collect())
    }
}

fn name(entry: &Table) -> &str {
    text(entry, "name").unwrap_or_default()
}

fn text<'a>(entry: &'a Table, key: &str) -> Option<&'a str> {
    entry.get(key).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "guest"
        version = "0.1.0"
        dependencies = ["talc", "vm 0.6.0"]
        [[package]]
        name = "page"
        version = "0.1.0"
        dependencies = ["vm 0.5.0", "yew"]
        [[package]]
        name = "talc"
        version = "5.0.0"
        dependencies = ["guest"]
        [[package]]
        name = "vm"
        version = "0.5.0"
        [[package]]
        name = "vm"
        version = "0.6.0"
        checksum = "abc"
        [[package]]
        name = "yew"
        version = "0.23.0"
    "#;

    fn closure(lock: &str) -> Vec<String> {
        Lock::parse(lock).unwrap().closure("guest").unwrap()
    }

    #[test]
    fn the_closure_holds_what_the_guest_needs_and_nothing_else() {
        let closure = closure(LOCK).join("\n");
        for part in ["guest", "talc", "0.6.0", "abc"] {
            assert!(closure.contains(part), "{part} is missing in {closure}");
        }
        for part in ["page", "0.5.0", "yew"] {
            assert!(!closure.contains(part), "{part} should not be in {closure}");
        }
    }

    #[test]
    fn a_change_elsewhere_leaves_the_closure_as_it_is() {
        assert_eq!(closure(LOCK), closure(&LOCK.replace("0.23.0", "0.24.0")));
        assert_ne!(closure(LOCK), closure(&LOCK.replace("abc", "def")));
        assert_ne!(closure(LOCK), closure(&LOCK.replace("5.0.0", "5.0.1")));
    }

    #[test]
    fn a_version_is_given_only_where_there_is_one() {
        let lock = Lock::parse(LOCK).unwrap();
        assert_eq!(lock.version("talc").unwrap(), "5.0.0");
        assert!(lock.version("vm").is_err());
        assert!(lock.version("serde").is_err());
    }
}
