//! The operations of the API, one file each: what is sent, and what it does.
//!
//! The fields of an operation hold what the caller sent, unchecked: checking is part of applying, because the service
//! reports every malformed member of a request at once and in a fixed order relative to everything else.

mod add_permission;
mod configuration_settings;
mod create_alias;
mod create_function;
mod create_function_url_config;
mod delete_alias;
mod delete_function;
mod delete_function_concurrency;
mod delete_function_event_invoke_config;
mod delete_function_url_config;
mod delete_provisioned_concurrency_config;
mod event_invoke_settings;
mod get_account_settings;
mod get_alias;
mod get_function;
mod get_function_concurrency;
mod get_function_configuration;
mod get_function_event_invoke_config;
mod get_function_url_config;
mod get_policy;
mod get_provisioned_concurrency_config;
mod invoke;
mod list_aliases;
mod list_function_event_invoke_configs;
mod list_function_url_configs;
mod list_functions;
mod list_provisioned_concurrency_configs;
mod list_tags;
mod list_versions_by_function;
mod page;
mod publish_version;
mod put_function_concurrency;
mod put_function_event_invoke_config;
mod put_provisioned_concurrency_config;
mod remove_permission;
mod routing_request;
mod tag_resource;
mod tagging;
mod untag_resource;
mod update_alias;
mod update_function_code;
mod update_function_configuration;
mod update_function_event_invoke_config;
mod update_function_url_config;
mod url_settings;

pub use add_permission::AddPermission;
pub use configuration_settings::Settings;
pub use create_alias::CreateAlias;
pub use create_function::CreateFunction;
pub use create_function_url_config::CreateFunctionUrlConfig;
pub use delete_alias::DeleteAlias;
pub use delete_function::DeleteFunction;
pub use delete_function_concurrency::DeleteFunctionConcurrency;
pub use delete_function_event_invoke_config::DeleteFunctionEventInvokeConfig;
pub use delete_function_url_config::DeleteFunctionUrlConfig;
pub use delete_provisioned_concurrency_config::DeleteProvisionedConcurrencyConfig;
pub use event_invoke_settings::{Destinations, EventInvokeSettings};
pub use get_account_settings::{AccountSettings, GetAccountSettings};
pub use get_alias::GetAlias;
pub use get_function::GetFunction;
pub use get_function_concurrency::GetFunctionConcurrency;
pub use get_function_configuration::GetFunctionConfiguration;
pub use get_function_event_invoke_config::GetFunctionEventInvokeConfig;
pub use get_function_url_config::GetFunctionUrlConfig;
pub use get_policy::GetPolicy;
pub use get_provisioned_concurrency_config::GetProvisionedConcurrencyConfig;
pub use invoke::Invoke;
pub use list_aliases::ListAliases;
pub use list_function_event_invoke_configs::ListFunctionEventInvokeConfigs;
pub use list_function_url_configs::ListFunctionUrlConfigs;
pub use list_functions::ListFunctions;
pub use list_provisioned_concurrency_configs::ListProvisionedConcurrencyConfigs;
pub use list_tags::ListTags;
pub use list_versions_by_function::ListVersionsByFunction;
pub use publish_version::PublishVersion;
pub use put_function_concurrency::PutFunctionConcurrency;
pub use put_function_event_invoke_config::PutFunctionEventInvokeConfig;
pub use put_provisioned_concurrency_config::PutProvisionedConcurrencyConfig;
pub use remove_permission::RemovePermission;
pub use tag_resource::TagResource;
pub use untag_resource::UntagResource;
pub use update_alias::UpdateAlias;
pub use update_function_code::UpdateFunctionCode;
pub use update_function_configuration::UpdateFunctionConfiguration;
pub use update_function_event_invoke_config::UpdateFunctionEventInvokeConfig;
pub use update_function_url_config::UpdateFunctionUrlConfig;
pub use url_settings::UrlSettings;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::alias::Alias;
use super::attached::{EventInvokeConfig, FunctionUrl, ProvisionedConcurrency};
use super::configuration::FunctionConfiguration;
use super::error::Error;
use super::function::{Function, Progress, Tags};
use super::identifiers::{
    FunctionArn, FunctionName, FunctionReference, NameShape, Qualifier, RevisionId,
};
use super::moment::Moment;
use super::package::Package;
use super::policy::{Policy, Statement};
use super::service::ServiceState;
use super::validation::Validation;

