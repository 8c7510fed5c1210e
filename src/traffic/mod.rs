//! Firing many invocations: the draws, the plan, what came back, and how it compares with chance.
//!
//! *Invariants:* this module knows no browser, no clock, no randomness and no Python. What it needs of them comes in
//! with each call: entropy as bytes, time as durations. A draw depends on the seed and its index alone, never on when
//! an answer came.

mod explanation;
mod fairness;
mod plan;
mod reading;
mod report;
mod results;
mod runs;
mod seed;
mod sheet;
mod sheets;
mod split;
mod statistics;
#[cfg(test)]
mod testing;

pub use explanation::{Explanation, explain};
pub use fairness::fairness;
pub use plan::{Batch, MAX_CONCURRENCY, MAX_INVOCATIONS, Plan};
pub use reading::{count, reading};
pub use report::{Asked, Report, Stage, milliseconds, percent};
pub use results::{Answer, Execution, Results, Tally};
pub use runs::{Runs, common_draws, compare};
pub use seed::{Draws, Seed, Stream};
pub use sheet::Sheet;
pub use split::{Split, split};
pub use statistics::{BandPoint, band, normal_range, plotted};
