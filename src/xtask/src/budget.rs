#![expect(clippy::print_stdout, reason = "a command tells what it does")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use walkdir::WalkDir;

use crate::compress::{self, beside};
use crate::project::Project;

/// The bytes that each part of the site may have on the way to a browser, beside the other tests.
const FILE: &str = "budget.toml";

/// By how many hundredths a part may be larger than its budget.
const TOLERANCE: u64 = 2;

/// Fails where a part of `dist/` has outgrown its budget.
pub(crate) fn check(project: &Project) -> Result<()> {
    let budget = fs::read_to_string(project.tests().join(FILE))?;
    let budget = read(&budget)?;
    let sizes = measure(&project.dist())?;
    for (part, size) in &sizes {
        println!("    {part}: {size} bytes");
    }
    let excesses = excesses(&sizes, &budget);
    if excesses.is_empty() {
        return Ok(());
    }
    bail!("{}; see tests/{FILE}", excesses.join("; "))
}

fn read(text: &str) -> Result<BTreeMap<String, u64>> {
    let table = text.parse::<toml::Table>()?;
    let entry = |(part, bytes): (String, toml::Value)| {
        let bytes = bytes
            .as_integer()
            .and_then(|bytes| u64::try_from(bytes).ok());
        let bytes = bytes.with_context(|| format!("{part} in {FILE} is not a number of bytes"))?;
        Ok((part, bytes))
    };
    table.into_iter().map(entry).collect()
}

/// Returns the bytes of each part as a browser that takes brotli gets them.
fn measure(site: &Path) -> Result<BTreeMap<&'static str, u64>> {
    let mut sizes = BTreeMap::from([("guest", 0), ("library", 0), ("page", 0), ("whole-site", 0)]);
    for entry in WalkDir::new(site) {
        let path = entry?.into_path();
        if !path.is_file() || compress::is_compressed(&path) {
            continue;
        }
        let sent = beside(&path, "br");
        let sent = if sent.exists() { &sent } else { &path };
        let bytes = fs::metadata(sent)?.len();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = part(&name);
        for part in part.into_iter().chain(["whole-site"]) {
            *sizes.entry(part).or_default() += bytes;
        }
    }
    Ok(sizes)
}

fn part(name: &str) -> Option<&'static str> {
    if name.starts_with("guest-") {
        Some("guest")
    } else if name.starts_with("library-") {
        Some("library")
    } else if name.ends_with("_bg.wasm") {
        Some("page")
    } else {
        None
    }
}

fn excesses(sizes: &BTreeMap<&'static str, u64>, budget: &BTreeMap<String, u64>) -> Vec<String> {
    let excess = |(part, size): (&&str, &u64)| match budget.get(*part) {
        None => Some(format!("{part} has no budget")),
        Some(budget) if size * 100 > budget * (100 + TOLERANCE) => Some(format!(
            "{part} has {size} bytes, more than {TOLERANCE} % over its {budget}"
        )),
        Some(_) => None,
    };
    sizes.iter().filter_map(excess).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(guest: u64, expect: &[&str]) {
        let sizes = BTreeMap::from([("guest", guest)]);
        let budget = read("guest = 1000").unwrap();
        assert_eq!(excesses(&sizes, &budget), expect);
    }

    #[test]
    fn a_part_may_grow_by_two_hundredths() {
        check(900, &[]);
        check(1020, &[]);
        check(1021, &["guest has 1021 bytes, more than 2 % over its 1000"]);
    }

    #[test]
    fn a_part_without_a_budget_is_told() {
        let sizes = BTreeMap::from([("page", 1)]);
        assert_eq!(excesses(&sizes, &BTreeMap::new()), ["page has no budget"]);
    }

    #[test]
    fn what_a_browser_gets_is_counted() {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [
            ("guest-0123456789abcdef.wasm", 100),
            ("guest-0123456789abcdef.wasm.br", 10),
            ("guest-0123456789abcdef.wasm.gz", 20),
            ("library-0123456789abcdef.bin", 3),
            ("lambda-playground-0123456789abcdef_bg.wasm", 5),
            ("icon.svg", 1),
        ] {
            fs::write(folder.path().join(name), vec![0; bytes]).unwrap();
        }
        let sizes = measure(folder.path()).unwrap();
        let expect = [
            ("guest", 10),
            ("library", 3),
            ("page", 5),
            ("whole-site", 19),
        ];
        assert_eq!(sizes, BTreeMap::from(expect));
    }
}
