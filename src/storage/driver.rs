//! `IndexedDB`: one record for the document, one for each package.

use std::collections::BTreeSet;
use std::fmt;

use js_sys::Uint8Array;
use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};

use super::Packages;

const DOCUMENTS: &str = "documents";
const PACKAGES: &str = "packages";
/// The key of the document that is saved as it changes.
const CURRENT: &str = "current";
/// The key under which a document that could not be read is put aside.
const UNREADABLE: &str = "unreadable";

/// The page's database.
pub struct Storage {
    database: Rexie,
    /// The digests that are known to be saved.
    saved: BTreeSet<String>,
    /// Whether packages stay that the document does not need, because one that was put aside may.
    keeps_all: bool,
}

/// Why something could not be saved or loaded, in the browser's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageError(String);

impl Storage {
    /// Opens the database, and makes it if there is none.
    ///
    /// # Errors
    ///
    /// Storage is blocked, or full, or was made by a newer release.
    pub async fn open(name: &str) -> Result<Self, StorageError> {
        let database = Rexie::builder(name)
            .version(1)
            .add_object_store(ObjectStore::new(DOCUMENTS))
            .add_object_store(ObjectStore::new(PACKAGES))
            .build()
            .await?;
        Ok(Self {
            database,
            saved: BTreeSet::new(),
            keeps_all: false,
        })
    }

    /// Reads the document, and every package that is kept.
    ///
    /// # Errors
    ///
    /// The database cannot be read.
    pub async fn load(&mut self) -> Result<(Option<String>, Packages), StorageError> {
        let transaction = self
            .database
            .transaction(&[DOCUMENTS, PACKAGES], TransactionMode::ReadOnly)?;
        let documents = transaction.store(DOCUMENTS)?;
        let document = documents.get(CURRENT.into()).await?;
        self.keeps_all = documents.key_exists(UNREADABLE.into()).await?;
        let mut packages = Packages::new();
        for (key, value) in transaction
            .store(PACKAGES)?
            .scan(None, None, None, None)
            .await?
        {
            if let (Some(digest), Ok(bytes)) = (key.as_string(), value.dyn_into::<Uint8Array>()) {
                packages.insert(digest, bytes.to_vec().into());
            }
        }
        self.saved = packages.keys().cloned().collect();
        Ok((document.and_then(|text| text.as_string()), packages))
    }

    /// Saves the document and the packages that are new, and drops those that nothing needs any more.
    ///
    /// # Errors
    ///
    /// Nothing has been saved: storage is full, or gone.
    pub async fn save(&mut self, document: &str, packages: &Packages) -> Result<(), StorageError> {
        let transaction = self
            .database
            .transaction(&[DOCUMENTS, PACKAGES], TransactionMode::ReadWrite)?;
        let store = transaction.store(PACKAGES)?;
        for (digest, zip) in packages
            .iter()
            .filter(|(digest, _)| !self.saved.contains(*digest))
        {
            let bytes = Uint8Array::from(&**zip);
            store.put(&bytes, Some(&JsValue::from_str(digest))).await?;
        }
        let needless = self.saved.iter().filter(|it| !packages.contains_key(*it));
        for digest in needless.filter(|_| !self.keeps_all) {
            store.delete(JsValue::from_str(digest)).await?;
        }
        transaction
            .store(DOCUMENTS)?
            .put(&document.into(), Some(&CURRENT.into()))
            .await?;
        transaction.done().await?;
        self.saved = packages.keys().cloned().collect();
        Ok(())
    }

    /// Puts a document that could not be read aside, so that saving overwrites neither it nor its packages.
    ///
    /// # Errors
    ///
    /// Storage is full, or gone.
    pub async fn put_aside(&mut self, document: &str) -> Result<(), StorageError> {
        let transaction = self
            .database
            .transaction(&[DOCUMENTS], TransactionMode::ReadWrite)?;
        transaction
            .store(DOCUMENTS)?
            .put(&document.into(), Some(&UNREADABLE.into()))
            .await?;
        transaction.done().await?;
        self.keeps_all = true;
        Ok(())
    }
}

impl From<rexie::Error> for StorageError {
    fn from(error: rexie::Error) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StorageError {}
