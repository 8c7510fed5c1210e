mod learning;

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::drafts::Drafts;
use crate::lambda::rest::{self, Call, Request};
use crate::lambda::{
    Act, Ahead, Change, CloudDelays, CodeSha256, Error, Moment, Operation, Service,
};

/// The form that this release writes; it reads the earlier ones as well.
///
/// 2 added changes of the delays, 3 provisioned concurrency that failed and the lessons, 4 what was taken back, 5 files
/// that are to go.
const FORM: u32 = 5;

pub use learning::Learning;

/// Deployment packages by their digests.
pub type Packages = BTreeMap<String, Rc<[u8]>>;

/// Everything worth keeping but the packages, which are kept once each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    form: u32,
    /// Those that hold before the first change.
    delays: Delays,
    pub seed: String,
    changes: Vec<Entry>,
    /// What was taken back and can be made again, the next change first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ahead: Vec<Entry>,
    /// By function name.
    pub workspaces: BTreeMap<String, Workspace>,
    #[serde(default)]
    pub learning: Learning,
}

/// What belongs to a function in the page and not in the service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Workspace {
    /// What was edited and not deployed.
    pub drafts: Drafts,
    /// The JSON of saved test events, by their names.
    pub events: BTreeMap<String, String>,
}

/// Why a document could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// It was written by a newer release.
    Newer,
    /// It is not what a release of the playground writes; why, in a clause.
    Damaged(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Delays {
    None,
    UntilSettled,
    Milliseconds(i64),
}

/// One change of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    /// Nanoseconds since the epoch, as text: they do not fit a JSON number.
    at: String,
    entropy: [u8; 32],
    /// The request that stands for an operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<EntryRequest>,
    /// The delays that were chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    delays: Option<Delays>,
    /// What could not start ahead of calls; none of the three mean that everything pending was finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    failed: Option<EntryVersion>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct EntryVersion {
    function: String,
    version: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct EntryRequest {
    method: String,
    url: String,
    body: String,
    /// The digest of the package that the request brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    package: Option<String>,
}

impl Document {
    /// Writes what is worth keeping, and adds the packages it needs.
    #[must_use]
    pub fn write(
        service: &Service,
        seed: &str,
        workspaces: BTreeMap<String, Workspace>,
        learning: Learning,
        packages: &mut Packages,
    ) -> Self {
        let changes = service.history().iter();
        Self {
            form: FORM,
            delays: service.first_delays().into(),
            seed: seed.to_owned(),
            changes: changes
                .map(|change| Entry::write(change, packages))
                .collect(),
            ahead: Vec::new(),
            workspaces,
            learning,
        }
    }

    /// The document with what was taken back as well.
    #[must_use]
    pub fn with_ahead(mut self, ahead: &Ahead, packages: &mut Packages) -> Self {
        let changes = ahead.changes().iter();
        self.ahead = changes.map(|it| Entry::write(it, packages)).collect();
        self
    }

    /// The document as text.
    ///
    /// # Errors
    ///
    /// None that a document of this program could cause.
    pub fn to_json(&self) -> Result<String, LoadError> {
        serde_json::to_string(self).map_err(damaged)
    }

    /// Reads a document.
    ///
    /// # Errors
    ///
    /// Text that no release wrote, or that a newer one did.
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        #[derive(Deserialize)]
        struct Form {
            form: u32,
        }
        let form: Form = serde_json::from_str(text).map_err(damaged)?;
        if form.form > FORM {
            return Err(LoadError::Newer);
        }
        serde_json::from_str(text).map_err(damaged)
    }

    /// Rebuilds the service by replaying the history.
    ///
    /// # Errors
    ///
    /// A change that cannot be read or that the service refuses, or a package that is missing.
    pub fn service(&self, packages: &Packages) -> Result<Service, LoadError> {
        let changes = self.changes.iter();
        let changes: Vec<Change> = changes
            .map(|entry| entry.read(packages))
            .collect::<Result<_, _>>()?;
        Service::replay(self.delays.into(), changes).map_err(damaged)
    }

    /// What was taken back.
    ///
    /// # Errors
    ///
    /// A change that cannot be read, or a package that is missing.
    pub fn ahead(&self, packages: &Packages) -> Result<Ahead, LoadError> {
        let changes = self.ahead.iter();
        let changes = changes.map(|entry| entry.read(packages).map(Rc::new));
        Ok(Ahead::new(changes.collect::<Result<_, _>>()?))
    }

    /// How many changes the history holds.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.changes.len()
    }

    /// The digests of the packages that the changes need.
    pub fn package_digests(&self) -> impl Iterator<Item = &str> {
        let changes = self.changes.iter().chain(&self.ahead);
        let requests = changes.filter_map(|entry| entry.request.as_ref());
        requests.filter_map(|request| request.package.as_deref())
    }
}

