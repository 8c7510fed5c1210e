use std::process::ExitCode;

use anyhow::Result;
use tokio::runtime::Runtime;

use crate::project::Project;
use crate::run::{command, run_to_its_word};
use crate::steps::Steps;
use crate::{build, serve};

/// Builds the site, then has Lighthouse judge it as a desktop and as a phone load it.
pub(crate) fn lighthouse(project: &Project, steps: &Steps) -> Result<ExitCode> {
    build::build_for_a_browser(project, steps)?;

    let runtime = Runtime::new()?;
    let site = serve::serve_beside(&runtime, &project.dist())?;
    run_to_its_word(command("node", &project.tests()).args(["lighthouse/run.js", &site]))
}
