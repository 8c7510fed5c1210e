use std::rc::Rc;
use std::time::Duration;

use super::explanation::{Explanation, explain};
use super::fairness::fairness;
use super::reading::reading;
use super::results::Results;
use super::seed::Draws;
use super::split::{Split, split};
use super::statistics::{BandPoint, band, plotted};
use crate::lambda::{Qualifier, Routing};

/// How many points a plot has at most.
const POINTS: u32 = 200;

/// How many windows a run is cut into at most.
const WINDOWS: u32 = 20;

/// How many draws are explained.
const EXPLAINED: u32 = 20;

/// What was asked for when a run was fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The run's number, from 1.
    pub number: u32,
    pub target: Qualifier,
    pub routing: Routing,
    pub invocations: u32,
    /// Empty without a seed.
    pub seed: String,
    pub draws: Draws,
}

/// A picture of a run: all that is shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub stage: Stage,
    /// 0 for one that was not fired.
    pub number: u32,
    pub target: Qualifier,
    pub routing: Routing,
    pub planned: u32,
    pub answered: u32,
    pub seed: String,
    pub rows: Vec<Split>,
    pub reading: Option<String>,
    /// Whether the split is compatible with the weight, once the run is over.
    pub fairness: Option<String>,
    /// The additional version's share of the first `n` invocations, at points of the plot.
    pub share: Vec<(u32, f64)>,
    /// What each version got of each [`Report::window`] of invocations, in the order of `rows`.
    pub windows: Vec<Vec<u32>>,
    /// Of the first invocations; none where no draw is needed.
    pub explanations: Rc<[Explanation]>,
}

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was not fired yet: what the table and the plots show is what to expect.
    Planned,
    Running,
    Finished,
    /// It was ended before everything was sent.
    Stopped,
}

impl Report {
    /// What to expect of a run that was not fired.
    #[must_use]
    pub fn planned(target: Qualifier, routing: Routing, invocations: u32) -> Self {
        Self {
            stage: Stage::Planned,
            number: 0,
            target,
            routing,
            planned: invocations,
            answered: 0,
            seed: String::new(),
            rows: split(routing, invocations, &Results::default()),
            reading: None,
            fairness: None,
            share: Vec::new(),
            windows: Vec::new(),
            explanations: Rc::default(),
        }
    }

    /// What has come of a run so far.
    #[must_use]
    pub fn new(asked: &Asked, results: &Results, stage: Stage) -> Self {
        let n = match results.executed() {
            0 => asked.invocations,
            executed => executed,
        };
        let rows = split(asked.routing, n, results);
        let versions: Vec<Qualifier> = rows.iter().map(|row| row.version.clone()).collect();
        let share = asked.routing.additional().map(|(additional, _)| {
            let points = plotted(asked.invocations, POINTS);
            results.running_share(&Qualifier::Version(additional), &points)
        });
        // Looked at again and again while it goes on, a test would find something sooner or later.
        let is_over = stage != Stage::Running;
        Self {
            stage,
            number: asked.number,
            target: asked.target.clone(),
            routing: asked.routing,
            planned: asked.invocations,
            answered: results.answered(),
            seed: asked.seed.clone(),
            reading: reading(asked.routing, &rows, results),
            fairness: is_over.then(|| fairness(asked.routing, &rows)).flatten(),
            rows,
            share: share.unwrap_or_default(),
            windows: results.windows(window(asked.invocations), &versions),
            explanations: explain(asked.routing, &asked.draws, asked.invocations, EXPLAINED).into(),
        }
    }

    #[must_use]
    pub fn is_running(&self) -> bool {
        self.stage == Stage::Running
    }

    /// The normal range at the points at which the run is plotted.
    #[must_use]
    pub fn band(&self) -> Vec<BandPoint> {
        self.routing
            .additional()
            .map_or_else(Vec::new, |(_, weight)| {
                band(&plotted(self.planned, POINTS), weight)
            })
    }

    /// How many invocations a window holds.
    #[must_use]
    pub fn window(&self) -> u32 {
        window(self.planned)
    }

    /// A version's share of each window, by its place in `rows`; nothing where a window executed none.
    pub fn window_shares(&self, place: usize) -> impl Iterator<Item = Option<f64>> {
        self.windows.iter().map(move |counts| {
            let executed: u32 = counts.iter().sum();
            (executed > 0).then(|| f64::from(counts[place]) / f64::from(executed))
        })
    }

    /// The invocations of each window, as in `1–50`.
    #[must_use]
    pub fn window_names(&self) -> Vec<String> {
        let size = self.window();
        let firsts = (1..=self.planned).step_by(size as usize);
        firsts
            .map(|first| match (first + size - 1).min(self.planned) {
                last if last == first => first.to_string(),
                last => format!("{first}–{last}"),
            })
            .collect()
    }

    /// What each version got, in one line: `Version 1: 53, version 2: 47`.
    #[must_use]
    pub fn result(&self) -> String {
        let parts = self.rows.iter().map(|row| match &row.version {
            Qualifier::Latest => format!("{}: {}", Qualifier::LATEST, row.observed),
            version => format!("version {version}: {}", row.observed),
        });
        let mut text = parts.collect::<Vec<String>>().join(", ");
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text
    }
}

/// A share in per cent, with as many decimals as a plot can show.
#[must_use]
pub fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

/// A duration in milliseconds, to the hundredth that the service reports.
#[must_use]
pub fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 100_000.0).round() / 100.0
}

/// How many of so many invocations a window holds.
fn window(planned: u32) -> u32 {
    planned.div_ceil(WINDOWS).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traffic::testing::{report, weighted};

    #[test]
    fn cuts_a_run_into_windows() {
        let routing = weighted(0.5);
        let report = Report::planned(Qualifier::classify("prod"), routing, 50);
        let names = report.window_names();
        assert_eq!((report.window(), names.len()), (3, 17));
        assert_eq!([&names[0], &names[16]], ["1–3", "49–50"]);
    }

    #[test]
    fn judges_a_run_once_it_is_over() {
        assert_eq!(report(Stage::Running).fairness, None);
        assert!(report(Stage::Finished).fairness.is_some());
        assert!(report(Stage::Stopped).fairness.is_some());
    }

    #[test]
    fn says_the_result_in_one_line() {
        assert_eq!(
            report(Stage::Finished).result(),
            "Version 1: 2, version 2: 1"
        );
        let latest = Report::planned(Qualifier::Latest, Routing::Latest, 1);
        assert_eq!(latest.result(), "$LATEST: 0");
    }
}
