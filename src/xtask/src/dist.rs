use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use walkdir::WalkDir;

use crate::compress::{self, beside};
use crate::digest::{self, Digest};
use crate::markup;
use crate::offline::Build;
use crate::project::Project;

/// Returns the digest of all that the site is made of.
pub(crate) fn inputs(project: &Project) -> Result<String> {
    let mut digest = Digest::default();
    for path in [
        ".cargo/config.toml",
        "Cargo.lock",
        "Cargo.toml",
        "Trunk.toml",
        "index.html",
        "rust-toolchain.toml",
        "src",
        "static",
    ] {
        digest.add_path(&project.root, path)?;
    }
    Ok(digest.finish())
}

/// Returns whether `dist/` was built from these inputs.
pub(crate) fn is_current(project: &Project, inputs: &str) -> bool {
    project.dist().join("index.html").exists()
        && fs::read_to_string(stamp(project)).is_ok_and(|built| built == inputs)
}

/// Adds assets to the page that trunk built, tells the page their names, adds the service worker that keeps all of it,
/// and compresses what is not yet compressed.
pub(crate) fn assemble(
    page: &Path,
    assets: &[(&str, PathBuf)],
    service_worker: &Path,
) -> Result<()> {
    let mut names = BTreeMap::new();
    for (name, source) in assets {
        let file = hashed_name(name, source)?;
        let target = page.join(&file);
        copy(source, &target)?;
        for ending in compress::ENDINGS {
            let compressed = beside(source, ending);
            if compressed.exists() {
                copy(&compressed, &beside(&target, ending))?;
            }
        }
        names.insert(*name, file);
        if *name == "guest" {
            // A page does not learn how long a file is that comes packed.
            names.insert("guest-size", fs::metadata(source)?.len().to_string());
        }
    }

    let index = page.join("index.html");
    let html = fs::read_to_string(&index).context("trunk made no index.html")?;
    let name = |start: &str| format!("start-{}.js", digest::of(start.as_bytes()));
    let (start, html) = markup::with_script_file(&html, name)?;
    fs::write(page.join(name(&start)), start)?;
    let build = Build::of(page)?;
    names.insert("build", build.id.clone());
    fs::write(&index, markup::with_assets(&html, &names)?)?;
    build.write_service_worker(service_worker, &page.join("service-worker.js"))?;

    let mut plain = Vec::new();
    for entry in WalkDir::new(page) {
        let path = entry?.into_path();
        if path.is_file() && !compress::is_compressed(&path) && !beside(&path, "br").exists() {
            plain.push(path);
        }
    }
    compress::compress_all(&plain)
}

/// Puts a finished site in the place of the old one, and remembers what it was built from.
pub(crate) fn replace(project: &Project, site: &Path, inputs: &str) -> Result<()> {
    let dist = project.dist();
    let old = project.staging().join("old");
    if dist.exists() {
        fs::rename(&dist, &old)?;
    }
    fs::rename(site, &dist)?;
    if old.exists() {
        fs::remove_dir_all(old)?;
    }
    fs::write(stamp(project), inputs)?;
    Ok(())
}

/// Returns whether a file's name tells its content, so that it may be cached for ever.
pub(crate) fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.trim_end_matches("_bg").rsplit('-').next();
    // Trunk drops a hash's leading zeros.
    hash.is_some_and(|hash| {
        hash.len() >= 12
            && hash.len() < stem.len()
            && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

fn stamp(project: &Project) -> PathBuf {
    project.staging().join("inputs")
}

fn hashed_name(name: &str, file: &Path) -> Result<String> {
    let content = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    Ok(format!("{name}-{}.{ending}", digest::of(&content)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_cached_for_ever() {
        for name in [
            "guest-0123456789abcdef.wasm",
            "lambda-playground-4c0a5d1b2e3f6a7_bg.wasm",
            "lambda-playground-e24c0a5d1b2e3f6a.js",
            "style-e24c0a5d1b2e3f6a.css",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "",
            "index.html",
            "lambda-playground.js",
            "favicon.svg",
            "0123456789abcdef.js",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn a_site_holds_assets_by_their_content_and_compressed_copies() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("page");
        fs::create_dir(&page).unwrap();
        let html = concat!(
            r#"<script type="module">import "page";</script>"#,
            r#"<script type="application/json" id="assets">{}</script>"#,
        );
        fs::write(page.join("index.html"), html.to_owned() + &" ".repeat(100)).unwrap();
        let guest = folder.path().join("guest.wasm");
        fs::write(&guest, "abc").unwrap();
        fs::write(beside(&guest, "br"), "made earlier").unwrap();

        let service_worker = folder.path().join("bundle.js");
        fs::write(&service_worker, "").unwrap();

        assemble(&page, &[("guest", guest)], &service_worker).unwrap();

        let mut files: Vec<_> = fs::read_dir(&page)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        assert_eq!(
            files,
            [
                "guest-ba7816bf8f01cfea.wasm",
                "guest-ba7816bf8f01cfea.wasm.br",
                "index.html",
                "index.html.br",
                "index.html.gz",
                "service-worker.js",
                "start-a5c42b4c78ab1c03.js",
            ]
        );
        let compressed = fs::read(page.join("guest-ba7816bf8f01cfea.wasm.br")).unwrap();
        assert_eq!(compressed, b"made earlier");
    }
}
