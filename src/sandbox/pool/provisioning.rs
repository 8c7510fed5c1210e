//! Which environments are started ahead of calls, and kept.

use std::collections::BTreeMap;

use super::environment::Environment;
use super::{EnvironmentId, Pool};
use crate::sandbox::{EnvironmentKey, Provision};

/// How many environments of each kind.
type Counts<'p> = BTreeMap<&'p EnvironmentKey, usize>;

impl Pool {
    /// Keeps so many environments ready ahead of calls from now on, and no others.
    ///
    /// They are granted in the order given, as many as the machine allows in all; whoever gets fewer than asked for is
    /// served by environments that start when calls need them, as calls beyond the provisioned ones always are.
    pub(crate) fn provide(&mut self, provisions: &[Provision], now: f64) {
        let mut missing = self.release(self.grant(provisions));
        for Provision { key, specify, .. } in provisions {
            for _ in 0..missing.remove(key).unwrap_or_default() {
                let lane = self.free_lane(key);
                let environment = Environment::provisioned(key.clone(), lane, specify(lane));
                self.environments.insert(self.next_environment, environment);
                self.next_environment += 1;
            }
        }
        self.schedule(now);
    }

    /// Whether any of them has neither started nor failed.
    pub(crate) fn is_providing(&self) -> bool {
        let mut environments = self.environments.values();
        environments.any(|it| it.provisioned && !it.retired && !it.broken && !it.is_ready())
    }

    /// The environments that are to be started ahead of calls.
    pub(super) fn due(&self) -> impl Iterator<Item = (&EnvironmentId, &Environment)> {
        self.environments.iter().filter(|(_, it)| it.is_due())
    }

    fn grant<'p>(&self, provisions: &'p [Provision]) -> Counts<'p> {
        let mut room = self.limits.provisioned;
        let mut granted = Counts::new();
        for provision in provisions {
            let asked = usize::try_from(provision.count).unwrap_or(usize::MAX);
            let count = asked.min(room);
            room -= count;
            *granted.entry(&provision.key).or_default() += count;
        }
        granted
    }

    /// Ends the provisioned environments beyond what is granted, and tells how many are missing; those that serve a
    /// call are kept before those that wait for one.
    fn release<'p>(&mut self, mut granted: Counts<'p>) -> Counts<'p> {
        let environments = self.environments.values_mut();
        let mut provided: Vec<&mut Environment> = environments
            .filter(|it| it.provisioned && !it.retired)
            .collect();
        provided.sort_by_key(|it| it.job.is_none());
        for environment in provided {
            match granted.get_mut(&environment.key) {
                Some(left) if *left > 0 => *left -= 1,
                _ => environment.retired = true,
            }
        }
        self.remove_where(|it| it.retired && it.job.is_none());
        granted
    }
}
