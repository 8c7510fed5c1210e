use std::time::Duration;

use crate::lambda::Qualifier;

/// What came of one invocation of a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A version executed it.
    Ran(Execution),
    /// The service turned it away before it reached a version, as it does beyond the reserved concurrency.
    Throttled,
}

/// What one version made of one invocation.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    /// `$LATEST` or a number.
    pub version: Qualifier,
    pub failed: bool,
    pub cold_start: bool,
    /// How long the handler took, without the start of its environment.
    pub duration: Duration,
}

/// What has come back of a run so far.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// By the invocations' indices.
    slots: Vec<Slot>,
    versions: Vec<(Qualifier, Tally)>,
    throttled: u32,
    /// How many of the first slots are all filled.
    complete: usize,
}

/// What one version got and did.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub observed: u32,
    pub errors: u32,
    pub cold_starts: u32,
    durations: Vec<Duration>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Slot {
    #[default]
    Waiting,
    Throttled,
    /// The position of its version in `versions`.
    Ran(usize),
}

impl Results {
    /// Nothing yet of a run of so many invocations.
    #[must_use]
    pub fn new(total: u32) -> Self {
        Self {
            slots: vec![Slot::Waiting; total as usize],
            ..Self::default()
        }
    }

    /// Takes note of one answer; an index outside the run, or one that has its answer, is ignored.
    pub fn record(&mut self, index: u32, answer: Answer) {
        let index = index as usize;
        if self.slots.get(index) != Some(&Slot::Waiting) {
            return;
        }
        self.slots[index] = match answer {
            Answer::Throttled => {
                self.throttled += 1;
                Slot::Throttled
            }
            Answer::Ran(execution) => Slot::Ran(self.count(execution)),
        };
        let rest = self.slots[self.complete..].iter();
        self.complete += rest.take_while(|slot| **slot != Slot::Waiting).count();
    }

    /// How many invocations were executed.
    #[must_use]
    pub fn executed(&self) -> u32 {
        self.versions.iter().map(|(_, tally)| tally.observed).sum()
    }

    /// How many invocations the service turned away.
    #[must_use]
    pub fn throttled(&self) -> u32 {
        self.throttled
    }

    /// How many invocations were answered, whatever the answer.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.executed() + self.throttled
    }

    /// The versions that executed anything, in order of their first answer.
    pub fn versions(&self) -> impl Iterator<Item = &Qualifier> {
        self.versions.iter().map(|(version, _)| version)
    }

    /// What one version got and did, if it executed anything.
    #[must_use]
    pub fn tally(&self, version: &Qualifier) -> Option<&Tally> {
        self.versions
            .iter()
            .find_map(|(found, tally)| (found == version).then_some(tally))
    }

    /// A version's share of the first `n` invocations executed, for each `n` of an ascending list.
    ///
    /// First is by index, not by time: later answers never change an earlier point. So the list's end is left out
    /// while an invocation before it is still under way.
    #[must_use]
    pub fn running_share(&self, version: &Qualifier, at: &[u32]) -> Vec<(u32, f64)> {
        let position = self.versions.iter().position(|(found, _)| found == version);
        let (mut executed, mut hits) = (0_u32, 0_u32);
        let mut points = Vec::with_capacity(at.len());
        let mut wanted = at.iter().copied().peekable();
        for slot in &self.slots[..self.complete] {
            if let Slot::Ran(ran) = *slot {
                executed += 1;
                hits += u32::from(Some(ran) == position);
                if let Some(n) = wanted.next_if_eq(&executed) {
                    points.push((n, f64::from(hits) / f64::from(n)));
                }
            }
        }
        points
    }

    /// How many invocations each version executed in each window of so many in a row, in the order of `versions`.
    ///
    /// As for the running share, what is still under way ends the list.
    #[must_use]
    pub fn windows(&self, size: u32, versions: &[Qualifier]) -> Vec<Vec<u32>> {
        let positions: Vec<Option<usize>> = versions
            .iter()
            .map(|wanted| self.versions.iter().position(|(found, _)| found == wanted))
            .collect();
        let size = size.max(1) as usize;
        let is_complete = |place: usize| self.slots.len().min(place * size + size) <= self.complete;
        let windows = self.slots.chunks(size).enumerate();
        windows
            .take_while(|(place, _)| is_complete(*place))
            .map(|(_, slots)| {
                let mut counts = vec![0; versions.len()];
                for slot in slots {
                    let of = |ran| positions.iter().position(|it| *it == Some(ran));
                    if let Slot::Ran(ran) = *slot
                        && let Some(version) = of(ran)
                    {
                        counts[version] += 1;
                    }
                }
                counts
            })
            .collect()
    }

    /// Counts an execution and gives the position of its version.
    fn count(&mut self, execution: Execution) -> usize {
        let known = self
            .versions
            .iter()
            .position(|(version, _)| *version == execution.version);
        let position = known.unwrap_or_else(|| {
            self.versions.push((execution.version, Tally::default()));
            self.versions.len() - 1
        });
        let tally = &mut self.versions[position].1;
        tally.observed += 1;
        tally.errors += u32::from(execution.failed);
        tally.cold_starts += u32::from(execution.cold_start);
        tally.durations.push(execution.duration);
        position
    }
}

