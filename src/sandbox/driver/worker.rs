use js_sys::WebAssembly::Module;
use js_sys::{Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, MessageEvent, Url, Worker, WorkerOptions, WorkerType, window};

use super::ahead::Loader;
use super::reason;
use crate::sandbox::protocol::{CallResult, Started, ToWorker};
use crate::sandbox::{Begun, Done};

/// What a worker says.
pub(super) enum Message {
    /// So many bytes of the guest have come.
    Progress(u64),
    /// The guest, for all workers.
    Loaded(Module),
    /// It can become an environment.
    Prepared {
        memory: u64,
    },
    Started(Begun),
    /// Its environment has to wait for the library, or goes on.
    Waits(bool),
    /// What a call under way has written.
    Output(String),
    Result(Done),
    /// It is of no use any more, for a reason.
    Failed(String),
}

/// A worker that is ended when this is dropped.
pub(super) struct WorkerHandle {
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(ErrorEvent)>,
}

impl WorkerHandle {
    /// Starts a worker; `hear` gets what it says.
    ///
    /// # Errors
    ///
    /// Why the browser makes none, in words.
    pub(super) fn new(url: &str, hear: impl Fn(Message) + Clone + 'static) -> Result<Self, String> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(url, &options).map_err(|error| reason(&error))?;
        Ok(Self::of(worker, hear))
    }

    /// Takes over a worker that has begun to load the guest; `hear` gets what it says, and soon what it has said.
    pub(super) fn begun(loader: &Loader, hear: impl Fn(Message) + Clone + 'static) -> Self {
        let (said, handle) = (loader.said(), Self::of(loader.worker(), hear.clone()));
        spawn_local(async move { said.iter().for_each(|message| hear(message_of(&message))) });
        handle
    }

    fn of(worker: Worker, hear: impl Fn(Message) + Clone + 'static) -> Self {
        let hear_message = hear.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            hear_message(message_of(&event.data()));
        });
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            hear(Message::Failed(event.message()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        }
    }

    /// Has it load the guest, whose address is relative to the page.
    pub(super) fn load(&self, url: &str) {
        self.post_fields(&[
            ("type", "load".into()),
            ("url", absolute(url).into()),
            ("tellsProgress", true.into()),
        ]);
    }

    /// Hands it what it becomes an environment of, the library by its address relative to the page; `memory_size` is what
    /// that is likely to have, in MB.
    pub(super) fn prepare(&self, module: &Module, library: &str, memory_size: u32) {
        self.post_fields(&[
            ("type", "prepare".into()),
            ("module", module.into()),
            ("library", absolute(library).into()),
            ("memorySize", memory_size.into()),
        ]);
    }

    fn post_fields(&self, fields: &[(&str, JsValue)]) {
        let message = Object::new();
        for (name, value) in fields {
            // Setting a field of a fresh object cannot fail.
            let _ = Reflect::set(&message, &(*name).into(), value);
        }
        let _ = self.worker.post_message(&message);
    }

    /// Posts a message.
    ///
    /// # Errors
    ///
    /// Why it cannot be posted, in words.
    pub(super) fn post(&self, message: &ToWorker) -> Result<(), String> {
        let message = if message.is_text() {
            serde_json::to_string(message)
                .map(JsValue::from)
                .map_err(|error| error.to_string())?
        } else {
            let serializer = Serializer::new()
                .serialize_missing_as_null(true)
                .serialize_maps_as_objects(true);
            message
                .serialize(&serializer)
                .map_err(|error| error.to_string())?
        };
        self.worker
            .post_message(&message)
            .map_err(|error| reason(&error))
    }
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// What an address relative to the page is elsewhere.
fn absolute(url: &str) -> String {
    let document = window().and_then(|window| window.document());
    let base = document.and_then(|document| document.base_uri().ok()?);
    let absolute = base.and_then(|base| Url::new_with_base(url, &base).ok());
    absolute.map_or_else(|| url.to_owned(), |url| url.href())
}

fn message_of(data: &JsValue) -> Message {
    read(data).unwrap_or_else(|error| Message::Failed(reason(&error)))
}

fn read(data: &JsValue) -> Result<Message, JsValue> {
    if let Some(text) = data.as_string() {
        let result = serde_json::from_str::<CallResult>(&text);
        let result = result.map_err(|error| js_sys::Error::new(&error.to_string()))?;
        return Ok(Message::Result(result.into()));
    }
    let field = |name: &str| Reflect::get(data, &name.into());
    match field("type")?.as_string().as_deref() {
        Some("progress") => {
            let received = serde_wasm_bindgen::from_value(field("received")?)?;
            Ok(Message::Progress(received))
        }
        Some("loaded") => Ok(Message::Loaded(field("module")?.dyn_into()?)),
        Some("failed") => Ok(Message::Failed(
            field("reason")?.as_string().unwrap_or_default(),
        )),
        Some("waits") => Ok(Message::Waits(field("waits")?.is_truthy())),
        Some("prepared") => Ok(Message::Prepared {
            memory: serde_wasm_bindgen::from_value(field("memory")?)?,
        }),
        Some("started") => Ok(Message::Started(
            serde_wasm_bindgen::from_value::<Started>(data.clone())?.into(),
        )),
        Some("output") => {
            let text = field("text")?.as_string();
            Ok(Message::Output(text.unwrap_or_default()))
        }
        Some("result") => Ok(Message::Result(
            serde_wasm_bindgen::from_value::<CallResult>(data.clone())?.into(),
        )),
        _ => Err(js_sys::Error::new("the worker said something unknown").into()),
    }
}
