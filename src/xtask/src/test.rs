#![expect(clippy::print_stdout, reason = "a command tells what it does")]

use anyhow::Result;

use crate::budget;
use crate::build;
use crate::conformance;
use crate::guest::Guest;
use crate::project::Project;
use crate::run::{cargo, command, run};
use crate::setup::{self, PAGE_TARGET};
use crate::steps::Steps;

/// Warnings that a person may live with for an hour are errors here.
const STRICT: [&str; 3] = ["--", "-D", "warnings"];

/// What runs natively. The interpreter's names of characters are one of three packages with that name.
const NATIVE: [&str; 6] = [
    "-p",
    "lambda-playground",
    "-p",
    "xtask",
    "-p",
    "unicode_names2@3.1.0",
];

/// Runs every check and test, and stops at the first that fails.
pub(crate) fn test(project: &Project, steps: &Steps) -> Result<()> {
    let root = &project.root;
    steps.run("Set up Chromium", || {
        setup::browser(project, &setup::CHROMIUM)
    })?;
    steps.run("Set up npm packages of the tests", || {
        setup::npm(&project.tests())
    })?;
    steps.run("Check the format", || {
        run(cargo(root).args(["fmt", "--all", "--check"]))
    })?;
    build::build_site(project, steps)?;
    steps.run("Check the site's size", || budget::check(project))?;
    steps.run("Lint what runs natively", || {
        run(cargo(root)
            .args(["clippy", "--locked", "--all-targets"])
            .args(NATIVE)
            .args(STRICT))
    })?;
    steps.run("Lint the page", || {
        run(cargo(root)
            .args([
                "clippy",
                "--locked",
                "--target",
                PAGE_TARGET,
                "--lib",
                "--bins",
                "--test",
                "web_*",
            ])
            .args(STRICT))
    })?;
    steps.run("Lint the guest", || Guest::find(project)?.lint(project))?;
    steps.run("Check the types of JavaScript", || {
        let tsc = project.js().join("node_modules/.bin/tsc");
        let js = project.js();
        for folder in [
            js.join("bake"),
            js.join("service-worker"),
            js,
            project.tests(),
        ] {
            run(&mut command(&tsc.to_string_lossy(), &folder))?;
        }
        Ok(())
    })?;
    steps.run("Test natively", || {
        run(cargo(root).args(["test", "--locked"]).args(NATIVE))
    })?;
    steps.run("Test in a browser, part by part", || {
        let mut test = cargo(root);
        setup::add_to_path(&mut test, &setup::tools(project)?)?;
        run(test.args([
            "test",
            "--locked",
            "--target",
            PAGE_TARGET,
            "--test",
            "web_*",
        ]))
    })?;

    steps.run("Test the tests' own parts", || {
        let tests = [
            "--test",
            "conformance/expectations.test.js",
            "bench/report.test.js",
        ];
        run(command("node", &project.tests()).args(tests))
    })?;
    steps.run("Replay the recorded cases", || {
        conformance::replay(project, None, run)
    })?;

    // The table comes before the last step, so that the last line is the test runner's own.
    steps.print_table();
    println!("==> Test the built page as a person uses it");
    run(command("node_modules/.bin/playwright", &project.tests()).arg("test"))
}
