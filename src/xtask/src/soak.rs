use anyhow::Result;
use tokio::runtime::Runtime;

use crate::project::Project;
use crate::run::{command, run};
use crate::steps::Steps;
use crate::{build, serve};

/// What `soak` may be told.
pub(crate) struct Options {
    /// The least that it takes.
    pub(crate) minutes: u32,
    /// How many calls are made in that time.
    pub(crate) invocations: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            minutes: 10,
            invocations: 200_000,
        }
    }
}

/// Builds the site, then invokes a function in it for a long time, with faults and changes in between.
pub(crate) fn soak(project: &Project, steps: &Steps, options: &Options) -> Result<()> {
    build::build_for_a_browser(project, steps)?;

    let runtime = Runtime::new()?;
    let site = serve::serve_beside(&runtime, &project.dist())?;
    let mut soak = command("node", &project.tests());
    soak.args(["soak/soak.js", &site]);
    soak.args([options.minutes, options.invocations].map(|number| number.to_string()));
    run(&mut soak)
}
