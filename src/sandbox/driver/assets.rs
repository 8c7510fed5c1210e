use std::collections::BTreeMap;

use js_sys::Reflect;
use web_sys::{Document, window};

/// Where the built page keeps what a worker is made of: addresses relative to the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Assets {
    pub worker: String,
    pub guest: String,
    /// Bytes of the guest, unpacked.
    pub guest_size: u64,
    /// Whether the browser has kept them all, so that none comes over the network.
    pub are_kept: bool,
}

impl Assets {
    /// Reads the page's list of assets; a page that was not put together has none, and no Python.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let list = document.get_element_by_id("assets");
        let list = list
            .and_then(|list| list.text_content())
            .unwrap_or_default();
        let list: BTreeMap<String, String> = serde_json::from_str(&list).unwrap_or_default();
        let named = |name| list.get(name).cloned().unwrap_or_default();
        Self {
            worker: named("worker"),
            guest: named("guest"),
            guest_size: named("guest-size").parse().unwrap_or_default(),
            are_kept: has_service_worker(),
        }
    }

    pub(super) fn are_there(&self) -> bool {
        !self.worker.is_empty() && !self.guest.is_empty()
    }
}

/// Whether a service worker answers for the page: it has kept all of the site before it does.
fn has_service_worker() -> bool {
    let navigator = window().map(|window| window.navigator());
    // Browsers have none for a site that did not come safely.
    let container = navigator.and_then(|it| Reflect::get(&it, &"serviceWorker".into()).ok());
    let worker = container.and_then(|it| Reflect::get(&it, &"controller".into()).ok());
    worker.is_some_and(|worker| worker.is_truthy())
}
