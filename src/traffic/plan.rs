use std::collections::{BTreeMap, VecDeque};
use std::mem;
use std::time::Duration;

/// How many invocations a run has at most.
pub const MAX_INVOCATIONS: u32 = 100_000;

/// How many callers a run has at most.
pub const MAX_CONCURRENCY: u32 = 10;

const LARGEST_CHUNK: usize = 64;

/// A chunk that took less than this is followed by a larger one, by a smaller one if it took twice as long.
const QUICK: Duration = Duration::from_millis(25);

/// A run in progress: which caller sends which of its invocations next.
///
/// A run has invocations 0 to `total` and as many callers as its concurrency, each of which sends its next request when
/// its last is answered. Which caller sends what does not depend on timing: of `n` callers, caller `c` has the indices
/// `c`, `c + n`, `c + 2 n` and so on. So that ten thousand invocations cost ten thousand handler calls and not as many
/// messages, a caller takes a *chunk* of its indices at once, splits it by what executes them, and sends each part as one
/// [`Batch`], one after the other. Chunks grow while they come back quickly and shrink when they do not, so that slow
/// handlers are called one by one.
///
/// It is a state machine without a clock: [`Plan::next`] until it gives nothing, [`Plan::answered`] for every batch
/// that comes back, and again.
#[derive(Clone, Debug)]
pub struct Plan<K> {
    total: u32,
    callers: Vec<Caller<K>>,
}

/// Invocations to be sent together, in order, and answered together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch<K> {
    /// Who sends it, for [`Plan::answered`].
    pub caller: usize,
    /// What the invocations share, such as the version that executes them.
    pub key: K,
    /// Never empty, ascending.
    pub indices: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Caller<K> {
    /// The first of its indices that it has not taken.
    next: u32,
    waits_for_answer: bool,
    /// How many indices it takes at once.
    chunk: usize,
    /// What is still to be sent of its chunk.
    parts: VecDeque<Batch<K>>,
    /// How long the parts sent so far took.
    elapsed: Duration,
}

impl<K: Ord> Plan<K> {
    /// Plans a run of so many invocations by so many callers, at least one.
    #[must_use]
    pub fn new(total: u32, concurrency: u32) -> Self {
        let caller = |next| Caller {
            next,
            waits_for_answer: false,
            chunk: 1,
            parts: VecDeque::new(),
            elapsed: Duration::ZERO,
        };
        Self {
            total,
            callers: (0..concurrency.max(1)).map(caller).collect(),
        }
    }

    /// The next batch to send now, or nothing until a batch is answered.
    ///
    /// `key_of` is called once for each index of the run, when a caller takes it.
    pub fn next(&mut self, mut key_of: impl FnMut(u32) -> K) -> Option<Batch<K>> {
        for caller in 0..self.callers.len() {
            if self.callers[caller].waits_for_answer {
                continue;
            }
            if self.callers[caller].parts.is_empty() {
                self.take_chunk(caller, &mut key_of);
            }
            if let Some(batch) = self.callers[caller].parts.pop_front() {
                self.callers[caller].waits_for_answer = true;
                return Some(batch);
            }
        }
        None
    }

    /// Takes note that a caller's batch was answered, `elapsed` after it was sent.
    pub fn answered(&mut self, caller: usize, elapsed: Duration) {
        let Some(caller) = self.callers.get_mut(caller) else {
            return;
        };
        caller.waits_for_answer = false;
        caller.elapsed += elapsed;
        if !caller.parts.is_empty() {
            return;
        }
        let took = mem::take(&mut caller.elapsed);
        if took < QUICK {
            caller.chunk = (caller.chunk * 2).min(LARGEST_CHUNK);
        } else if took > 2 * QUICK {
            caller.chunk = (caller.chunk / 2).max(1);
        }
    }

    /// Sends nothing more; what is on its way may still be answered.
    pub fn stop(&mut self) {
        for caller in &mut self.callers {
            caller.next = self.total;
            caller.parts.clear();
        }
    }

