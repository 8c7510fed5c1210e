use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::sandbox::Loading;
use crate::ui::components::{Button, ButtonKind, Icon};
use crate::ui::playground::use_playground;

#[wasm_bindgen(module = "/src/js/offline.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = keepOffline)]
    async fn keep_offline(on_update: &Closure<dyn FnMut()>) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = reloadUpdated)]
    async fn reload_updated() -> Result<(), JsValue>;
}

/// Has the site kept for when there is no network, and offers another build of it as soon as that is ready.
#[component]
pub fn UpdateOffer() -> Html {
    let playground = use_playground();
    let is_ready = use_state_eq(|| false);
    // What is kept goes over the same line as what is still to come.
    let is_loaded = matches!(playground.loading(), Loading::Ready | Loading::Failed(_));
    {
        let setter = is_ready.setter();
        use_effect_with(is_loaded, move |&is_loaded| {
            if !is_loaded {
                return;
            }
            let on_update = Closure::<dyn FnMut()>::new(move || setter.set(true));
            spawn_local(async move {
                // Where the browser keeps nothing, the page works as long as there is a network.
                let _ = keep_offline(&on_update).await;
                // It is called for as long as the page is there.
                on_update.forget();
            });
        });
    }
    let onreload = |_: MouseEvent| {
        spawn_local(async {
            // Without an answer the page stays as it is, and so does the offer.
            let _ = reload_updated().await;
        });
    };
    let ondismiss = {
        let is_ready = is_ready.clone();
        move |_: MouseEvent| is_ready.set(false)
    };
    html! {
        <div class="update" aria-live="polite">
            if *is_ready {
                <section class="update__offer" aria-label="New version of the page">
                    <p class="update__text">{ "A new version of the page is ready." }</p>
                    <Button onclick={onreload}>{ "Reload" }</Button>
                    <Button kind={ButtonKind::Icon} label="Dismiss the new version" onclick={ondismiss}>
                        { Icon::Close.draw() }
                    </Button>
                </section>
            }
        </div>
    }
}
