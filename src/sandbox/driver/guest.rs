use js_sys::{Promise, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ReadableStreamDefaultReader, Response};

use super::reason;

/// Bytes after which progress is told.
const STEP: u64 = 500_000;

/// Fetches and compiles the guest; `on_progress` gets the bytes received, unpacked.
///
/// # Errors
///
/// Why there is no guest, in words.
pub(super) async fn compile(
    url: &str,
    on_progress: impl Fn(u64) + 'static,
) -> Result<WebAssembly::Module, String> {
    let module = fetch_and_compile(url, on_progress).await;
    module.map_err(|error| reason(&error))
}

async fn fetch_and_compile(
    url: &str,
    on_progress: impl Fn(u64) + 'static,
) -> Result<WebAssembly::Module, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(url))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(js_sys::Error::new(&format!("{url}: {}", response.status())).into());
    }
    if let Ok(copy) = response.clone() {
        spawn_local(async move {
            // Without progress the page still loads.
            let _ = count(&copy, on_progress).await;
        });
    }
    let response: &JsValue = &response;
    let compiling = WebAssembly::compile_streaming(&Promise::resolve(response));
    JsFuture::from(compiling).await?.dyn_into()
}

async fn count(response: &Response, on_progress: impl Fn(u64)) -> Result<(), JsValue> {
    let body = response.body().ok_or("there is no body")?;
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into()?;
    let (mut received, mut told) = (0, 0);
    loop {
        let piece = JsFuture::from(reader.read()).await?;
        if Reflect::get(&piece, &"done".into())?.is_truthy() {
            return Ok(());
        }
        let value: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
        received += u64::from(value.length());
        // What is shown is drawn anew each time.
        if received - told >= STEP {
            on_progress(received);
            told = received;
        }
    }
}
