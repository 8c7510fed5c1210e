use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/lock.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = takeLock)]
    async fn take(
        name: &str,
        manner: &str,
        on_lost: &Closure<dyn FnMut()>,
    ) -> Result<JsValue, JsValue>;
}

/// What is done where another page has a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Half a second later it is left to that page.
    Try,
    /// It is waited for until that page is gone.
    Wait,
    /// It is taken from that page.
    Steal,
}

/// Takes what one page of a browser can have at a time, and keeps it as long as the page lives; whether that succeeded.
///
/// `on_lost` is called when another page takes it over.
pub async fn take_lock(name: &str, manner: Manner, on_lost: impl FnMut() + 'static) -> bool {
    let manner = match manner {
        Manner::Try => "try",
        Manner::Wait => "wait",
        Manner::Steal => "steal",
    };
    let on_lost = Closure::<dyn FnMut()>::new(on_lost);
    let taken = take(name, manner, &on_lost).await;
    // It may be called as long as the page lives.
    on_lost.forget();
    // A browser that fails at it knows no second page either.
    taken.map_or(true, |taken| taken.is_truthy())
}