/// Every operation but [`Invoke`], which needs a draw and is not over when it is resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    AddPermission(AddPermission),
    CreateAlias(CreateAlias),
    CreateFunction(CreateFunction),
    CreateFunctionUrlConfig(CreateFunctionUrlConfig),
    DeleteAlias(DeleteAlias),
    DeleteFunction(DeleteFunction),
    DeleteFunctionConcurrency(DeleteFunctionConcurrency),
    DeleteFunctionEventInvokeConfig(DeleteFunctionEventInvokeConfig),
    DeleteFunctionUrlConfig(DeleteFunctionUrlConfig),
    DeleteProvisionedConcurrencyConfig(DeleteProvisionedConcurrencyConfig),
    GetAccountSettings(GetAccountSettings),
    GetAlias(GetAlias),
    GetFunction(GetFunction),
    GetFunctionConcurrency(GetFunctionConcurrency),
    GetFunctionConfiguration(GetFunctionConfiguration),
    GetFunctionEventInvokeConfig(GetFunctionEventInvokeConfig),
    GetFunctionUrlConfig(GetFunctionUrlConfig),
    GetPolicy(GetPolicy),
    GetProvisionedConcurrencyConfig(GetProvisionedConcurrencyConfig),
    ListAliases(ListAliases),
    ListFunctionEventInvokeConfigs(ListFunctionEventInvokeConfigs),
    ListFunctionUrlConfigs(ListFunctionUrlConfigs),
    ListFunctions(ListFunctions),
    ListProvisionedConcurrencyConfigs(ListProvisionedConcurrencyConfigs),
    ListTags(ListTags),
    ListVersionsByFunction(ListVersionsByFunction),
    PublishVersion(PublishVersion),
    PutFunctionConcurrency(PutFunctionConcurrency),
    PutFunctionEventInvokeConfig(PutFunctionEventInvokeConfig),
    PutProvisionedConcurrencyConfig(PutProvisionedConcurrencyConfig),
    RemovePermission(RemovePermission),
    TagResource(TagResource),
    UntagResource(UntagResource),
    UpdateAlias(UpdateAlias),
    UpdateFunctionCode(UpdateFunctionCode),
    UpdateFunctionConfiguration(UpdateFunctionConfiguration),
    UpdateFunctionEventInvokeConfig(UpdateFunctionEventInvokeConfig),
    UpdateFunctionUrlConfig(UpdateFunctionUrlConfig),
}

/// What a successful operation answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// Something was made: status 201.
    Created(FunctionConfiguration),
    FunctionConfiguration(FunctionConfiguration),
    Function {
        configuration: FunctionConfiguration,
        tags: Tags,
        reserved_concurrency: Option<u32>,
    },
    Functions {
        functions: Vec<FunctionConfiguration>,
        next_marker: Option<String>,
    },
    Versions {
        versions: Vec<FunctionConfiguration>,
        next_marker: Option<String>,
    },
    AliasCreated(FunctionArn, Alias),
    Alias(FunctionArn, Alias),
    Aliases {
        aliases: Vec<(FunctionArn, Alias)>,
        next_marker: Option<String>,
    },
    Concurrency(Option<u32>),
    PermissionAdded(Statement),
    Policy(Policy),
    Tags(Tags),
    AccountSettings(AccountSettings),
    /// Environments are being started: status 202.
    Provisioning(ProvisionedConcurrency),
    ProvisionedConcurrency(ProvisionedConcurrency),
    ProvisionedConcurrencies {
        configs: Vec<(FunctionArn, ProvisionedConcurrency)>,
        next_marker: Option<String>,
    },
    UrlCreated(FunctionArn, FunctionUrl),
    Url(FunctionArn, FunctionUrl),
    Urls {
        urls: Vec<(FunctionArn, FunctionUrl)>,
        next_marker: Option<String>,
    },
    EventInvokeConfig(FunctionArn, EventInvokeConfig),
    EventInvokeConfigs {
        configs: Vec<(FunctionArn, EventInvokeConfig)>,
        next_marker: Option<String>,
    },
    /// Nothing is left to say: status 204.
    Deleted,
}

