//! The project's commands, run as `cargo xtask <command>`.
//!
//! Each command is one file: [`build`], [`serve`], [`test`], [`handlers`], [`conformance`], [`bench`],
//! [`lighthouse`], [`soak`], [`firefox`], [`screenshots`].
//! What they share is in the others: [`setup`] gets what is missing, [`guest`] builds Python, [`dist`]
//! puts the site together.

mod bake;
mod bench;
mod budget;
mod build;
mod compress;
mod conformance;
mod digest;
mod dist;
mod firefox;
mod guest;
mod handlers;
mod lighthouse;
mod lock;
mod map;
mod markup;
mod offline;
mod project;
mod run;
mod screenshots;
mod serve;
mod setup;
mod soak;
mod steps;
mod test;
mod tokens;

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use lexopt::prelude::*;

use crate::project::Project;
use crate::steps::Steps;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--no-build]   build the site if anything changed, then serve it on this machine
  build                           build the static site into dist/
  test                            check format, lints and types, then run every test
  handlers [--write]              run the corpus of handlers, here and in CPython; write the table of differences
  conformance [--cases FILE]      replay recorded cases against the built site
  bench [--json FILE] [--write]   measure the site in a browser, beside Pyodide; keep the figures for the README
  lighthouse                      have Lighthouse judge the site, as a desktop and as a phone load it
  soak [--minutes N] [--invocations N]
                                  invoke for ten minutes with faults; account for every call, and for memory
  firefox                         test the built page in Firefox
  screenshots                     take the pictures of the main screens that the README shows
";

/// One command with its arguments.
enum Task {
    Build,
    Serve(serve::Options),
    Test,
    Conformance(conformance::Options),
    Handlers(handlers::Options),
    Bench(bench::Options),
    Lighthouse,
    Soak(soak::Options),
    Firefox,
    Screenshots,
    Help,
}

fn main() -> ExitCode {
    let task = match parse(lexopt::Parser::from_env()) {
        Ok(task) => task,
        Err(error) => {
            eprintln!("xtask: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match perform(&task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::from(run::exit_code(&error))
        }
    }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Task, lexopt::Error> {
    let Some(command) = arguments.next()? else {
        return Err("no command was given".into());
    };
    let mut task = match command {
        Value(name) if name == "build" => Task::Build,
        Value(name) if name == "serve" => Task::Serve(serve::Options::default()),
        Value(name) if name == "test" => Task::Test,
        Value(name) if name == "conformance" => Task::Conformance(conformance::Options::default()),
        Value(name) if name == "handlers" => Task::Handlers(handlers::Options::default()),
        Value(name) if name == "bench" => Task::Bench(bench::Options::default()),
        Value(name) if name == "lighthouse" => Task::Lighthouse,
        Value(name) if name == "soak" => Task::Soak(soak::Options::default()),
        Value(name) if name == "firefox" => Task::Firefox,
        Value(name) if name == "screenshots" => Task::Screenshots,
        Short('h') | Long("help") => Task::Help,
        other => return Err(other.unexpected()),
    };
    while let Some(argument) = arguments.next()? {
        match (&mut task, argument) {
            (Task::Serve(options), Long("port")) => {
                options.port = Some(arguments.value()?.parse()?);
            }
            (Task::Serve(options), Long("no-build")) => options.build = false,
            (Task::Conformance(options), Long("cases")) => {
                options.cases = Some(arguments.value()?.into());
            }
            (Task::Handlers(options), Long("write")) => options.write = true,
            (Task::Bench(options), Long("json")) => {
                options.json = Some(arguments.value()?.into());
            }
            (Task::Bench(options), Long("write")) => options.write = true,
            (Task::Soak(options), Long("minutes")) => {
                options.minutes = arguments.value()?.parse()?;
            }
            (Task::Soak(options), Long("invocations")) => {
                options.invocations = arguments.value()?.parse()?;
            }
            (_, other) => return Err(other.unexpected()),
        }
    }
    Ok(task)
}

#[expect(clippy::print_stdout, reason = "the usage is what was asked for")]
fn perform(task: &Task) -> Result<ExitCode> {
    let project = Project::find().context("the project was not found")?;
    let steps = Steps::new();
    match task {
        Task::Build => build::build(&project, &steps)?,
        Task::Serve(options) => serve::serve(&project, &steps, options)?,
        Task::Test => test::test(&project, &steps)?,
        Task::Conformance(options) => {
            return conformance::conformance(&project, &steps, options);
        }
        Task::Handlers(options) => handlers::handlers(&project, &steps, options)?,
        Task::Bench(options) => bench::bench(&project, &steps, options)?,
        Task::Lighthouse => return lighthouse::lighthouse(&project, &steps),
        Task::Soak(options) => soak::soak(&project, &steps, options)?,
        Task::Firefox => firefox::firefox(&project, &steps)?,
        Task::Screenshots => screenshots::screenshots(&project, &steps)?,
        Task::Help => println!("{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}
