//! Firing many invocations: the draws, the plan, what came back, and how it compares with chance.
//!
//! *Invariants:* this module knows no browser, no clock, no randomness and no Python. What it needs of them comes in
//! with each call: entropy as bytes, time as durations. A draw depends on the seed and its index alone, never on when
//! an answer came.

mod plan;
mod reading;
mod results;
mod seed;
mod split;
mod statistics;
#[cfg(test)]
mod testing;

pub use plan::{Batch, MAX_CONCURRENCY, MAX_INVOCATIONS, Plan};
pub use reading::{count, reading};
pub use results::{Answer, Execution, Results, Tally};
pub use seed::{Draws, Seed, Stream};
pub use split::{Split, split};
pub use statistics::{BandPoint, band, normal_range, plotted};
