//! What the unit tests of traffic share.

use std::time::Duration;

use super::{Answer, Asked, Execution, Report, Results, Seed, Stage, Stream};
use crate::lambda::{Qualifier, Routing, Weight};

pub(super) fn version(number: u8) -> Qualifier {
    Qualifier::classify(&number.to_string())
}

/// A good answer of a version, in so many milliseconds.
pub(super) fn ran(number: u8, millis: u64) -> Answer {
    Answer::Ran(Execution {
        version: version(number),
        failed: false,
        cold_start: false,
        duration: Duration::from_millis(millis),
    })
}

/// Version 1 with this weight on version 2.
pub(super) fn weighted(weight: f64) -> Routing {
    Routing::Weighted {
        primary: "1".parse().unwrap(),
        additional: "2".parse().unwrap(),
        weight: Weight::new(weight).unwrap(),
    }
}

/// A run through `prod`, half of it to version 2.
pub(super) fn asked(number: u32, seed: &str, invocations: u32) -> Asked {
    Asked {
        number,
        target: Qualifier::classify("prod"),
        routing: weighted(0.5),
        invocations,
        seed: seed.to_owned(),
        draws: Seed::new(seed).draws(Stream::Run, || [0; 32]),
    }
}

/// A run of three through 50 % of version 2, which fails where it runs.
pub(super) fn report(stage: Stage) -> Report {
    let asked = asked(1, "7f3a", 3);
    let mut results = Results::new(3);
    results.record(0, ran(1, 10));
    let failed = Answer::Ran(Execution {
        version: version(2),
        failed: true,
        cold_start: false,
        duration: Duration::from_micros(2_345),
    });
    results.record(1, failed);
    results.record(2, ran(1, 30));
    Report::new(&asked, &results, stage)
}
