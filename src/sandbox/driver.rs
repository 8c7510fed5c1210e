//! The page's side of the workers.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Batch, EnvironmentKey, EnvironmentView, Loading, Record};

/// Where the built page keeps what a worker is made of: addresses relative to the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Assets {
    pub worker: String,
    pub guest: String,
}

/// All execution environments of the page; a cheap handle.
#[derive(Clone)]
pub struct Sandbox(Rc<()>);

/// Calls under way: a future that is over when the last of them has been answered or dropped.
pub struct Job {
    sandbox: Sandbox,
}

impl Assets {
    /// Reads the page's list of assets; a page that was not put together has none, and no Python.
    #[must_use]
    pub fn of(document: &web_sys::Document) -> Self {
        let list = document.get_element_by_id("assets");
        let list = list.and_then(|list| list.text_content()).unwrap_or_default();
        let list: BTreeMap<String, String> = serde_json::from_str(&list).unwrap_or_default();
        let named = |name| list.get(name).cloned().unwrap_or_default();
        Self {
            worker: named("worker"),
            guest: named("guest"),
        }
    }
}

impl Sandbox {
    /// Starts loading Python; `changed` is called whenever environments or loading have changed.
    pub fn new(assets: Assets, changed: impl Fn() + 'static) -> Self {
        todo!()
    }

    /// Runs a batch; `on_record` gets the index of each call and what came of it, in order.
    pub fn run(&self, batch: Batch, on_record: impl FnMut(usize, Record) + 'static) -> Job {
        todo!()
    }

    /// Ends the environments whose key is stale: idle ones at once, busy ones when their call is done.
    pub fn retire(&self, stale: impl Fn(&EnvironmentKey) -> bool) {
        todo!()
    }

    /// Ends everything at once; what is under way is never answered.
    pub fn clear(&self) {
        todo!()
    }

    /// The environments there are, oldest first.
    #[must_use]
    pub fn environments(&self) -> Vec<EnvironmentView> {
        todo!()
    }

    /// How far Python has been loaded.
    #[must_use]
    pub fn loading(&self) -> Loading {
        todo!()
    }
}

impl Job {
    /// Drops the calls that have not begun.
    pub fn cancel(&self) {
        todo!()
    }
}

impl Future for Job {
    type Output = ();

    fn poll(
        self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<()> {
        todo!()
    }
}
