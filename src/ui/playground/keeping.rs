use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::window;

use super::replacing::Contents;
use super::{Playground, Urgency};
use crate::storage::{LoadError, Manner, Storage, take_lock};

/// Whether the state is saved.
#[derive(Clone)]
pub enum Keeping {
    /// What was saved is being read.
    Loading,
    /// Changes are saved as they happen.
    Saved(Rc<Saver>),
    /// Another tab saves.
    Elsewhere(Rc<Saver>),
    /// Changes are not saved; why, in a sentence. What saves tries again at the next change.
    Failed(String, Option<Rc<Saver>>),
}

/// What saves, and how far it is.
pub struct Saver {
    /// What the tabs of a browser share, by its name.
    database: String,
    /// Not there while it is at it.
    storage: RefCell<Option<Storage>>,
    /// Whether something has changed since it began.
    again: Cell<bool>,
    /// Whether this tab is the one that may save.
    may: Cell<bool>,
    /// Whether something has changed here while another tab saved.
    touched: Cell<bool>,
    /// A document that could not be read, and was put aside; and why.
    unreadable: Option<(String, String)>,
}

impl Keeping {
    /// Whether changes are being written at the moment.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        matches!(self, Self::Saved(saver) if saver.storage.borrow().is_none())
    }

    /// What was saved earlier and could not be read: its text, and why.
    #[must_use]
    pub fn unreadable(&self) -> Option<(String, String)> {
        match self {
            Self::Saved(saver) | Self::Elsewhere(saver) => saver.unreadable.clone(),
            Self::Loading | Self::Failed(..) => None,
        }
    }

    /// Whether something has changed here that another tab, which saves, knows nothing of.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        matches!(self, Self::Elsewhere(saver) if saver.touched.get())
    }
}

