use super::run::Order;
use crate::lambda::{Qualifier, Routing};
use crate::traffic::{BandPoint, Results, Split, band, plotted, reading, split};

/// How many points a plot has at most.
const POINTS: u32 = 200;

/// A picture of a run: all that the tab shows of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Report {
    pub(super) stage: Stage,
    pub(super) target: Qualifier,
    pub(super) routing: Routing,
    pub(super) planned: u32,
    pub(super) answered: u32,
    pub(super) seed: String,
    pub(super) rows: Vec<Split>,
    pub(super) reading: Option<String>,
    /// The additional version's share of the first `n` invocations, at points of the plot.
    pub(super) share: Vec<(u32, f64)>,
}

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It was not fired yet: what the table and the plots show is what to expect.
    Planned,
    Running,
    Finished,
    /// It was ended before everything was sent.
    Stopped,
}

impl Report {
    /// What to expect of a run that was not fired.
    pub(super) fn planned(target: Qualifier, routing: Routing, invocations: u32) -> Self {
        Self {
            stage: Stage::Planned,
            target,
            routing,
            planned: invocations,
            answered: 0,
            seed: String::new(),
            rows: split(routing, invocations, &Results::default()),
            reading: None,
            share: Vec::new(),
        }
    }

    /// What has come of a run so far.
    pub(super) fn new(order: &Order, results: &Results, stage: Stage) -> Self {
        let n = match results.executed() {
            0 => order.invocations,
            executed => executed,
        };
        let rows = split(order.routing, n, results);
        let share = order.routing.additional().map(|(additional, _)| {
            let points = plotted(order.invocations, POINTS);
            results.running_share(&Qualifier::Version(additional), &points)
        });
        Self {
            stage,
            target: order.target.clone(),
            routing: order.routing,
            planned: order.invocations,
            answered: results.answered(),
            seed: order.seed.clone(),
            reading: reading(order.routing, &rows, results),
            rows,
            share: share.unwrap_or_default(),
        }
    }

    pub(super) fn is_running(&self) -> bool {
        self.stage == Stage::Running
    }
}

/// The normal range at the points at which a run is plotted.
pub(super) fn plotted_band(planned: u32, routing: Routing) -> Vec<BandPoint> {
    routing.additional().map_or_else(Vec::new, |(_, weight)| {
        band(&plotted(planned, POINTS), weight)
    })
}
