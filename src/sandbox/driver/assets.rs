use std::collections::BTreeMap;

use web_sys::Document;

/// Where the built page keeps what a worker is made of: addresses relative to the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Assets {
    pub worker: String,
    pub guest: String,
    /// What the guest leaves out of its memory until somebody imports it.
    pub library: String,
    /// Bytes of the guest, unpacked.
    pub guest_size: u64,
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
            library: named("library"),
            guest_size: named("guest-size").parse().unwrap_or_default(),
        }
    }

    pub(super) fn are_there(&self) -> bool {
        !self.worker.is_empty() && !self.guest.is_empty()
    }
}