impl Entry {
    fn write(change: &Change, packages: &mut Packages) -> Self {
        let mut entry = Self {
            at: change.moment.at.as_nanosecond().to_string(),
            entropy: change.moment.entropy,
            request: None,
            delays: None,
            failed: None,
        };
        match &change.act {
            Act::Operation(operation) => {
                entry.request = Some(EntryRequest::write((**operation).clone(), packages));
            }
            Act::SetDelays(delays) => entry.delays = Some((*delays).into()),
            Act::Settle => {}
            Act::ProvisioningFailed { function, version } => {
                entry.failed = Some(EntryVersion {
                    function: function.to_string(),
                    version: version.to_string(),
                });
            }
        }
        entry
    }

    fn read(&self, packages: &Packages) -> Result<Change, LoadError> {
        let nanoseconds: i128 = self.at.parse().map_err(damaged)?;
        let at = Timestamp::from_nanosecond(nanoseconds).map_err(damaged)?;
        let act = match (&self.request, self.delays, &self.failed) {
            (Some(request), _, _) => Act::Operation(Box::new(request.read(packages)?)),
            (None, Some(delays), _) => Act::SetDelays(delays.into()),
            (None, None, Some(failed)) => Act::ProvisioningFailed {
                function: failed.function.parse().map_err(damaged)?,
                version: failed.version.parse().map_err(damaged)?,
            },
            (None, None, None) => Act::Settle,
        };
        let entropy = self.entropy;
        Ok(Change::new(act, Moment { at, entropy }))
    }
}

impl EntryRequest {
    fn write(mut operation: Operation, packages: &mut Packages) -> Self {
        let package = operation.zip_file_mut().and_then(Option::take).map(|zip| {
            let digest = CodeSha256::of(&zip).to_string();
            packages.entry(digest.clone()).or_insert(zip);
            digest
        });
        let request = rest::write(&operation);
        Self {
            url: request.path_and_query(),
            body: String::from_utf8_lossy(&request.body).into_owned(),
            method: request.method,
            package,
        }
    }

    fn read(&self, packages: &Packages) -> Result<Operation, LoadError> {
        let mut request = Request::new(&self.method, &self.url);
        request.body = self.body.as_bytes().into();
        let Call::Operation(mut operation) = rest::read(&request).map_err(damaged)? else {
            return Err(LoadError::Damaged("an invocation among the changes".into()));
        };
        if let Some(digest) = &self.package {
            let zip = packages
                .get(digest)
                .ok_or_else(|| LoadError::Damaged(format!("the package {digest} is missing")))?;
            if let Some(zip_file) = operation.zip_file_mut() {
                *zip_file = Some(Rc::clone(zip));
            }
        }
        Ok(operation)
    }
}

impl From<CloudDelays> for Delays {
    fn from(delays: CloudDelays) -> Self {
        match delays {
            CloudDelays::None => Self::None,
            CloudDelays::UntilSettled => Self::UntilSettled,
            CloudDelays::After(delay) => {
                Self::Milliseconds(i64::try_from(delay.as_millis()).unwrap_or(i64::MAX))
            }
        }
    }
}

impl From<Delays> for CloudDelays {
    fn from(delays: Delays) -> Self {
        match delays {
            Delays::None => Self::None,
            Delays::UntilSettled => Self::UntilSettled,
            Delays::Milliseconds(delay) => Self::After(SignedDuration::from_millis(delay)),
        }
    }
}

impl From<Error> for LoadError {
    fn from(error: Error) -> Self {
        damaged(error)
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer => f.write_str("it was saved by a newer release of the playground"),
            Self::Damaged(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for LoadError {}

pub(super) fn damaged(why: impl fmt::Display) -> LoadError {
    LoadError::Damaged(why.to_string())
}

#[cfg(test)]
mod tests;
