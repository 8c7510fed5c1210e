use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/lock.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = takeLock)]
    async fn take(
        name: &str,
        takes_over: bool,
        on_lost: &Closure<dyn FnMut()>,
    ) -> Result<JsValue, JsValue>;
}

/// Takes what one page of a browser can have at a time, and keeps it as long as the page lives; whether that succeeded.
///
/// It waits for half a second, or takes it over from whoever has it. `on_lost` is called when another page does so.
pub async fn take_lock(name: &str, takes_over: bool, on_lost: impl FnMut() + 'static) -> bool {
    let on_lost = Closure::<dyn FnMut()>::new(on_lost);
    let taken = take(name, takes_over, &on_lost).await;
    // It may be called as long as the page lives.
    on_lost.forget();
    // A browser that fails at it knows no second page either.
    taken.map_or(true, |taken| taken.is_truthy())
}
