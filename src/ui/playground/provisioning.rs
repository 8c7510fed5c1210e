//! Environments that are kept, and those that are started ahead of calls.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use gloo_timers::callback::Timeout;

use super::invoking::environment_key;
use super::{Playground, moment, now};
use crate::lambda::{EnvironmentTarget, Function, Initialization, Qualifier, Service};
use crate::sandbox::{EnvironmentKey, Provision};

/// The longest that is waited for environments, in milliseconds: what an import may take, and Python before it.
const LONGEST: u32 = 30_000;

impl Playground {
    /// Ends the environments that no invocation could reach any more, keeps those ready that are provisioned, and
    /// begins the events for which there is room by now.
    pub(super) fn update_environments(&self) {
        let state = self.0.state.borrow();
        let keys = self.environments().into_iter().map(|it| it.key);
        let unreachable: BTreeSet<EnvironmentKey> = keys
            .filter(|key| !is_reachable(&state.service, key))
            .collect();
        let provisions = state.service.functions().flat_map(Function::provisions);
        let provisions: Vec<Provision> = provisions
            .map(|(target, count)| self.provision(target, count))
            .collect();
        drop(state);
        self.0.sandbox.retire(|key| unreachable.contains(key));
        self.0.sandbox.provide(&provisions);
        self.begin_all_events();
    }

    /// Waits until the provisioned environments have started, or could not; not for ever.
    pub(super) async fn provided(&self) {
        let is_late = Rc::new(Cell::new(false));
        let _timer = Timeout::new(LONGEST, {
            let (playground, is_late) = (self.clone(), Rc::clone(&is_late));
            move || {
                is_late.set(true);
                playground.wake();
            }
        });
        poll_fn(|context| {
            if is_late.get() || !self.0.sandbox.is_providing() {
                return Poll::Ready(());
            }
            self.0.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    /// Lets those look again who wait until environments have changed.
    pub(super) fn wake(&self) {
        for waker in self.0.waiting.take() {
            waker.wake();
        }
    }

    /// Tells the service that an environment could not start which was to be kept ready.
    pub(super) fn fail_provisioning(&self, key: &EnvironmentKey) {
        let (Ok(function), Qualifier::Version(version)) =
            (key.function.parse(), Qualifier::classify(&key.version))
        else {
            return;
        };
        let failed = {
            let mut state = self.0.state.borrow_mut();
            state
                .service
                .fail_provisioning(&function, version, moment())
        };
        if failed {
            self.has_changed();
        }
    }

    /// What is provisioned for a version, as the sandbox is told.
    fn provision(&self, target: EnvironmentTarget, count: u32) -> Provision {
        let playground = self.clone();
        Provision {
            key: environment_key(&target),
            specify: Rc::new(move |lane| {
                let at = playground.seed().moment(0).unwrap_or_else(now);
                playground.specify(&target, Initialization::Provisioned, lane, at)
            }),
            count,
        }
    }
}

/// Whether an invocation could still reach the environments of a key.
fn is_reachable(service: &Service, key: &EnvironmentKey) -> bool {
    let Ok(name) = key.function.parse() else {
        return false;
    };
    service.reaches(&name, &Qualifier::classify(&key.version), &key.generation)
}