impl Operation {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        match self {
            Self::AddPermission(operation) => operation.apply(state, moment),
            Self::CreateAlias(operation) => operation.apply(state, moment),
            Self::CreateFunction(operation) => operation.apply(state, moment),
            Self::CreateFunctionUrlConfig(operation) => operation.apply(state, moment),
            Self::DeleteAlias(operation) => operation.apply(state),
            Self::DeleteFunction(operation) => operation.apply(state),
            Self::DeleteFunctionConcurrency(operation) => operation.apply(state),
            Self::DeleteFunctionEventInvokeConfig(operation) => operation.apply(state),
            Self::DeleteFunctionUrlConfig(operation) => operation.apply(state),
            Self::DeleteProvisionedConcurrencyConfig(operation) => operation.apply(state),
            Self::GetAccountSettings(_) => Ok(GetAccountSettings::apply(state)),
            Self::GetAlias(operation) => operation.apply(state),
            Self::GetFunction(operation) => operation.apply(state),
            Self::GetFunctionConcurrency(operation) => operation.apply(state),
            Self::GetFunctionConfiguration(operation) => operation.apply(state),
            Self::GetFunctionEventInvokeConfig(operation) => operation.apply(state),
            Self::GetFunctionUrlConfig(operation) => operation.apply(state),
            Self::GetPolicy(operation) => operation.apply(state),
            Self::GetProvisionedConcurrencyConfig(operation) => operation.apply(state),
            Self::ListAliases(operation) => operation.apply(state),
            Self::ListFunctionEventInvokeConfigs(operation) => operation.apply(state),
            Self::ListFunctionUrlConfigs(operation) => operation.apply(state),
            Self::ListFunctions(operation) => operation.apply(state),
            Self::ListProvisionedConcurrencyConfigs(operation) => operation.apply(state),
            Self::ListTags(operation) => operation.apply(state),
            Self::ListVersionsByFunction(operation) => operation.apply(state),
            Self::PublishVersion(operation) => operation.apply(state, moment),
            Self::PutFunctionConcurrency(operation) => operation.apply(state),
            Self::PutFunctionEventInvokeConfig(operation) => operation.apply(state, moment),
            Self::PutProvisionedConcurrencyConfig(operation) => operation.apply(state, moment),
            Self::RemovePermission(operation) => operation.apply(state, moment),
            Self::TagResource(operation) => operation.apply(state),
            Self::UntagResource(operation) => operation.apply(state),
            Self::UpdateAlias(operation) => operation.apply(state, moment),
            Self::UpdateFunctionCode(operation) => operation.apply(state, moment),
            Self::UpdateFunctionConfiguration(operation) => operation.apply(state, moment),
            Self::UpdateFunctionEventInvokeConfig(operation) => operation.apply(state, moment),
            Self::UpdateFunctionUrlConfig(operation) => operation.apply(state, moment),
        }
    }

    /// The operation's name in the API.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::AddPermission(_) => "AddPermission",
            Self::CreateAlias(_) => "CreateAlias",
            Self::CreateFunction(_) => "CreateFunction",
            Self::CreateFunctionUrlConfig(_) => "CreateFunctionUrlConfig",
            Self::DeleteAlias(_) => "DeleteAlias",
            Self::DeleteFunction(_) => "DeleteFunction",
            Self::DeleteFunctionConcurrency(_) => "DeleteFunctionConcurrency",
            Self::DeleteFunctionEventInvokeConfig(_) => "DeleteFunctionEventInvokeConfig",
            Self::DeleteFunctionUrlConfig(_) => "DeleteFunctionUrlConfig",
            Self::DeleteProvisionedConcurrencyConfig(_) => "DeleteProvisionedConcurrencyConfig",
            Self::GetAccountSettings(_) => "GetAccountSettings",
            Self::GetAlias(_) => "GetAlias",
            Self::GetFunction(_) => "GetFunction",
            Self::GetFunctionConcurrency(_) => "GetFunctionConcurrency",
            Self::GetFunctionConfiguration(_) => "GetFunctionConfiguration",
            Self::GetFunctionEventInvokeConfig(_) => "GetFunctionEventInvokeConfig",
            Self::GetFunctionUrlConfig(_) => "GetFunctionUrlConfig",
            Self::GetPolicy(_) => "GetPolicy",
            Self::GetProvisionedConcurrencyConfig(_) => "GetProvisionedConcurrencyConfig",
            Self::ListAliases(_) => "ListAliases",
            Self::ListFunctionEventInvokeConfigs(_) => "ListFunctionEventInvokeConfigs",
            Self::ListFunctionUrlConfigs(_) => "ListFunctionUrlConfigs",
            Self::ListFunctions(_) => "ListFunctions",
            Self::ListProvisionedConcurrencyConfigs(_) => "ListProvisionedConcurrencyConfigs",
            Self::ListTags(_) => "ListTags",
            Self::ListVersionsByFunction(_) => "ListVersionsByFunction",
            Self::PublishVersion(_) => "PublishVersion",
            Self::PutFunctionConcurrency(_) => "PutFunctionConcurrency",
            Self::PutFunctionEventInvokeConfig(_) => "PutFunctionEventInvokeConfig",
            Self::PutProvisionedConcurrencyConfig(_) => "PutProvisionedConcurrencyConfig",
            Self::RemovePermission(_) => "RemovePermission",
            Self::TagResource(_) => "TagResource",
            Self::UntagResource(_) => "UntagResource",
            Self::UpdateAlias(_) => "UpdateAlias",
            Self::UpdateFunctionCode(_) => "UpdateFunctionCode",
            Self::UpdateFunctionConfiguration(_) => "UpdateFunctionConfiguration",
            Self::UpdateFunctionEventInvokeConfig(_) => "UpdateFunctionEventInvokeConfig",
            Self::UpdateFunctionUrlConfig(_) => "UpdateFunctionUrlConfig",
        }
    }

    /// The package that the operation brings, where it is one that can.
    pub fn zip_file_mut(&mut self) -> Option<&mut Option<Rc<[u8]>>> {
        match self {
            Self::CreateFunction(operation) => Some(&mut operation.zip_file),
            Self::UpdateFunctionCode(operation) => Some(&mut operation.zip_file),
            _ => None,
        }
    }

    /// Whether the operation belongs in the history: it changes something when it succeeds.
    #[must_use]
    pub fn changes(&self) -> bool {
        match self {
            Self::UpdateFunctionCode(operation) => !operation.dry_run,
            Self::GetAccountSettings(_)
            | Self::GetAlias(_)
            | Self::GetFunction(_)
            | Self::GetFunctionConcurrency(_)
            | Self::GetFunctionConfiguration(_)
            | Self::GetFunctionEventInvokeConfig(_)
            | Self::GetFunctionUrlConfig(_)
            | Self::GetPolicy(_)
            | Self::GetProvisionedConcurrencyConfig(_)
            | Self::ListAliases(_)
            | Self::ListFunctionEventInvokeConfigs(_)
            | Self::ListFunctionUrlConfigs(_)
            | Self::ListFunctions(_)
            | Self::ListProvisionedConcurrencyConfigs(_)
            | Self::ListTags(_)
            | Self::ListVersionsByFunction(_) => false,
            _ => true,
        }
    }
}

