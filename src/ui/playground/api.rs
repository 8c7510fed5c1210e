//! The page as an API: `window.lambda`.

use std::rc::Rc;

use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{Playground, moment};
use crate::lambda::CloudDelays;
use crate::lambda::rest::{self, Call, Request, Response};
use crate::traffic::Seed;

impl Playground {
    /// Puts `fetch`, `reset` and `settle` on `window.lambda`.
    ///
    /// # Errors
    ///
    /// The browser does not let the page define it.
    pub fn expose(&self) -> Result<(), JsValue> {
        let lambda = Object::new();
        let playground = self.clone();
        let fetch = Closure::<dyn Fn(web_sys::Request) -> Promise>::new(move |request| {
            let playground = playground.clone();
            future_to_promise(async move { playground.fetch(request).await.map(JsValue::from) })
        });
        let playground = self.clone();
        let reset = Closure::<dyn Fn(JsValue) -> Promise>::new(move |options| {
            let playground = playground.clone();
            future_to_promise(async move {
                let (delays, seed) = options_of_reset(&options)?;
                playground.ready().await;
                playground.reset(delays, seed);
                Ok(JsValue::UNDEFINED)
            })
        });
        let playground = self.clone();
        let settle = Closure::<dyn Fn() -> Promise>::new(move || {
            let playground = playground.clone();
            future_to_promise(async move {
                playground.ready().await;
                playground.provided().await;
                playground.settle();
                Ok(JsValue::UNDEFINED)
            })
        });
        Reflect::set(&lambda, &"fetch".into(), &fetch.into_js_value())?;
        Reflect::set(&lambda, &"reset".into(), &reset.into_js_value())?;
        Reflect::set(&lambda, &"settle".into(), &settle.into_js_value())?;
        Reflect::set(&js_sys::global(), &"lambda".into(), &lambda)?;
        Ok(())
    }

    async fn fetch(&self, request: web_sys::Request) -> Result<web_sys::Response, JsValue> {
        let request = read(&request).await?;
        self.ready().await;
        respond(&self.answer(&request).await)
    }

    async fn answer(&self, request: &Request) -> Response {
        let request_id = moment().request_id();
        match rest::read(request) {
            Err(error) => rest::answer(&Err(error), request_id),
            Ok(Call::Operation(operation)) => rest::answer(&self.apply(operation), request_id),
            Ok(Call::Invoke(invoke)) => match self.invoke(invoke).await {
                Err(error) => rest::answer(&Err(error), request_id),
                Ok((invocation, record)) => {
                    let execution = record.as_ref().map(|record| &record.execution);
                    rest::answer_invocation(&invocation, execution)
                }
            },
        }
    }
}

async fn read(request: &web_sys::Request) -> Result<Request, JsValue> {
    let mut read = Request::new(&request.method(), &request.url());
    for entry in request.headers().entries() {
        let entry: js_sys::Array = entry?.unchecked_into();
        if let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
            read.headers.push((name, value));
        }
    }
    let body = JsFuture::from(request.array_buffer()?).await?;
    read.body = Rc::from(Uint8Array::new(&body).to_vec());
    Ok(read)
}

fn respond(response: &Response) -> Result<web_sys::Response, JsValue> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in &response.headers {
        headers.set(name, value)?;
    }
    let options = web_sys::ResponseInit::new();
    options.set_status(response.status);
    options.set_headers(&headers);
    if response.status == 204 {
        return web_sys::Response::new_with_opt_str_and_init(None, &options);
    }
    let body = Uint8Array::from(&response.body[..]);
    web_sys::Response::new_with_opt_js_u8_array_and_init(Some(&body), &options)
}

/// Reads `{ cloudDelays, seed }`: "none", "until settled" or a number of seconds, and a text.
fn options_of_reset(options: &JsValue) -> Result<(CloudDelays, Seed), JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok((CloudDelays::None, Seed::new("")));
    }
    let seed = Reflect::get(options, &"seed".into())?;
    let number = || seed.as_f64().map(|number| number.to_string());
    let seed = Seed::new(&seed.as_string().or_else(number).unwrap_or_default());
    let delays = Reflect::get(options, &"cloudDelays".into())?;
    if let Some(seconds) = delays.as_f64() {
        return CloudDelays::seconds(seconds)
            .map(|delays| (delays, seed))
            .ok_or_else(|| refused("a number of seconds from 0"));
    }
    match delays.as_string().as_deref() {
        None if delays.is_undefined() => Ok((CloudDelays::None, seed)),
        Some("none") => Ok((CloudDelays::None, seed)),
        Some("until settled") => Ok((CloudDelays::UntilSettled, seed)),
        _ => Err(refused(
            "\"none\", \"until settled\" or a number of seconds",
        )),
    }
}

fn refused(expected: &str) -> JsValue {
    js_sys::TypeError::new(&format!("cloudDelays must be {expected}")).into()
}
