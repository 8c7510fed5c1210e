use std::rc::Rc;

use super::report::{Report, milliseconds, percent};
use super::sheet::Sheet;
use super::split::Split;
use crate::lambda::Qualifier;

/// How many runs are kept.
const KEPT: usize = 10;

/// The latest runs, which of them is looked at, and which beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Runs {
    /// The newest first.
    reports: Vec<Rc<Report>>,
    shown: Option<u32>,
    beside: Option<u32>,
}

impl Runs {
    /// Takes a picture of a run; a run that was not seen before is looked at from now on.
    pub fn picture(&mut self, report: Report) {
        let number = report.number;
        let known = self.reports.iter().position(|kept| kept.number == number);
        if let Some(place) = known {
            self.reports[place] = Rc::new(report);
            return;
        }
        // A run that was pushed out stays out.
        if self.newest().is_some_and(|newest| newest.number > number) {
            return;
        }
        self.reports.insert(0, Rc::new(report));
        self.reports.truncate(KEPT);
        self.shown = Some(number);
    }

    /// Looks at a run again.
    pub fn show(&mut self, number: u32) {
        self.shown = Some(number);
    }

    /// Puts a run beside the one that is looked at, or none.
    pub fn compare(&mut self, number: Option<u32>) {
        self.beside = number;
    }

    /// The kept runs, the newest first.
    #[must_use]
    pub fn reports(&self) -> &[Rc<Report>] {
        &self.reports
    }

    /// The run fired last.
    #[must_use]
    pub fn newest(&self) -> Option<&Rc<Report>> {
        self.reports.first()
    }

    /// The numbers of the runs that reached a version, the newest first.
    #[must_use]
    pub fn reaching(&self, version: &Qualifier) -> Vec<u32> {
        let reached = |report: &&Rc<Report>| {
            let mut rows = report.rows.iter();
            rows.any(|row| row.version == *version && row.observed > 0)
        };
        let runs = self.reports.iter().filter(reached);
        runs.map(|report| report.number).collect()
    }

    /// The run that is looked at.
    #[must_use]
    pub fn shown(&self) -> Option<&Rc<Report>> {
        self.find(self.shown).or_else(|| self.newest())
    }

    /// The run beside it, if it is another one.
    #[must_use]
    pub fn beside(&self) -> Option<&Rc<Report>> {
        let shown = self.shown()?;
        self.find(self.beside)
            .filter(|beside| beside.number != shown.number)
    }

    fn find(&self, number: Option<u32>) -> Option<&Rc<Report>> {
        self.reports
            .iter()
            .find(|report| Some(report.number) == number)
    }
}

/// Two runs side by side.
#[must_use]
pub fn compare(one: &Report, other: &Report) -> Sheet {
    let headings = [one, other].map(|report| format!("Run {}", report.number));
    let mut sheet = Sheet::new(&["Figure", &headings[0], &headings[1]]);
    let mut row = |name: String, figure: &dyn Fn(&Report) -> String| {
        sheet.rows.push(vec![name, figure(one), figure(other)]);
    };
    row("Sent to".into(), &|report| report.target.to_string());
    row("Answered".into(), &|report| report.answered.to_string());
    row("Seed".into(), &|report| report.seed.clone());
    let mut versions: Vec<&Qualifier> = [one, other]
        .iter()
        .flat_map(|report| report.rows.iter().map(|row| &row.version))
        .collect();
    versions.sort_unstable();
    versions.dedup();
    for version in versions {
        let name = version.title();
        let mut figure = |what: &str, of: &dyn Fn(&Split) -> Option<String>| {
            row(format!("{name}: {what}"), &|report| {
                let part = report.rows.iter().find(|row| row.version == *version);
                part.and_then(of).unwrap_or_default()
            });
        };
        figure("weight", &|part| Some(part.weight?.to_string()));
        figure("observed", &|part| Some(part.observed.to_string()));
        figure("share (%)", &|part| Some(percent(part.share?).to_string()));
        figure("errors", &|part| Some(part.errors.to_string()));
        figure("p50 (ms)", &|part| {
            Some(milliseconds(part.p50?).to_string())
        });
        figure("p95 (ms)", &|part| {
            Some(milliseconds(part.p95?).to_string())
        });
    }
    sheet
}

