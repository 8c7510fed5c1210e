use std::fs;
use std::thread;

use anyhow::{Result, bail};

use crate::dist;
use crate::guest::Guest;
use crate::project::Project;
use crate::run::{command, run};
use crate::setup::{self, Browser};
use crate::steps::Steps;
use crate::tokens;

/// What has to be JavaScript: each a module of its own, loaded when it is needed.
const BUNDLES: [&str; 4] = ["worker", "editor", "charts", "events"];

/// The bundle that keeps the site for when there is no network.
const SERVICE_WORKER: &str = "service-worker/service-worker";

/// Builds the site into `dist/`, and prints what it took.
pub(crate) fn build(project: &Project, steps: &Steps) -> Result<()> {
    build_site(project, steps)?;
    steps.print_table();
    Ok(())
}

/// Sets up Chromium and the packages of the tests, then builds the site unless it is there.
pub(crate) fn build_for_a_browser(project: &Project, steps: &Steps) -> Result<()> {
    build_for(&setup::CHROMIUM, project, steps)
}

/// Does the same for another browser.
pub(crate) fn build_for(browser: &Browser, project: &Project, steps: &Steps) -> Result<()> {
    steps.run(&format!("Set up {}", browser.name), || {
        setup::browser(project, browser)
    })?;
    steps.run("Set up npm packages of the tests", || {
        setup::npm(&project.tests())
    })?;
    build_if_changed(project, steps)
}

/// Builds the site unless `dist/` is of what there is now.
pub(crate) fn build_if_changed(project: &Project, steps: &Steps) -> Result<()> {
    if dist::is_current(project, &dist::inputs(project)?) {
        return Ok(());
    }
    build(project, steps)
}

/// Builds the site into `dist/`; where a step fails, the old one stays.
pub(crate) fn build_site(project: &Project, steps: &Steps) -> Result<()> {
    let inputs = dist::inputs(project)?;
    steps.run("Set up Rust", || setup::rust_targets(project))?;
    steps.run("Set up crates", || setup::crates(project))?;
    steps.run("Set up npm packages", || setup::npm(&project.js()))?;

    // The two that take longest have target folders of their own, so they may run side by side.
    let guest = Guest::find(project)?;
    let (python, tools) = thread::scope(|scope| {
        let tools = scope.spawn(|| steps.run("Set up tools", || setup::tools(project)));
        let python = steps.run("Build the guest", || guest.build(project));
        match tools.join() {
            Ok(tools) => Ok((python?, tools?)),
            Err(_) => bail!("the set-up of the tools gave up"),
        }
    })?;

    let staging = project.staging();
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    fs::create_dir_all(&staging)?;
    let bundles = staging.join("bundles");
    steps.run("Bundle JavaScript", || {
        let mut esbuild = command("node_modules/.bin/esbuild", &project.js());
        esbuild.args(BUNDLES.map(|name| format!("{name}.js")));
        esbuild.arg(format!("{SERVICE_WORKER}.js"));
        esbuild.args(["--bundle", "--format=esm", "--minify", "--target=es2022"]);
        esbuild.args(["--log-level=warning", "--legal-comments=eof"]);
        run(esbuild.arg(format!("--outdir={}", bundles.display())))
    })?;
    steps.run("Fill in design tokens", || {
        tokens::write(project, &staging.join("tokens.css"))
    })?;
    let page = staging.join("page");
    steps.run("Build the page", || {
        // Trunk copies all that is there, and wasm-bindgen leaves what earlier builds had.
        let bound = project.target().join("wasm-bindgen");
        if bound.exists() {
            fs::remove_dir_all(bound)?;
        }
        let mut trunk = command("trunk", &project.root);
        setup::add_to_path(&mut trunk, &tools)?;
        trunk.args(["build", "--release", "--offline", "--locked", "--dist"]);
        // Trunk takes the customary NO_COLOR=1 for a mistake.
        trunk.env_remove("NO_COLOR").env("RUST_LIB_BACKTRACE", "0");
        run(trunk.arg(&page))
    })?;
    steps.run("Put the site together", || {
        let mut assets = vec![("guest", python.module), ("library", python.library)];
        for name in BUNDLES {
            assets.push((name, bundles.join(format!("{name}.js"))));
        }
        let service_worker = bundles.join(format!("{SERVICE_WORKER}.js"));
        dist::assemble(&page, &assets, &service_worker)?;
        dist::replace(project, &page, &inputs)
    })
}
