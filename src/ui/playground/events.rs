//! Events that nobody waits for: each begins when there is room for it, and is tried again if it fails.

use std::time::Duration;

use jiff::Timestamp;
use wasm_bindgen_futures::spawn_local;

use super::{Playground, now};
use crate::lambda::{FunctionName, Invocation, Invoke, Moment, Room, RunningVersions};

/// An event that has not begun, or not for another time.
pub(super) struct Event {
    /// As it was resolved when it came in, or its next run.
    invocation: Invocation,
    /// When it came into the queue.
    since: Timestamp,
    /// Before its first run.
    request: Option<Request>,
}

/// What an event is resolved from, as often as that is done.
struct Request {
    moment: Moment,
    invoke: Invoke,
    /// Its draw, and the place of that among those of single tests.
    draw: (f64, u64),
}

impl Event {
    pub(super) fn new(
        invocation: Invocation,
        moment: Moment,
        invoke: Invoke,
        draw: (f64, u64),
    ) -> Self {
        Self {
            invocation,
            since: moment.at,
            request: Some(Request {
                moment,
                invoke,
                draw,
            }),
        }
    }

    fn again(invocation: Invocation) -> Self {
        Self {
            invocation,
            since: now(),
            request: None,
        }
    }
}

impl Playground {
    /// Has an event begin when there is room for it.
    pub(super) fn queue(&self, event: Event) {
        let function = event.invocation.function.clone();
        {
            let mut state = self.0.state.borrow_mut();
            let events = state.events.entry(function.clone()).or_default();
            events.push_back(event);
        }
        self.begin_events(&function);
    }

    /// Begins the events for which there is room.
    pub(super) fn begin_all_events(&self) {
        let functions: Vec<_> = self.0.state.borrow().events.keys().cloned().collect();
        for function in functions {
            self.begin_events(&function);
        }
    }

    /// Begins the events of a function for which there is room, and drops those that will never run.
    pub(super) fn begin_events(&self, function: &FunctionName) {
        while let Some(event) = self.next_event(function) {
            let Some(invocation) = self.begin(event) else {
                continue;
            };
            let record = self.run_one(invocation);
            let playground = self.clone();
            spawn_local(async move {
                let record = record.await;
                let next = record.and_then(|record| record.invocation.retry(&record.execution));
                if let Some(next) = next {
                    playground.queue(Event::again(next));
                }
            });
        }
    }

    fn next_event(&self, function: &FunctionName) -> Option<Event> {
        let none = RunningVersions::new();
        let mut state = self.0.state.borrow_mut();
        let version = &state
            .events
            .get(function)?
            .front()?
            .invocation
            .executed_version;
        let running = state.running.get(function).unwrap_or(&none);
        let room = match state.service.function(function) {
            Some(function) => function.room(version, running),
            None => Room::Closed,
        };
        match room {
            Room::Free => state.events.get_mut(function)?.pop_front(),
            Room::Taken => None,
            Room::Closed => {
                state.events.remove(function);
                None
            }
        }
    }

    /// What an event runs now: before its first run, what its qualifier stands for by now, and then the same version.
    fn begin(&self, event: Event) -> Option<Invocation> {
        let waited = now().duration_since(event.since);
        let waited = Duration::try_from(waited).unwrap_or_default();
        let waited = event.invocation.after(waited)?;
        let Some(request) = event.request else {
            let service = &mut self.0.state.borrow_mut().service;
            return Some(service.begin_again(waited, now()));
        };
        let moment = Moment {
            at: now(),
            ..request.moment
        };
        let (draw, index) = request.draw;
        let resolved = self.resolve_at(moment, &request.invoke, draw, index).ok()?;
        Some(Invocation {
            retries: waited.retries,
            ..resolved
        })
    }
}