impl Tally {
    /// The least duration that `percent` per cent of the invocations did not exceed, exactly.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> Option<Duration> {
        let rank = (self.durations.len() * percent).div_ceil(100).max(1);
        let mut durations = self.durations.clone();
        (rank <= durations.len()).then(|| *durations.select_nth_unstable(rank - 1).1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::traffic::testing::{ran, version};

    #[test]
    fn counts_by_version() {
        let mut results = Results::new(102);
        for index in 0..100 {
            results.record(
                index,
                Answer::Ran(Execution {
                    version: version(1),
                    failed: index < 10,
                    cold_start: index < 2,
                    duration: Duration::from_millis(u64::from(index) + 1),
                }),
            );
        }
        results.record(100, ran(2, 7));
        results.record(101, Answer::Throttled);

        let one = results.tally(&version(1)).unwrap();
        assert_eq!((one.observed, one.errors, one.cold_starts), (100, 10, 2));
        assert_eq!(one.percentile(50), Some(Duration::from_millis(50)));
        assert_eq!(one.percentile(95), Some(Duration::from_millis(95)));
        let two = results.tally(&version(2)).unwrap();
        assert_eq!((two.observed, two.errors), (1, 0));
        assert_eq!(two.percentile(50), Some(Duration::from_millis(7)));
        assert!(results.tally(&version(3)).is_none());
        assert_eq!(
            (results.executed(), results.throttled(), results.answered()),
            (101, 1, 102)
        );
    }

    #[test]
    fn counts_no_answer_twice() {
        let mut results = Results::new(1);
        results.record(0, ran(1, 1));
        results.record(0, ran(2, 1));
        results.record(1, ran(2, 1));
        assert_eq!(results.answered(), 1);
        assert!(results.tally(&version(2)).is_none());
    }

    #[test]
    fn shows_shares_up_to_the_first_gap() {
        let mut results = Results::new(5);
        results.record(3, ran(2, 1));
        results.record(1, ran(1, 1));
        let share = |results: &Results| results.running_share(&version(2), &[1, 2, 3, 4]);
        assert_eq!(share(&results), []);
        results.record(0, ran(2, 1));
        assert_eq!(share(&results), [(1, 1.0), (2, 0.5)]);
        results.record(2, Answer::Throttled);
        assert_eq!(share(&results), [(1, 1.0), (2, 0.5), (3, 2.0 / 3.0)]);
    }

    #[test]
    fn counts_windows_up_to_the_first_gap() {
        let mut results = Results::new(5);
        let windows = |results: &Results| results.windows(2, &[version(1), version(2), version(3)]);
        results.record(0, ran(2, 1));
        results.record(2, ran(1, 1));
        assert!(windows(&results).is_empty());
        results.record(1, ran(1, 1));
        assert_eq!(windows(&results), [[1, 1, 0]]);
        results.record(3, Answer::Throttled);
        results.record(4, ran(2, 1));
        assert_eq!(windows(&results), [[1, 1, 0], [1, 0, 0], [0, 1, 0]]);
    }

    proptest! {
        #[test]
        fn draws_the_same_line_whatever_the_order_of_answers(
            versions in prop::collection::vec(1_u8..=3, 1..100),
            order in any::<prop::sample::Index>(),
        ) {
            let total = u32::try_from(versions.len()).unwrap();
            let all: Vec<u32> = (1..=total).collect();
            let share = |indices: &mut dyn Iterator<Item = u32>| {
                let mut results = Results::new(total);
                for index in indices {
                    results.record(index, ran(versions[index as usize], 1));
                }
                results.running_share(&version(2), &all)
            };
            let turn = u32::try_from(order.index(versions.len())).unwrap();
            let expect = share(&mut (0..total));
            prop_assert_eq!(expect.len(), versions.len());
            prop_assert_eq!(share(&mut (0..total).rev()), expect.clone());
            prop_assert_eq!(share(&mut (turn..total).chain(0..turn)), expect);
        }
    }
}
