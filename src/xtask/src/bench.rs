use std::path::PathBuf;

use anyhow::Result;
use tokio::runtime::Runtime;

use crate::project::Project;
use crate::run::{command, run};
use crate::steps::Steps;
use crate::{build, serve};

/// What `bench` may be told.
#[derive(Default)]
pub(crate) struct Options {
    /// The file to which the figures are written as JSON.
    pub(crate) json: Option<PathBuf>,
    /// Whether the figures are kept for the README.
    pub(crate) write: bool,
}

/// Builds the site, then measures it in a browser beside Pyodide.
pub(crate) fn bench(project: &Project, steps: &Steps, options: &Options) -> Result<()> {
    build::build_for_a_browser(project, steps)?;

    let tests = project.tests();
    let runtime = Runtime::new()?;
    let site = serve::serve_beside(&runtime, &project.dist())?;
    let pyodide = serve::serve_beside(&runtime, &tests.join("node_modules/pyodide"))?;
    let mut bench = command("node", &tests);
    bench.args(["bench/bench.js", &site, &pyodide]);
    if let Some(json) = &options.json {
        bench.arg("--json").arg(std::path::absolute(json)?);
    }
    if options.write {
        bench.arg("--write");
    }
    run(&mut bench)
}
