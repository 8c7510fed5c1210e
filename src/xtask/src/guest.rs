#![expect(clippy::print_stdout, reason = "a command tells what it does")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, Result, ensure};
use toml::{Table, Value};

use crate::bake;
use crate::compress;
use crate::digest::{self, Digest};
use crate::lock::Lock;
use crate::map;
use crate::project::Project;
use crate::run::{cargo, command, run};
use crate::setup::GUEST_TARGET;

/// What `cargo build` makes of the package.
const FILE: &str = "guest.wasm";

/// Where the linker tells what lies where in it.
const MAP: &str = "guest.map";

/// What the symbols of tables contain that nothing reads: those of encodings whose modules are left out.
const UNUSED: &str = "encodings3cjk";

/// Boots it, beside the packages of JavaScript.
const BAKE: &str = "bake/bake.js";

/// The memory that it leaves when it has booted.
const IMAGE: &str = "booted.memory";

/// The part of that memory that is brought when it is asked for.
const LIBRARY: &str = "library.bin";

/// The profile of the root manifest that is the guest's.
const PROFILE: &str = "guest";

/// Below what cargo made: that module once it has booted, by its content.
const BAKED: &str = "baked";

/// How many guests are kept, so that going back to an earlier one costs nothing.
const KEPT: usize = 3;

/// Python as a wasm module, compiled from what has a certain digest.
pub(crate) struct Guest {
    folder: PathBuf,
}

/// The files of the site that Python is made of, beside which their compressed copies stand.
pub(crate) struct Files {
    pub(crate) module: PathBuf,
    /// What the module leaves out of its memory until it is asked for.
    pub(crate) library: PathBuf,
}

impl Guest {
    /// Finds where the guest of the checkout is kept, built or not.
    pub(crate) fn find(project: &Project) -> Result<Self> {
        let folder = project.cache.join("guest").join(inputs(&project.root)?);
        Ok(Self { folder })
    }

    /// Builds what is missing, and boots it.
    pub(crate) fn build(&self, project: &Project) -> Result<Files> {
        let compiled = self.folder.join(FILE);
        if compiled.exists() {
            println!("    the guest of these sources is there");
        } else {
            self.compile(project)?;
        }
        let target = target_folder(project);
        let (image, library) = (target.join(IMAGE), target.join(LIBRARY));
        run(command("node", &project.js())
            .arg(BAKE)
            .args([&compiled, &image, &library]))?;
        let mut memory = fs::read(image)?;
        let unused = map::places(&fs::read_to_string(self.folder.join(MAP))?, UNUSED);
        ensure!(!unused.is_empty(), "{MAP} has nothing called {UNUSED}");
        for place in unused {
            memory[place].fill(0);
        }
        let baked = bake::bake(&fs::read(compiled)?, &memory)?;

        let all = self.folder.join(BAKED);
        let folder = all.join(digest::of(&baked));
        if !folder.exists() {
            finish(&folder, |unfinished| {
                let files = Files::within(unfinished);
                fs::write(&files.module, baked)?;
                fs::copy(library, &files.library)?;
                compress::compress_all(&[files.module, files.library])
            })?;
            prune(&all, KEPT)?;
        }
        Ok(Files::within(&folder))
    }

    fn compile(&self, project: &Project) -> Result<()> {
        touch(&project.root.join("src/python/build.rs"))?;
        touch(&project.root.join("src/python/src/lib.rs"))?;
        run(cargo_for_guest(project, "build").arg("--locked"))?;
        let target = target_folder(project).join(GUEST_TARGET).join(PROFILE);
        finish(&self.folder, |unfinished| {
            for name in [FILE, MAP] {
                fs::copy(target.join(name), unfinished.join(name))?;
            }
            Ok(())
        })?;
        prune(&project.cache.join("guest"), KEPT)
    }

    /// Lints the guest unless these sources have passed before.
    pub(crate) fn lint(&self, project: &Project) -> Result<()> {
        let stamp = self.folder.join("linted");
        if stamp.exists() {
            println!("    these sources have passed before");
            return Ok(());
        }
        run(cargo_for_guest(project, "clippy").args(["--locked", "--", "-D", "warnings"]))?;
        fs::write(stamp, [])?;
        Ok(())
    }
}

impl Files {
    fn within(folder: &Path) -> Self {
        Self {
            module: folder.join(FILE),
            library: folder.join(LIBRARY),
        }
    }
}

/// Fills a folder that is there only once it is whole.
fn finish(folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let unfinished = folder.with_extension("unfinished");
    fs::create_dir_all(&unfinished)?;
    fill(&unfinished)?;
    Ok(fs::rename(&unfinished, folder)?)
}

fn cargo_for_guest(project: &Project, subcommand: &str) -> Command {
    let mut cargo = cargo(&project.root);
    cargo
        .args([
            subcommand,
            "-p",
            "guest",
            "--profile",
            PROFILE,
            "--target",
            GUEST_TARGET,
        ])
        // Some crates of RustPython declare a newer Rust than they need.
        .arg("--ignore-rust-version")
        .arg("--target-dir")
        .arg(target_folder(project));
    cargo
}

fn target_folder(project: &Project) -> PathBuf {
    project.cache.join("target/guest")
}

/// Makes cargo build what a file belongs to: it goes by times, and another checkout may have built its own since.
fn touch(file: &Path) -> Result<()> {
    let file = fs::File::options().append(true).open(file)?;
    Ok(file.set_modified(SystemTime::now())?)
}

/// Returns the digest of all that the guest is compiled from.
fn inputs(root: &Path) -> Result<String> {
    let mut digest = Digest::default();
    digest.add_path(root, "src/python")?;
    digest.add_path(root, "rust-toolchain.toml")?;
    digest.add_path(root, ".cargo/config.toml")?;
    for package in Lock::read(root)?.closure("guest")? {
        digest.add("Cargo.lock", package.as_bytes());
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let manifest = manifest
        .parse::<Table>()
        .context("Cargo.toml is not understood")?;
    for (name, profile) in profiles(&manifest, PROFILE) {
        digest.add(name, profile.to_string().as_bytes());
    }
    Ok(digest.finish())
}

/// Returns a profile and those that it inherits from.
fn profiles<'a>(manifest: &'a Table, name: &'a str) -> Vec<(&'a str, &'a Table)> {
    let mut found = Vec::new();
    let mut next = Some(name);
    let profiles = manifest.get("profile").and_then(Value::as_table);
    while let Some(name) = next.take() {
        if let Some(profile) = profiles.and_then(|profiles| profiles.get(name)?.as_table()) {
            found.push((name, profile));
            next = profile.get("inherits").and_then(Value::as_str);
        }
    }
    found
}

/// Deletes all but the newest folders.
fn prune(folder: &Path, kept: usize) -> Result<()> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let built = entry
            .metadata()?
            .modified()
            .unwrap_or(SystemTime::UNIX_EPOCH);
        entries.push((built, entry.path()));
    }
    entries.sort();
    for (_, path) in entries.iter().rev().skip(kept) {
        fs::remove_dir_all(path)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_knows_of_inherited_profiles_but_of_no_others() {
        let manifest = "
            [profile.dev]
            debug = 1
            [profile.release]
            lto = true
            [profile.guest]
            inherits = 'release'
            [profile.guest.build-override]
            opt-level = 3
        ";
        let manifest = manifest.parse::<Table>().unwrap();
        let profiles = profiles(&manifest, "guest");
        let names: Vec<_> = profiles.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["guest", "release"]);
        assert!(profiles[0].1.to_string().contains("opt-level = 3"));
    }
}
