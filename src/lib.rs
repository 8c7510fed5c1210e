//! Lambda Playground: AWS Lambda's versions, aliases and weighted routing in one web page.
//!
//! # A tour
//!
//! [`lambda`] is the service, and most of what there is to know. It is pure: everything that changes is an operation
//! with the moment it happens at, and the same operations at the same moments give the same bytes. Begin with
//! [`lambda::Service`], then read any file under `lambda/operations`: there is one for each operation of the API.
//! [`lambda::rest`] is where JSON and paths begin and end.
//!
//! [`sandbox`] keeps execution environments, each a Web Worker with a Python interpreter of its own. Its pool is a state
//! machine that is tested without a browser; its driver, for the browser alone, does what the pool decides. The worker is
//! `src/js/worker.js`, and the interpreter in it `src/python`, a program of its own for `wasm32-wasip1`.
//!
//! [`traffic`] fires many invocations: it plans them, draws for each, and holds what came back against chance.
//!
//! [`release`] is the picture of where aliases send invocations, and the steps that move it.
//!
//! [`comparison`] tells what differs between two versions, and what brings one of them back.
//!
//! [`lessons`] is the tutorial: lessons as data, whose checks read the service, its history and what was invoked.
//!
//! [`faults`] tells where an error is: in a function's files by its stack trace, in an event that is not JSON.
//!
//! [`storage`] writes the history down and reads it again, in the browser's database, in a file and in a link: loading is
//! replaying. So is going back: [`lambda::Ahead`] holds what was taken back and can be made again.
//!
//! `ui` is the page, for the browser alone. Its `playground` puts the others together, and it alone knows the clock and
//! randomness; pages and components show it, and `window.lambda` answers scripts from it.
//!
//! # How one invocation goes
//!
//! The page asks the service to resolve a qualifier with a draw, and gets a version: its code and its settings. The
//! sandbox finds an idle environment of that version or starts one, and sends it the event. The worker calls the handler
//! in the interpreter; what it returned, wrote and took comes back as a record, of which the service words the answer and
//! the log. The Test tab, the Traffic tab and scripts all see that same record.
//!
//! # Invariants
//!
//! 1. `lambda` and `traffic` know no browser, no clock and no randomness: these come in as arguments.
//! 2. Whatever changes the state is an operation, and is kept in the history; the state can be rebuilt from it.
//! 3. A version shares nothing that changes with anything: code and settings are immutable and published by handle.
//! 4. An alias never dangles, never has two additional versions and never weights `$LATEST`.
//! 5. serde stops at the edge: the wire, storage and worker messages have types of their own.
//! 6. Python knows nothing of versions and aliases, the service nothing of Python, the sandbox nothing of the page.
//! 7. Python never runs on the page's thread, and a worker that traps, times out or floods is thrown away whole.
//! 8. Addresses live in the fragment, so that the site works on any static host and in any folder of it.

pub mod comparison;
pub mod faults;
pub mod lambda;
pub mod lessons;
pub mod release;
pub mod sandbox;
pub mod storage;
pub mod traffic;
#[cfg(target_arch = "wasm32")]
pub mod ui;
