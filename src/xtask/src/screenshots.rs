use anyhow::Result;
use tokio::runtime::Runtime;

use crate::project::Project;
use crate::run::{command, run};
use crate::steps::Steps;
use crate::{build, serve};

/// Where the pictures are kept; trunk copies none of them into the site.
const FOLDER: &str = "static/screenshots";

/// Builds the site, then takes the pictures that the README shows.
pub(crate) fn screenshots(project: &Project, steps: &Steps) -> Result<()> {
    build::build_for_a_browser(project, steps)?;

    let runtime = Runtime::new()?;
    let site = serve::serve_beside(&runtime, &project.dist())?;
    let mut take = command("node", &project.tests());
    take.args(["screenshots/take.js", &site]);
    run(take.arg(project.root.join(FOLDER)))
}