impl Output {
    /// The package of the version that the answer describes.
    pub(super) fn package(&self) -> Option<&Package> {
        match self {
            Self::Created(described) | Self::FunctionConfiguration(described) => {
                Some(&described.configuration.code)
            }
            _ => None,
        }
    }
}

macro_rules! operation_from {
    ($($name:ident),* $(,)?) => {
        $(impl From<$name> for Operation {
            fn from(operation: $name) -> Self {
                Self::$name(operation)
            }
        })*
    };
}

operation_from!(
    AddPermission,
    CreateAlias,
    CreateFunction,
    CreateFunctionUrlConfig,
    DeleteAlias,
    DeleteFunction,
    DeleteFunctionConcurrency,
    DeleteFunctionEventInvokeConfig,
    DeleteFunctionUrlConfig,
    DeleteProvisionedConcurrencyConfig,
    GetAccountSettings,
    GetAlias,
    GetFunction,
    GetFunctionConcurrency,
    GetFunctionConfiguration,
    GetFunctionEventInvokeConfig,
    GetFunctionUrlConfig,
    GetPolicy,
    GetProvisionedConcurrencyConfig,
    ListAliases,
    ListFunctionEventInvokeConfigs,
    ListFunctionUrlConfigs,
    ListFunctions,
    ListProvisionedConcurrencyConfigs,
    ListTags,
    ListVersionsByFunction,
    PublishVersion,
    PutFunctionConcurrency,
    PutFunctionEventInvokeConfig,
    PutProvisionedConcurrencyConfig,
    RemovePermission,
    TagResource,
    UntagResource,
    UpdateAlias,
    UpdateFunctionCode,
    UpdateFunctionConfiguration,
    UpdateFunctionEventInvokeConfig,
    UpdateFunctionUrlConfig,
);

