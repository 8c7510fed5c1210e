#![expect(clippy::print_stdout, reason = "a command tells what it does")]

use std::env;
use std::fmt;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus, Stdio};

use anyhow::{Context as _, Error, Result, anyhow};

/// A command that ended with a failure.
#[derive(Debug)]
struct Failure {
    command: String,
    code: Option<i32>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => write!(f, "`{}` ended with exit code {code}", self.command),
            None => write!(f, "`{}` was ended by a signal", self.command),
        }
    }
}

impl std::error::Error for Failure {}

/// Returns a command that runs in `folder`.
pub(crate) fn command(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

/// Returns the cargo that runs this, in `folder`.
pub(crate) fn cargo(folder: &Path) -> Command {
    let program = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(&program, folder)
}

/// Runs a command with its output passed through, after saying what it is.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = watch(command)?;
    if status.success() {
        return Ok(());
    }
    Err(Failure {
        command: show(command),
        code: status.code(),
    }
    .into())
}

/// Runs a command as [`run`] does, but lets it have the last word when it fails.
pub(crate) fn run_to_its_word(command: &mut Command) -> Result<ExitCode> {
    let code = watch(command)?.code();
    let code = code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}

fn watch(command: &mut Command) -> Result<ExitStatus> {
    println!("    {}", show(command));
    command.status().map_err(|error| explain(command, &error))
}

/// Returns what a command prints, and whether it succeeds, without showing either.
pub(crate) fn ask(command: &mut Command) -> Result<(bool, String)> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|error| explain(command, &error))?;
    let text = String::from_utf8(output.stdout).context("a command printed what is no text")?;
    Ok((output.status.success(), text.trim().to_owned()))
}

/// Returns the exit code that an error stands for: that of the command that failed, else 1.
pub(crate) fn exit_code(error: &Error) -> u8 {
    let code = error
        .downcast_ref::<Failure>()
        .and_then(|failure| failure.code);
    code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1)
}

/// Says what to install where a program is missing.
fn explain(command: &Command, error: &std::io::Error) -> Error {
    let program = command.get_program().to_string_lossy();
    if error.kind() != ErrorKind::NotFound {
        return anyhow!("`{program}` could not be started: {error}");
    }
    let cure = match &*program {
        "npm" | "node" => "install Node.js 20 or later, which brings node and npm",
        "cargo" | "rustc" | "rustup" => "install Rust as https://rustup.rs says",
        _ => "install it and see that it is on the PATH",
    };
    anyhow!("`{program}` was not found: {cure}")
}

/// Words a command as one would type it, its folder and variables left out.
fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program());
    let words = [program].into_iter().chain(command.get_args());
    let words = words.map(|word| {
        let word = word.to_string_lossy();
        if word.is_empty() || word.contains([' ', '*', '"', '$']) {
            format!("'{word}'")
        } else {
            word.into_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_keeps_its_code_below_any_context() {
        let error = run(Command::new("sh").args(["-c", "exit 7"])).unwrap_err();
        assert_eq!(error.to_string(), "`sh -c 'exit 7'` ended with exit code 7");
        assert_eq!(exit_code(&error.context("step `x` failed")), 7);
        assert_eq!(exit_code(&anyhow!("another error")), 1);
    }

    #[test]
    fn a_missing_program_says_what_to_do() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`no-such-program` was not found: install it and see that it is on the PATH"
        );
    }
}
