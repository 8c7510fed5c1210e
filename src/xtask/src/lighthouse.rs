use std::process::ExitCode;

use anyhow::Result;
use tokio::runtime::Runtime;

use crate::project::Project;
use crate::run::{command, run_to_its_word};
use crate::steps::Steps;
use crate::{build, serve, setup};

/// Builds the site, then has Lighthouse judge it as a desktop and as a phone load it.
pub(crate) fn lighthouse(project: &Project, steps: &Steps) -> Result<ExitCode> {
    steps.run("Set up Chromium", || setup::chromium(project))?;
    steps.run("Set up npm packages of the tests", || {
        setup::npm(&project.tests())
    })?;
    build::build_if_changed(project, steps)?;

    let runtime = Runtime::new()?;
    let site = serve::serve_beside(&runtime, &project.dist())?;
    run_to_its_word(command("node", &project.tests()).args(["lighthouse/run.js", &site]))
}
