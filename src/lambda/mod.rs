//! The service: functions, versions, aliases, routing and invocation, as AWS Lambda has them.
//!
//! Everything that changes is an [`Operation`] that goes through [`Service::apply`] with the [`Moment`] it happens
//! at; each change is kept in the service's history, from which the state can be rebuilt. The JSON and the paths of
//! the REST API live in [`rest`] and nowhere else.
//!
//! *Invariants:* this module knows no browser, no clock, no randomness and no Python. The same operations at the same
//! moments give the same bytes. An alias never dangles, never has two additional versions and never weights
//! `$LATEST`. A version shares nothing that changes with anything.

mod alias;
mod attached;
pub mod choices;
mod configuration;
mod error;
mod function;
mod history;
mod identifiers;
mod invocation;
mod logging;
mod moment;
mod operations;
mod package;
mod policy;
pub mod rest;
mod runtime;
mod service;
mod timeline;
mod validation;

pub use alias::{Alias, Routing};
pub use attached::{
    Cors, EventInvokeConfig, FunctionUrl, ProvisionedConcurrency, ProvisioningStatus,
};
pub use configuration::{Configuration, FunctionConfiguration, LastUpdateStatus, State};
pub use error::Error;
pub use function::{Function, Latest, Room, RunningVersions, Tags, Version};
pub use history::{Act, Change};
pub use identifiers::{
    AliasName, Description, FunctionArn, FunctionName, Generation, ParseError, Qualifier,
    RevisionId, VersionNumber, Weight,
};
pub use invocation::{
    EnvironmentTarget, Execution, Failure, InitStatus, Initialization, Invocation,
    InvocationRecord, InvocationType, LatestInvocations, Retries,
};
pub use logging::{LogFormat, Logging};
pub use moment::Moment;
pub use operations::{
    AccountSettings, AddPermission, CreateAlias, CreateFunction, CreateFunctionUrlConfig,
    DeleteAlias, DeleteFunction, DeleteFunctionConcurrency, DeleteFunctionEventInvokeConfig,
    DeleteFunctionUrlConfig, DeleteProvisionedConcurrencyConfig, Destinations, EventInvokeSettings,
    GetAccountSettings, GetAlias, GetFunction, GetFunctionConcurrency, GetFunctionConfiguration,
    GetFunctionEventInvokeConfig, GetFunctionUrlConfig, GetPolicy, GetProvisionedConcurrencyConfig,
    Invoke, ListAliases, ListFunctionEventInvokeConfigs, ListFunctionUrlConfigs, ListFunctions,
    ListProvisionedConcurrencyConfigs, ListTags, ListVersionsByFunction, LoggingSettings,
    Operation, Output, PublishVersion, PutFunctionConcurrency, PutFunctionEventInvokeConfig,
    PutProvisionedConcurrencyConfig, RemovePermission, Settings, TagResource, UntagResource,
    UpdateAlias, UpdateFunctionCode, UpdateFunctionConfiguration, UpdateFunctionEventInvokeConfig,
    UpdateFunctionUrlConfig, UrlSettings,
};
pub use package::{CodeSha256, Files, Package, zip_files};
pub use policy::{Policy, Principal, Statement};
pub use runtime::Runtime;
pub use service::{CloudDelays, Service};
pub use timeline::Ahead;
