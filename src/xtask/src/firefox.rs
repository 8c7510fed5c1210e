use anyhow::Result;

use crate::build;
use crate::project::Project;
use crate::run::{command, run};
use crate::setup;
use crate::steps::Steps;

/// Builds the site, then tests the built page in Firefox, as `test` does in Chromium.
pub(crate) fn firefox(project: &Project, steps: &Steps) -> Result<()> {
    build::build_for(&setup::FIREFOX, project, steps)?;

    let mut test = command("node_modules/.bin/playwright", &project.tests());
    run(test.args(["test", "--config", "firefox.config.js"]))
}