/// Whether two runs drew the same numbers, in one sentence.
#[must_use]
pub fn common_draws(one: &Report, other: &Report) -> String {
    if one.seed.is_empty() || one.seed != other.seed {
        "Each run drew numbers of its own.".to_owned()
    } else {
        format!(
            "Both runs drew the same numbers, those of seed {}.",
            one.seed
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traffic::testing::{asked, ran};
    use crate::traffic::{Results, Stage};

    fn report(number: u32, seed: &str, answers: u32) -> Report {
        let mut results = Results::new(2);
        for index in 0..answers {
            results.record(index, ran(2, 5));
        }
        Report::new(&asked(number, seed, 2), &results, Stage::Finished)
    }

    fn runs(numbers: std::ops::RangeInclusive<u32>) -> Runs {
        let mut runs = Runs::default();
        for number in numbers {
            runs.picture(report(number, "", 0));
        }
        runs
    }

    fn numbers(runs: &Runs) -> Vec<u32> {
        runs.reports().iter().map(|report| report.number).collect()
    }

    #[test]
    fn keeps_the_latest_runs() {
        assert_eq!(numbers(&runs(1..=3)), [3, 2, 1]);
        let mut many = runs(1..=12);
        assert_eq!(numbers(&many), (3..=12).rev().collect::<Vec<u32>>());
        many.picture(report(1, "", 1));
        assert_eq!(many.reports().len(), KEPT, "what was pushed out stays out");
    }

    #[test]
    fn finds_the_runs_that_reached_a_version() {
        let mut runs = Runs::default();
        for (number, answers) in [(1, 1), (2, 0), (3, 2)] {
            runs.picture(report(number, "", answers));
        }
        assert_eq!(runs.reaching(&Qualifier::classify("2")), [3, 1]);
        assert_eq!(runs.reaching(&Qualifier::classify("1")), [] as [u32; 0]);
    }

    #[test]
    fn shows_a_new_run_at_once_and_follows_it() {
        let mut runs = runs(1..=2);
        runs.show(1);
        assert_eq!(runs.shown().unwrap().number, 1);
        runs.picture(report(2, "", 1));
        assert_eq!(
            runs.shown().unwrap().number,
            1,
            "an older one stays in view"
        );
        assert_eq!(runs.newest().unwrap().answered, 1);
        runs.picture(report(3, "", 0));
        assert_eq!(runs.shown().unwrap().number, 3);
    }

    #[test]
    fn compares_a_run_with_another_only() {
        let mut runs = runs(1..=2);
        assert!(runs.beside().is_none());
        runs.compare(Some(2));
        assert!(runs.beside().is_none(), "it is the one that is shown");
        runs.compare(Some(1));
        assert_eq!(runs.beside().unwrap().number, 1);
        runs.compare(None);
        assert!(runs.beside().is_none());
    }

    #[test]
    fn forgets_to_show_what_was_pushed_out() {
        let mut runs = runs(1..=2);
        runs.compare(Some(1));
        for number in 3..=12 {
            runs.picture(report(number, "", 0));
        }
        assert!(runs.beside().is_none());
        runs.show(1);
        assert_eq!(runs.shown().unwrap().number, 12);
    }

    #[test]
    fn puts_figures_side_by_side() {
        let sheet = compare(&report(2, "7f3a", 2), &report(1, "", 0));
        assert_eq!(
            sheet.csv().replace("\r\n", "\n"),
            "Figure,Run 2,Run 1\nSent to,prod,prod\nAnswered,2,0\nSeed,7f3a,\n\
             Version 1: weight,50 %,50 %\nVersion 1: observed,0,0\nVersion 1: share (%),0,\nVersion 1: errors,0,0\n\
             Version 1: p50 (ms),,\nVersion 1: p95 (ms),,\n\
             Version 2: weight,50 %,50 %\nVersion 2: observed,2,0\nVersion 2: share (%),100,\nVersion 2: errors,0,0\n\
             Version 2: p50 (ms),5,\nVersion 2: p95 (ms),5,\n"
        );
    }

    #[test]
    fn says_whether_the_draws_are_the_same() {
        let same = "Both runs drew the same numbers, those of seed 7f3a.";
        let own = "Each run drew numbers of its own.";
        for (one, other, expect) in [("7f3a", "7f3a", same), ("", "", own), ("7f3a", "x", own)] {
            assert_eq!(
                common_draws(&report(1, one, 0), &report(2, other, 0)),
                expect
            );
        }
    }
}
