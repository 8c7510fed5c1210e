//! Lambda Playground: AWS Lambda's versions, aliases and weighted routing in one web page.

pub mod lambda;
pub mod sandbox;
pub mod storage;
pub mod traffic;
#[cfg(target_arch = "wasm32")]
pub mod ui;
