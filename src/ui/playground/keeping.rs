use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{future_to_promise, spawn_local};

use super::{Learning, Playground, State, Urgency, entropy};
use crate::lambda::Service;
use crate::storage::{self, Document, LoadError, Packages, Storage, Workspace};
use crate::traffic::{Seed, Stream};

/// Whether the state is saved.
#[derive(Clone)]
pub enum Keeping {
    /// What was saved is being read.
    Loading,
    /// Changes are saved as they happen.
    Saved(Rc<Saver>),
    /// Changes are not saved; why, in a sentence.
    Failed(String),
}

/// What saves, and whether it is at it.
pub struct Saver {
    storage: RefCell<Option<Storage>>,
    again: RefCell<bool>,
}

/// What was read at the start.
struct Loaded {
    service: Service,
    seed: String,
    workspaces: BTreeMap<String, Workspace>,
    learning: Learning,
}

impl Playground {
    /// Reads what was saved under a name; the promise is resolved when that is over, however it went.
    pub(super) fn load(&self, database: String) -> Promise {
        let playground = self.clone();
        future_to_promise(async move {
            let (keeping, loaded) = read(&database).await;
            {
                let mut state = playground.0.state.borrow_mut();
                if let Some(loaded) = loaded {
                    let seed = Seed::new(&loaded.seed);
                    *state = State {
                        service: loaded.service,
                        tests: seed.draws(Stream::Tests, entropy),
                        workspaces: loaded.workspaces,
                        learning: loaded.learning,
                        ..State::new(crate::lambda::CloudDelays::None, seed)
                    };
                }
                state.keeping = keeping;
            }
            playground.update_environments();
            playground.changed(Urgency::Now);
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Saves the state; changes that happen meanwhile are saved right after.
    pub(super) fn keep(&self) {
        let Keeping::Saved(saver) = self.keeping() else {
            return;
        };
        let Some(mut storage) = saver.storage.take() else {
            saver.again.replace(true);
            return;
        };
        let playground = self.clone();
        spawn_local(async move {
            let mut result = Ok(());
            loop {
                saver.again.replace(false);
                let (document, packages) = playground.document();
                match document {
                    Ok(document) => {
                        if let Err(error) = storage.save(&document, &packages).await {
                            result = Err(error.to_string());
                        }
                    }
                    Err(error) => result = Err(error.to_string()),
                }
                if result.is_err() || !saver.again.replace(false) {
                    break;
                }
            }
            saver.storage.replace(Some(storage));
            if let Err(why) = result {
                playground.0.state.borrow_mut().keeping = Keeping::Failed(format!(
                    "Changes are no longer saved in this browser ({why}). They stay until the page is closed."
                ));
                playground.changed(Urgency::Now);
            }
        });
    }

    fn document(&self) -> (Result<String, LoadError>, Packages) {
        let state = self.0.state.borrow();
        let mut packages = Packages::new();
        let document = Document::write(
            &state.service,
            state.seed.text(),
            state.workspaces.clone(),
            storage::Learning::write(
                state.learning.is_open,
                state.learning.is_locked,
                state.learning.language,
                &state.learning.progress,
            ),
            &mut packages,
        );
        (document.to_json(), packages)
    }
}

async fn read(database: &str) -> (Keeping, Option<Loaded>) {
    let mut storage = match Storage::open(database).await {
        Ok(storage) => storage,
        Err(error) => {
            let why = format!(
                "This browser does not let the page save anything ({error}). Your work stays until the page is closed."
            );
            return (Keeping::Failed(why), None);
        }
    };
    let loaded = match storage.load().await {
        Ok((Some(text), packages)) => match restore(&text, &packages) {
            Ok(loaded) => Some(loaded),
            Err(error) => {
                let why = match storage.put_aside(&text).await {
                    Ok(()) => format!(
                        "What was saved could not be read ({error}). It was put aside, and the playground starts empty."
                    ),
                    Err(_) => format!(
                        "What was saved could not be read ({error}). It is left as it is, and nothing new is saved."
                    ),
                };
                return (Keeping::Failed(why), None);
            }
        },
        Ok((None, _)) => None,
        Err(error) => {
            let why = format!(
                "What was saved could not be read ({error}). It is left as it is, and nothing new is saved."
            );
            return (Keeping::Failed(why), None);
        }
    };
    let saver = Saver {
        storage: RefCell::new(Some(storage)),
        again: RefCell::new(false),
    };
    (Keeping::Saved(Rc::new(saver)), loaded)
}

fn restore(text: &str, packages: &Packages) -> Result<Loaded, LoadError> {
    let document = Document::from_json(text)?;
    let service = document.service(packages)?;
    let learning = Learning {
        is_open: document.learning.open,
        is_locked: document.learning.locked,
        language: document.learning.language().unwrap_or_default(),
        progress: document.learning.progress(&service),
    };
    Ok(Loaded {
        service,
        learning,
        seed: document.seed,
        workspaces: document.workspaces,
    })
}
