use anyhow::Result;

use crate::project::Project;
use crate::run::{command, run};
use crate::steps::Steps;
use crate::{build, setup};

/// What `handlers` may be told.
#[derive(Default)]
pub(crate) struct Options {
    /// Whether the table of differences is written, not compared.
    pub(crate) write: bool,
}

/// Runs the corpus of handlers in the built site, and in `CPython` where one is installed.
pub(crate) fn handlers(project: &Project, steps: &Steps, options: &Options) -> Result<()> {
    steps.run("Set up Chromium", || setup::chromium(project))?;
    steps.run("Set up npm packages of the tests", || {
        setup::npm(&project.tests())
    })?;
    build::build_if_changed(project, steps)?;

    let mut playwright = command("node_modules/.bin/playwright", &project.tests());
    playwright.args(["test", "handlers.spec"]);
    if options.write {
        playwright.env("WRITE_DIFFERENCES", "1");
    }
    run(&mut playwright)
}