    /// Whether nothing is left to send and nothing to be answered.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.callers.iter().all(|caller| {
            caller.next >= self.total && !caller.waits_for_answer && caller.parts.is_empty()
        })
    }

    fn take_chunk(&mut self, number: usize, key_of: &mut impl FnMut(u32) -> K) {
        let step = self.callers.len();
        let caller = &mut self.callers[number];
        let mut parts = BTreeMap::<K, Vec<u32>>::new();
        let indices = (caller.next..self.total).step_by(step);
        for index in indices.take(caller.chunk) {
            parts.entry(key_of(index)).or_default().push(index);
            caller.next = index.saturating_add(u32::try_from(step).unwrap_or(u32::MAX));
        }
        caller.parts = parts
            .into_iter()
            .map(|(key, indices)| Batch {
                caller: number,
                key,
                indices,
            })
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FAST: Duration = Duration::from_millis(1);
    const SLOW: Duration = Duration::from_secs(1);

    /// The sizes of the batches that a single caller sends, each answered after the same time.
    fn sizes(total: u32, elapsed: Duration) -> Vec<usize> {
        let mut plan = Plan::new(total, 1);
        let mut sizes = Vec::new();
        while let Some(batch) = plan.next(|_| ()) {
            sizes.push(batch.indices.len());
            plan.answered(batch.caller, elapsed);
        }
        sizes
    }

    #[test]
    fn sends_larger_batches_while_they_are_quick() {
        assert_eq!(sizes(200, FAST), [1, 2, 4, 8, 16, 32, 64, 64, 9]);
    }

    #[test]
    fn sends_slow_invocations_one_by_one() {
        assert_eq!(sizes(4, SLOW), [1, 1, 1, 1]);
    }

    #[test]
    fn judges_a_chunk_by_all_its_parts() {
        let mut plan = Plan::new(100, 1);
        let parity = |index| index % 2;
        let first = plan.next(parity).unwrap();
        plan.answered(first.caller, FAST);
        for expect in [vec![2], vec![1], vec![4, 6], vec![3, 5]] {
            let batch = plan.next(parity).unwrap();
            assert_eq!(batch.indices, expect);
            assert_eq!(plan.next(parity), None, "one batch at a time");
            plan.answered(batch.caller, FAST);
        }
    }

    #[test]
    fn gives_each_caller_its_own_indices_whoever_is_faster() {
        let mut plan = Plan::new(8, 2);
        let mut next = || plan.next(|_| ()).map(|batch| (batch.caller, batch.indices));
        assert_eq!(next(), Some((0, vec![0])));
        assert_eq!(next(), Some((1, vec![1])));
        assert_eq!(next(), None);
        for expect in [vec![2, 4], vec![6]] {
            plan.answered(0, FAST);
            let batch = plan.next(|_| ()).unwrap();
            assert_eq!((batch.caller, batch.indices), (0, expect));
        }
        plan.answered(0, FAST);
        assert_eq!(plan.next(|_| ()), None, "the rest is the other's");
        plan.answered(1, FAST);
        let batch = plan.next(|_| ()).unwrap();
        assert_eq!((batch.caller, batch.indices), (1, vec![3, 5]));
    }

    /// What happens next in a random run: the batch answered (counted among those in flight), and how fast.
    fn answers() -> impl Strategy<Value = Vec<(prop::sample::Index, u64)>> {
        prop::collection::vec((any::<prop::sample::Index>(), 0_u64..80), 1..200)
    }

    proptest! {
        #[test]
        fn sends_everything_once_and_never_too_much_at_a_time(
            total in 1_u32..2_000,
            concurrency in 1_u32..=10,
            keys in prop::collection::vec(0_u8..3, 2_000),
            answers in answers(),
        ) {
            let mut plan = Plan::new(total, concurrency);
            let mut asked = vec![0; total as usize];
            let mut sent = vec![0; total as usize];
            let mut flying = Vec::new();
            for (which, millis) in answers.iter().cycle() {
                while let Some(batch) = plan.next(|index| {
                    asked[index as usize] += 1;
                    keys[index as usize]
                }) {
                    for &index in &batch.indices {
                        sent[index as usize] += 1;
                        prop_assert_eq!(keys[index as usize], batch.key);
                    }
                    flying.push(batch);
                }
                prop_assert!(flying.len() <= concurrency as usize);
                if flying.is_empty() {
                    break;
                }
                prop_assert!(!plan.is_finished());
                let batch = flying.swap_remove(which.index(flying.len()));
                plan.answered(batch.caller, Duration::from_millis(*millis));
            }
            prop_assert!(plan.is_finished());
            prop_assert!(asked.iter().all(|&times| times == 1));
            prop_assert!(sent.iter().all(|&times| times == 1));
        }

        #[test]
        fn sends_nothing_after_a_stop(
            total in 1_u32..2_000,
            concurrency in 1_u32..=10,
            answers in answers(),
        ) {
            let mut plan = Plan::new(total, concurrency);
            let mut flying = Vec::new();
            for (which, millis) in &answers {
                flying.extend(std::iter::from_fn(|| plan.next(|index| index % 2)));
                if !flying.is_empty() {
                    let batch = flying.swap_remove(which.index(flying.len()));
                    plan.answered(batch.caller, Duration::from_millis(*millis));
                }
            }
            plan.stop();
            prop_assert_eq!(plan.next(|index| index % 2), None);
            for batch in flying {
                prop_assert!(!plan.is_finished());
                plan.answered(batch.caller, FAST);
                prop_assert_eq!(plan.next(|index| index % 2), None);
            }
            prop_assert!(plan.is_finished());
        }
    }
}
