use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Result;
use tokio::runtime::Runtime;

use crate::project::Project;
use crate::run::{command, run_to_its_word};
use crate::steps::Steps;
use crate::{build, serve};

/// What `conformance` may be told.
#[derive(Default)]
pub(crate) struct Options {
    /// A file of cases that is replayed instead of the project's own.
    pub(crate) cases: Option<PathBuf>,
}

/// Builds the site where that is needed, then replays recorded cases against it; their score has the last line.
pub(crate) fn conformance(project: &Project, steps: &Steps, options: &Options) -> Result<ExitCode> {
    build::build_for_a_browser(project, steps)?;
    replay(project, options.cases.as_deref(), run_to_its_word)
}

/// Replays cases against the site that is there, the project's own unless another file is given.
pub(crate) fn replay<T>(
    project: &Project,
    cases: Option<&Path>,
    run: impl FnOnce(&mut Command) -> Result<T>,
) -> Result<T> {
    let runtime = Runtime::new()?;
    let site = serve::serve_beside(&runtime, &project.dist())?;
    let mut replay = command("node", &project.tests());
    replay.args(["conformance/run.js", &site]);
    if let Some(cases) = cases {
        replay.arg(std::path::absolute(cases)?);
    }
    run(&mut replay)
}
