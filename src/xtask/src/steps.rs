#![expect(clippy::print_stdout, reason = "a command tells what it does")]

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

/// The steps of one command, with how long each took.
pub(crate) struct Steps {
    start: Instant,
    done: Mutex<Vec<(String, Duration)>>,
}

impl Steps {
    /// Starts the clock.
    pub(crate) fn new() -> Self {
        Self {
            start: Instant::now(),
            done: Mutex::default(),
        }
    }

    /// Does one step, and says when it begins, ends or fails.
    pub(crate) fn run<T>(&self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("==> {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let verdict = if result.is_ok() {
            "took"
        } else {
            "failed after"
        };
        println!("==> {name} {verdict} {}\n", seconds(took));
        self.done
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((name.to_owned(), took));
        result.with_context(|| format!("step `{name}` failed"))
    }

    /// Prints what each step took so far, and the whole.
    pub(crate) fn print_table(&self) {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        println!("{}", table(&done, self.start.elapsed()));
    }
}

fn table(steps: &[(String, Duration)], total: Duration) -> String {
    let name_width = steps.iter().map(|(name, _)| name.chars().count()).max();
    let name_width = name_width.unwrap_or_default().max("Total".len());
    let mut table = String::new();
    let rows = steps.iter().map(|(name, took)| (name.as_str(), *took));
    for (name, took) in rows.chain([("Total", total)]) {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{name:name_width$}  {:>12}", seconds(took));
    }
    table
}

fn seconds(time: Duration) -> String {
    let tenths = (time.as_millis() + 50) / 100;
    let (minutes, tenths) = (tenths / 600, tenths % 600);
    let rest = format!("{}.{} s", tenths / 10, tenths % 10);
    match minutes {
        0 => rest,
        _ => format!("{minutes} min {rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rounded_to_tenths_before_they_are_split_into_minutes() {
        let check =
            |millis, expect: &str| assert_eq!(seconds(Duration::from_millis(millis)), expect);
        check(0, "0.0 s");
        check(1_250, "1.3 s");
        check(59_949, "59.9 s");
        check(59_950, "1 min 0.0 s");
        check(754_300, "12 min 34.3 s");
    }

    #[test]
    fn the_table_lines_up_and_ends_with_the_total() {
        let steps = [
            ("guest".to_owned(), Duration::from_secs(90)),
            ("page".to_owned(), Duration::from_secs(5)),
        ];
        assert_eq!(
            table(&steps, Duration::from_secs(96)),
            "guest  1 min 30.0 s\npage          5.0 s\nTotal  1 min 36.0 s\n"
        );
    }
}
