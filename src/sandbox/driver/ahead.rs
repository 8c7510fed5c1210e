use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen(module = "/src/js/ahead.js")]
extern "C" {
    /// A worker that has begun to load Python before the page's program came.
    pub(super) type Loader;

    #[wasm_bindgen(method, getter)]
    pub(super) fn worker(this: &Loader) -> Worker;

    /// The messages that nobody has heard.
    #[wasm_bindgen(method, getter)]
    pub(super) fn said(this: &Loader) -> Array;

    /// Takes the loader, if there is one: where the browser has kept the site, and once.
    #[wasm_bindgen(js_name = takeLoader)]
    pub(super) fn take_loader() -> Option<Loader>;
}
