use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;
use walkdir::WalkDir;

use crate::compress;
use crate::digest::Digest;
use crate::dist::is_hashed;

/// The page itself, which every host serves at the address of its folder.
const PAGE: &str = "index.html";

/// The files of one build, for a service worker that keeps them.
#[derive(Debug, PartialEq)]
pub(crate) struct Build {
    /// A digest of all files.
    pub(crate) id: String,
    /// Addresses that tell the content.
    hashed: Vec<String>,
    /// Addresses whose content may differ from build to build.
    others: Vec<String>,
}

impl Build {
    /// Lists the files of a site, compressed copies left out.
    pub(crate) fn of(site: &Path) -> Result<Self> {
        let mut digest = Digest::default();
        let (mut hashed, mut others) = (Vec::new(), Vec::new());
        for entry in WalkDir::new(site).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path();
            if !entry.file_type().is_file() || compress::is_compressed(path) {
                continue;
            }
            let address = path.strip_prefix(site)?.to_string_lossy().into_owned();
            digest.add(&address, &fs::read(path)?);
            if is_hashed(&entry.file_name().to_string_lossy()) {
                hashed.push(address);
            } else if address == PAGE {
                others.push("./".to_owned());
            } else {
                others.push(address);
            }
        }
        let id = digest.finish();
        Ok(Self { id, hashed, others })
    }

    /// Writes a bundled service worker with the list in front of it.
    pub(crate) fn write_service_worker(&self, bundle: &Path, target: &Path) -> Result<()> {
        let script = fs::read_to_string(bundle)
            .with_context(|| format!("{} cannot be read", bundle.display()))?;
        let build = json!({ "id": self.id, "hashed": self.hashed, "others": self.others });
        fs::write(target, format!("const BUILD = {build};\n{script}"))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Build {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
        Build::of(folder.path()).unwrap()
    }

    #[test]
    fn a_service_worker_is_told_every_address_that_a_page_may_ask_for() {
        let build = site(&[
            ("guest-0123456789abcdef.wasm", "module"),
            ("guest-0123456789abcdef.wasm.br", "smaller"),
            ("icon.svg", "icon"),
            ("index.html", "page"),
            ("index.html.gz", "small"),
            ("snippets/page/load.js", "script"),
        ]);
        assert_eq!(build.hashed, ["guest-0123456789abcdef.wasm"]);
        assert_eq!(build.others, ["icon.svg", "./", "snippets/page/load.js"]);

        let folder = tempfile::tempdir().unwrap();
        let bundle = folder.path().join("bundle.js");
        fs::write(&bundle, "keep(BUILD);").unwrap();
        let target = folder.path().join("service-worker.js");
        build.write_service_worker(&bundle, &target).unwrap();
        assert_eq!(
            fs::read_to_string(target).unwrap(),
            format!(
                "const BUILD = {}\"hashed\":[\"guest-0123456789abcdef.wasm\"],\"id\":\"{}\",\"others\":[\"icon.svg\",\"./\",\"snippets/page/load.js\"]}};\nkeep(BUILD);",
                '{', build.id
            )
        );
    }

    #[test]
    fn builds_differ_where_any_file_does() {
        let one = site(&[("index.html", "page"), ("icon.svg", "icon")]);
        let other = site(&[("index.html", "page"), ("icon.svg", "another icon")]);
        assert_ne!(one.id, other.id);
        assert_eq!(one, site(&[("index.html", "page"), ("icon.svg", "icon")]));
    }
}
