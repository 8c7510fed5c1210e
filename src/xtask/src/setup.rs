#![expect(clippy::print_stdout, reason = "a command tells what it does")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, iter};

use anyhow::{Context as _, Result, bail};

use crate::digest;
use crate::lock::Lock;
use crate::project::Project;
use crate::run::{ask, cargo, command, run};

/// The page's target, and the guest's.
pub(crate) const PAGE_TARGET: &str = "wasm32-unknown-unknown";
pub(crate) const GUEST_TARGET: &str = "wasm32-wasip1";

/// The newest trunk that this Rust compiles.
const TRUNK: &str = "0.21.14";

/// A browser as Debian has it.
pub(crate) struct Browser {
    pub(crate) name: &'static str,
    packages: &'static str,
    /// What the packages install.
    programs: &'static [&'static str],
}

pub(crate) const CHROMIUM: Browser = Browser {
    name: "Chromium",
    packages: "chromium chromium-driver",
    programs: &["/usr/bin/chromium", "/usr/bin/chromedriver"],
};

pub(crate) const FIREFOX: Browser = Browser {
    name: "Firefox",
    packages: "firefox-esr",
    programs: &["/usr/bin/firefox-esr"],
};

/// Adds the targets that Rust lacks.
pub(crate) fn rust_targets(project: &Project) -> Result<()> {
    for target in [PAGE_TARGET, GUEST_TARGET] {
        let question = ["--print", "target-libdir", "--target", target];
        let (known, folder) = ask(command("rustc", &project.root).args(question))?;
        if !known || !Path::new(&folder).exists() {
            run(command("rustup", &project.root).args(["target", "add", target]))?;
        }
    }
    Ok(())
}

/// Downloads the crates of `Cargo.lock` unless all are there.
pub(crate) fn crates(project: &Project) -> Result<()> {
    let fetch = ["fetch", "--locked"];
    let (complete, _) = ask(cargo(&project.root).args(fetch).arg("--offline"))?;
    if !complete {
        run(cargo(&project.root).args(fetch))?;
    }
    Ok(())
}

/// Installs the packages of an npm project, unless they are those of its lock file already.
pub(crate) fn npm(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let lock = digest::of(&lock);
    let stamp = folder.join("node_modules/.installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(command("npm", folder)
        .arg("ci")
        // The browsers are Debian's.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    fs::write(&stamp, lock).with_context(|| format!("{} cannot be written", stamp.display()))
}

/// Installs a browser by apt where it is missing.
pub(crate) fn browser(project: &Project, browser: &Browser) -> Result<()> {
    let Browser {
        name,
        packages,
        programs,
    } = browser;
    if programs.iter().all(|program| Path::new(program).exists()) {
        return Ok(());
    }
    let install = format!("apt-get install --yes --no-install-recommends {packages}");
    let script = format!("apt-get update && {install}");
    let (_, user) = ask(command("id", &project.root).arg("-u"))?;
    let mut shell = if user == "0" {
        command("sh", &project.root)
    } else {
        let mut sudo = command("sudo", &project.root);
        sudo.args(["-n", "sh"]);
        sudo
    };
    shell.env("DEBIAN_FRONTEND", "noninteractive");
    match run(shell.arg("-c").arg(script)) {
        Ok(()) => Ok(()),
        Err(error) => bail!("{name} is missing ({error}); install it with: sudo {install}"),
    }
}

/// Installs the tools that build the page into the cache, each by its version; returns their folders.
pub(crate) fn tools(project: &Project) -> Result<Vec<PathBuf>> {
    let lock = Lock::read(&project.root)?;
    // The tool and the library must be of one version. The tool's own lock file names a crate
    // version that was withdrawn, so it is not used.
    let bindgen = tool(
        project,
        "wasm-bindgen-cli",
        lock.version("wasm-bindgen")?,
        // It speaks to this machine alone, so it needs no TLS.
        &["--no-default-features"],
    )?;
    let trunk = tool(project, "trunk", TRUNK, &["--locked"])?;
    let scraps = tools_target(project);
    if scraps.exists() {
        fs::remove_dir_all(scraps)?;
    }
    Ok(vec![bindgen, trunk])
}

fn tool(project: &Project, name: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let folder = project.cache.join(format!("tools/{name}-{version}"));
    let programs = folder.join("bin");
    // Cargo writes this file once the programs are there.
    if folder.join(".crates2.json").exists() {
        return Ok(programs);
    }
    println!("    {name} is compiled once and kept; this takes minutes");
    let install = ["install", "--quiet", name, "--version", version, "--debug"];
    run(cargo(&project.root)
        .args(install)
        .args(options)
        .arg("--root")
        .arg(&folder)
        .arg("--target-dir")
        .arg(tools_target(project))
        // They run for seconds: what counts is how soon they are compiled.
        .env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    Ok(programs)
}

/// Returns where tools are compiled: a gigabyte that nothing needs afterwards.
fn tools_target(project: &Project) -> PathBuf {
    project.cache.join("target/tools")
}

/// Puts folders in front of the PATH that a command sees.
pub(crate) fn add_to_path(command: &mut Command, folders: &[PathBuf]) -> Result<()> {
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.iter().cloned().chain(env::split_paths(&path)))?;
    command.envs(iter::once(("PATH", path)));
    Ok(())
}
