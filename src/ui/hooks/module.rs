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

/// One of the page's own JavaScript modules, such as `editor` or `charts`, once it is there.
///
/// Whoever uses it must do without until then, and for good where it cannot be loaded.
#[hook]
pub fn use_module(name: &'static str) -> Option<JsValue> {
    let module = use_state(|| loaded(name));
    {
        let module = module.clone();
        use_effect_with(name, move |&name| {
            if module.is_some() {
                return;
            }
            spawn_local(async move {
                if let Some(value) = load_module(name).await {
                    module.set(Some(value));
                }
            });
        });
    }
    (*module).clone()
}

/// Loads one of the page's own JavaScript modules; nothing if it cannot be loaded.
pub async fn load_module(name: &'static str) -> Option<JsValue> {
    if let Some(module) = loaded(name) {
        return Some(module);
    }
    let module = load(name).await.ok()?;
    LOADED.with_borrow_mut(|loaded| loaded.insert(name, module.clone()));
    Some(module)
}

fn loaded(name: &str) -> Option<JsValue> {
    LOADED.with_borrow(|loaded| loaded.get(name).cloned())
}