/// Checks the shape of a request that holds no more than a function's name, and takes the name apart.
fn named(shape: NameShape, function_name: &str) -> Result<FunctionReference, Error> {
    let mut validation = Validation::default();
    shape.check(&mut validation, function_name);
    validation.finish()?;
    shape.resolve(function_name, None)
}

/// The 400 of operations that change `$LATEST` and were sent another qualifier.
///
/// For publishing and for aliases it is a choice ([`QUALIFIED_NAME`]).
///
/// [`QUALIFIED_NAME`]: crate::lambda::choices::QUALIFIED_NAME
fn refuse_qualifier(reference: &FunctionReference) -> Result<(), Error> {
    match reference.qualifier {
        None | Some(Qualifier::Latest) => Ok(()),
        _ => Err(Error::invalid_parameter(
            "Current operation does not support versions other than $LATEST. \
             Please set the version to $LATEST or do not set a version in your request.",
        )),
    }
}

/// Finds the function whose `$LATEST` a well-formed request changes or publishes.
///
/// What can be wrong with it is looked at in this order: the qualifier, existence, the revision, an update in progress.
fn to_change<'s>(
    functions: &'s mut BTreeMap<FunctionName, Function>,
    function_name: &str,
    revision_id: Option<&str>,
) -> Result<&'s mut Function, Error> {
    let reference = NameShape::FunctionName.resolve(function_name, None)?;
    refuse_qualifier(&reference)?;
    let function = functions
        .get_mut(&reference.name)
        .ok_or_else(|| Error::function_not_found(reference.arn()))?;
    check_revision(revision_id, function.latest.revision)?;
    check_settled(function)?;
    Ok(function)
}

/// The 412 of a caller who read an older revision than the current one.
fn check_revision(given: Option<&str>, current: RevisionId) -> Result<(), Error> {
    match given {
        Some(given) if !current.is(given) => Err(Error::stale_revision()),
        _ => Ok(()),
    }
}

/// The 409 of a function that is being created or updated.
fn check_settled(function: &Function) -> Result<(), Error> {
    match function.latest.progress {
        Progress::Settled => Ok(()),
        Progress::Creating(_) => Err(pending()),
        Progress::Updating { .. } => Err(Error::conflict(format!(
            "The operation cannot be performed at this time. An update is in progress for resource: {}",
            function.arn(None)
        ))),
    }
}

/// The 409 of what is still `Pending`.
fn pending() -> Error {
    Error::conflict(
        "The operation cannot be performed at this time. \
         The function is currently in the following state: Pending",
    )
}