impl Playground {
    /// Reads what was saved under a name; the promise is resolved when that is over, however it went.
    pub(super) fn load(&self, database: String) -> Promise {
        let playground = self.clone();
        future_to_promise(async move {
            // Taken before reading, so that the tab that had it has written all.
            let taken = take_lock(&database, Manner::Try, playground.on_lost()).await;
            let (keeping, contents) = read(database, taken).await;
            if let Keeping::Elsewhere(saver) = &keeping {
                spawn_local(playground.clone().inherit(Rc::clone(saver)));
            }
            if let Some(contents) = contents {
                playground.put(contents, true);
            }
            playground.0.state.borrow_mut().keeping = keeping;
            playground.update_environments();
            playground.changed(Urgency::Now);
            spawn_local(async move {
                drawn().await;
                playground.0.sandbox.begin();
            });
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Has this tab save instead of the one that does; whether what that one had saved was replaced by what is here.
    ///
    /// Nothing is lost: what was replaced can be put back.
    pub async fn take_over(&self) -> bool {
        let Keeping::Elsewhere(saver) = self.keeping() else {
            return false;
        };
        if !saver.may.get() {
            take_lock(&saver.database, Manner::Steal, self.on_lost()).await;
            saver.may.set(true);
        }
        let touched = saver.touched.replace(false);
        let loaded = match saver.storage.take() {
            Some(mut storage) => {
                let loaded = storage.load().await;
                saver.storage.replace(Some(storage));
                loaded.ok()
            }
            None => None,
        };
        let contents = loaded.and_then(|(text, packages)| Contents::read(&text?, &packages).ok());
        let replaces = touched && contents.is_some();
        if let Some(contents) = contents {
            self.put(contents, !touched);
            if replaces {
                self.put_back();
            }
        }
        self.0.state.borrow_mut().keeping = Keeping::Saved(saver);
        self.0.sandbox.clear();
        self.update_environments();
        self.keep();
        self.changed(Urgency::Now);
        replaces
    }

    /// Has this tab save once the one that does is gone, unless that would replace what that one has saved.
    async fn inherit(self, saver: Rc<Saver>) {
        take_lock(&saver.database, Manner::Wait, self.on_lost()).await;
        saver.may.set(true);
        if !saver.touched.get() {
            self.take_over().await;
        }
    }

    /// Saves the state; changes that happen meanwhile are saved right after.
    pub(super) fn keep(&self) {
        let saver = match self.keeping() {
            Keeping::Loading | Keeping::Failed(_, None) => return,
            Keeping::Elsewhere(saver) => {
                saver.touched.set(true);
                return;
            }
            Keeping::Saved(saver) | Keeping::Failed(_, Some(saver)) => saver,
        };
        let Some(mut storage) = saver.storage.take() else {
            saver.again.set(true);
            return;
        };
        let playground = self.clone();
        spawn_local(async move {
            let mut result = Ok(());
            loop {
                saver.again.set(false);
                let (document, packages) = playground.document();
                match document.to_json() {
                    Ok(document) => {
                        if let Err(error) = storage.save(&document, &packages).await {
                            result = Err(error.to_string());
                        }
                    }
                    Err(error) => result = Err(error.to_string()),
                }
                let is_over = matches!(playground.keeping(), Keeping::Elsewhere(_));
                if is_over || result.is_err() || !saver.again.replace(false) {
                    break;
                }
            }
            saver.storage.replace(Some(storage));
            playground.kept(saver, result);
        });
    }

    fn kept(&self, saver: Rc<Saver>, result: Result<(), String>) {
        if !matches!(self.keeping(), Keeping::Elsewhere(_)) {
            self.0.state.borrow_mut().keeping = match result {
                Ok(()) => Keeping::Saved(saver),
                Err(why) => Keeping::Failed(
                    format!(
                        "Changes are no longer saved in this browser ({why}). They stay until the page is closed: \
                         export them to a file under Share."
                    ),
                    Some(saver),
                ),
            };
        }
        self.changed(Urgency::Soon);
    }

    /// What is done when another tab takes over.
    fn on_lost(&self) -> impl FnMut() + 'static {
        let playground = self.clone();
        move || {
            let keeping = playground.keeping();
            if let Keeping::Elsewhere(saver) = &keeping {
                saver.may.set(false);
            }
            if let Keeping::Saved(saver) | Keeping::Failed(_, Some(saver)) = keeping {
                saver.may.set(false);
                playground.0.state.borrow_mut().keeping = Keeping::Elsewhere(saver);
                playground.changed(Urgency::Now);
            }
        }
    }
}

/// Waits until what has changed is drawn.
async fn drawn() {
    let frame = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.request_animation_frame(&resolve);
        }
    });
    // A page that is not looked at draws nothing: there it waits until somebody looks, or a call asks for Python.
    let _ = JsFuture::from(frame).await;
    TimeoutFuture::new(0).await;
}

async fn read(database: String, taken: bool) -> (Keeping, Option<Contents>) {
    let mut storage = match Storage::open(&database).await {
        Ok(storage) => storage,
        Err(error) => {
            let why = format!(
                "This browser does not let the page save anything ({error}). Your work stays until the page is closed: \
                 export it to a file under Share."
            );
            return (Keeping::Failed(why, None), None);
        }
    };
    let left = |error: String| {
        let why = format!(
            "What was saved could not be read ({error}). It is left as it is, and nothing new is saved."
        );
        (Keeping::Failed(why, None), None)
    };
    let mut unreadable = None;
    let contents = match storage.load().await {
        Err(error) => return left(error.to_string()),
        Ok((None, _)) => None,
        Ok((Some(text), packages)) => match Contents::read(&text, &packages) {
            Ok(contents) => Some(contents),
            // The newer release will want to find it where it was.
            Err(error @ LoadError::Newer) => return left(error.to_string()),
            Err(error) => {
                if taken && storage.put_aside(&text).await.is_err() {
                    return left(error.to_string());
                }
                unreadable = Some((text, error.to_string()));
                None
            }
        },
    };
    let saver = Rc::new(Saver {
        database,
        storage: RefCell::new(Some(storage)),
        again: Cell::new(false),
        may: Cell::new(taken),
        touched: Cell::new(false),
        unreadable,
    });
    let keeping = if taken {
        Keeping::Saved(saver)
    } else {
        Keeping::Elsewhere(saver)
    };
    (keeping, contents)
}
