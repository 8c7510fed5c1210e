//! How Python comes to the workers: one of them loads it, and the others wait.

use js_sys::WebAssembly::Module;

use super::worker::WorkerHandle;
use super::{Sandbox, now};
use crate::sandbox::Loading;
use crate::sandbox::pool::WorkerId;

/// The guest, as far as the workers have it.
pub(super) enum ModuleState {
    Absent,
    /// One worker loads it, the others wait for it.
    Coming {
        loader: WorkerId,
        waiting: Vec<WorkerId>,
    },
    Compiled(Module),
}

impl Sandbox {
    /// Starts a worker; the first one loads the guest for all.
    pub(super) fn spawn(&self, id: WorkerId) {
        if !self.0.assets.are_there() {
            return self.lose(id, "this page was put together without it");
        }
        let sandbox = self.clone();
        let hear = move |message| sandbox.hear(id, message);
        let loader = self.0.loader.take();
        let worker = match &loader {
            Some(loader) => Ok(WorkerHandle::begun(loader, hear)),
            None => WorkerHandle::new(&self.0.assets.worker, hear),
        };
        let worker = match worker {
            Ok(worker) => worker,
            Err(reason) => return self.lose(id, &reason),
        };
        match &mut *self.0.module.borrow_mut() {
            ModuleState::Compiled(module) => self.prepare(&worker, module),
            ModuleState::Coming { waiting, .. } => waiting.push(id),
            module @ ModuleState::Absent => {
                if loader.is_none() {
                    worker.load(&self.0.assets.guest);
                }
                let waiting = Vec::new();
                *module = ModuleState::Coming {
                    loader: id,
                    waiting,
                };
            }
        }
        self.0.workers.borrow_mut().insert(id, worker);
    }

    /// The guest is there: all that wait for it go on.
    pub(super) fn loaded(&self, module: &Module) {
        self.set_loading(Loading::Starting);
        let compiled = ModuleState::Compiled(module.clone());
        let ModuleState::Coming { loader, waiting } = self.0.module.replace(compiled) else {
            return;
        };
        let workers = self.0.workers.borrow();
        for id in waiting.into_iter().chain([loader]) {
            if let Some(worker) = workers.get(&id) {
                self.prepare(worker, module);
            }
        }
    }

    fn prepare(&self, worker: &WorkerHandle, module: &Module) {
        worker.prepare(module, &self.0.assets.library, self.0.memory_size.get());
    }

    /// A worker is of no use any more, nor are those that wait for what it was to load.
    pub(super) fn lose(&self, id: WorkerId, reason: &str) {
        if *self.0.loading.borrow() != Loading::Ready {
            self.set_loading(Loading::Failed(reason.to_owned()));
        }
        let mut lost = vec![id];
        let mut module = self.0.module.borrow_mut();
        if let ModuleState::Coming { loader, waiting } = &mut *module
            && *loader == id
        {
            lost.append(waiting);
            *module = ModuleState::Absent;
        }
        drop(module);
        for id in lost {
            self.0.pool.borrow_mut().lost(id, reason, now());
        }
        self.send();
    }

    pub(super) fn set_loading(&self, loading: Loading) {
        self.0.loading.replace(loading);
        (self.0.changed)();
    }
}
