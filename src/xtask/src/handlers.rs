use anyhow::Result;

use crate::build;
use crate::project::Project;
use crate::run::{command, run};
use crate::steps::Steps;

/// What `handlers` may be told.
#[derive(Default)]
pub(crate) struct Options {
    /// Whether the table of differences is written, not compared.
    pub(crate) write: bool,
}

/// Runs the corpus of handlers in the built site, and in `CPython` where one is installed.
pub(crate) fn handlers(project: &Project, steps: &Steps, options: &Options) -> Result<()> {
    build::build_for_a_browser(project, steps)?;

    let mut playwright = command("node_modules/.bin/playwright", &project.tests());
    playwright.args(["test", "handlers.spec"]);
    if options.write {
        playwright.env("WRITE_DIFFERENCES", "1");
    }
    run(&mut playwright)
}
