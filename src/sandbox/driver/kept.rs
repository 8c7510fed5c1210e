//! The snapshot that an earlier visit made, kept in the browser so that Python need not boot at each visit.
//!
//! It is kept for speed alone: where the browser keeps nothing, there is none.

use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

const DATABASE: &str = "lambda-playground-python";
const SNAPSHOTS: &str = "snapshots";

/// Reads the snapshot that was kept under a name, if any.
///
/// # Errors
///
/// The browser keeps nothing.
pub(super) async fn read(name: &str) -> rexie::Result<Option<Blob>> {
    let database = open().await?;
    let transaction = database.transaction(&[SNAPSHOTS], TransactionMode::ReadOnly)?;
    let snapshot = transaction.store(SNAPSHOTS)?.get(name.into()).await?;
    Ok(snapshot.and_then(|snapshot| snapshot.dyn_into().ok()))
}

/// Keeps a snapshot in place of all others.
///
/// # Errors
///
/// The browser has no room for it, or keeps nothing.
pub(super) async fn keep(name: &str, snapshot: &Blob) -> rexie::Result<()> {
    let database = open().await?;
    let transaction = database.transaction(&[SNAPSHOTS], TransactionMode::ReadWrite)?;
    let store = transaction.store(SNAPSHOTS)?;
    store.clear().await?;
    store.put(snapshot, Some(&JsValue::from(name))).await?;
    transaction.done().await?;
    Ok(())
}

async fn open() -> rexie::Result<Rexie> {
    Rexie::builder(DATABASE)
        .version(1)
        .add_object_store(ObjectStore::new(SNAPSHOTS))
        .build()
        .await
}
