use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[wasm_bindgen(module = "/src/js/load.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn load(name: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    static LOADED: RefCell<BTreeMap<&'static str, JsValue>> = const { RefCell::new(BTreeMap::new()) };
}

/// One of the page's own JavaScript modules, once it is there: `editor` or `charts`.
///
/// Whoever uses it must do without until then, and for good where it cannot be loaded.
#[hook]
pub fn use_module(name: &'static str) -> Option<JsValue> {
    let module = use_state(|| LOADED.with_borrow(|loaded| loaded.get(name).cloned()));
    {
        let module = module.clone();
        use_effect_with(name, move |&name| {
            if module.is_some() {
                return;
            }
            spawn_local(async move {
                if let Ok(value) = load(name).await {
                    LOADED.with_borrow_mut(|loaded| loaded.insert(name, value.clone()));
                    module.set(Some(value));
                }
            });
        });
    }
    (*module).clone()
}
