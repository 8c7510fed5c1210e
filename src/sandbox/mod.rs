//! Execution environments: which exist, what they are doing, and the workers they run in.
//!
//! `pool` decides and is pure; on the page [`Sandbox`] carries out what it decides and is the only place that touches
//! a worker.
//!
//! *Invariants:* this module knows nothing of versions and aliases, and nothing of the page's framework. An environment
//! belongs to one [`EnvironmentKey`], serves one invocation at a time and is never shared. A worker that traps, times
//! out or floods is thrown away whole.

#[cfg(target_arch = "wasm32")]
mod driver;
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "only the driver uses all of it")
)]
mod pool;
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "only the driver uses all of it")
)]
mod protocol;
mod words;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

#[cfg(target_arch = "wasm32")]
pub use driver::{Assets, Job, Sandbox};
use protocol::{Begun, Done, Ending};

/// What an environment belongs to: nothing that differs in any part shares one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnvironmentKey {
    pub function: String,
    pub version: String,
    pub generation: String,
}

/// What a new environment is told.
#[derive(Clone, Debug)]
pub struct Specification {
    /// In megabytes: the ceiling of the environment's memory.
    pub memory_size: u32,
    /// In megabytes: what `/tmp` has room for.
    pub temporary_size: u32,
    pub runtime: String,
    pub handler: String,
    pub variables: BTreeMap<String, String>,
    /// The files of `/var/task` by their paths.
    pub package: BTreeMap<String, Rc<[u8]>>,
    pub log_stream: Rc<str>,
    /// Milliseconds since the epoch.
    pub clock: f64,
    /// What randomness in the environment starts from; `None` for real randomness.
    pub seed: Option<[u8; 32]>,
}

/// Tells what the environment of a lane is told; asked for when one has to be made.
pub type Specify = Rc<dyn Fn(usize) -> Specification>;

/// One event for an environment.
#[derive(Clone, Debug)]
pub struct Call {
    pub request_id: String,
    pub function_arn: String,
    /// JSON text.
    pub event: Rc<str>,
    pub timeout: Duration,
    /// Milliseconds since the epoch.
    pub clock: f64,
    /// JSON text.
    pub client_context: Option<String>,
    pub trace_id: String,
    /// What randomness in the environment starts from at this call; `None` to go on where it is.
    pub seed: Option<[u8; 32]>,
}

/// Calls that one environment runs one after the other.
pub struct Batch {
    pub key: EnvironmentKey,
    /// The only lane whose environment will do, so that what a batch finds there never depends on timing; `None` where
    /// any free environment will do, as on Lambda.
    pub lane: Option<usize>,
    pub specify: Specify,
    pub calls: Vec<Call>,
}

/// Environments to be kept ready ahead of calls.
pub struct Provision {
    pub key: EnvironmentKey,
    pub specify: Specify,
    pub count: u32,
}

/// What came of one call.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub environment: u64,
    pub log_stream: Rc<str>,
    pub outcome: Outcome,
    /// The response or the error: JSON text.
    pub payload: String,
    /// What the handler wrote.
    pub log: String,
    /// Virtual sleeps included.
    pub duration: Duration,
    /// Only where this call started the environment, or is the first one since it was started.
    pub init: Option<Init>,
    /// The size of the environment's memory in bytes.
    pub memory: u64,
}

/// How an environment started.
#[derive(Clone, Debug, PartialEq)]
pub struct Init {
    pub duration: Duration,
    pub log: String,
    /// Whether it was over before any call asked for it: the environment was kept ready.
    pub ahead: bool,
    pub status: InitStatus,
}

/// How a start ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InitStatus {
    Success,
    /// The handler could not be loaded, so that no call ran.
    Error,
    /// It took longer than a start may; the handler was loaded once more, as a part of the call.
    Timeout,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Ok,
    /// The handler raised, or could not be loaded.
    Error,
    Timeout,
    /// The handler ended the process.
    Exit,
    /// The process ended by itself.
    Crash,
    OutOfMemory,
}

/// An environment as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct EnvironmentView {
    pub id: u64,
    pub key: EnvironmentKey,
    pub state: EnvironmentState,
    /// Whether it is kept ready ahead of calls.
    pub provisioned: bool,
    pub invocations: u64,
    pub init: Option<Duration>,
    /// In bytes.
    pub memory: u64,
    pub log_stream: Rc<str>,
}

/// Where an environment is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvironmentState {
    Starting,
    Idle,
    Busy,
    Retired,
}

/// How far Python has been loaded.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading {
    /// Bytes of the interpreter, unpacked.
    Fetching {
        received: u64,
        total: u64,
    },
    Starting,
    Ready,
    /// Why it could not be loaded, in a sentence.
    Failed(String),
}
