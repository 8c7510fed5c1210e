use std::rc::Rc;

use super::{
    AddPermission, CreateAlias, CreateFunction, CreateFunctionUrlConfig, DeleteAlias,
    DeleteFunction, DeleteFunctionConcurrency, DeleteFunctionEventInvokeConfig,
    DeleteFunctionUrlConfig, DeleteProvisionedConcurrencyConfig, GetAccountSettings, GetAlias,
    GetFunction, GetFunctionConcurrency, GetFunctionConfiguration, GetFunctionEventInvokeConfig,
    GetFunctionUrlConfig, GetPolicy, GetProvisionedConcurrencyConfig, ListAliases,
    ListFunctionEventInvokeConfigs, ListFunctionUrlConfigs, ListFunctions,
    ListProvisionedConcurrencyConfigs, ListTags, ListVersionsByFunction, Output, PublishVersion,
    PutFunctionConcurrency, PutFunctionEventInvokeConfig, PutProvisionedConcurrencyConfig,
    RemovePermission, TagResource, UntagResource, UpdateAlias, UpdateFunctionCode,
    UpdateFunctionConfiguration, UpdateFunctionEventInvokeConfig, UpdateFunctionUrlConfig,
};
use crate::lambda::error::Error;
use crate::lambda::moment::Moment;
use crate::lambda::package::Package;
use crate::lambda::service::ServiceState;

/// Every operation but [`Invoke`](super::Invoke), which needs a draw and is not over when it is resolved.
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

impl Operation {
    pub(in crate::lambda) fn apply(
        &self,
        state: &mut ServiceState,
        moment: &Moment,
    ) -> Result<Output, Error> {
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
            Self::TagResource(operation) => operation.apply(state, moment),
            Self::UntagResource(operation) => operation.apply(state, moment),
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
    pub(in crate::lambda) fn package(&self) -> Option<&Package> {
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
        impl Operation {
            /// The names of all operations, in the API's words.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];
        }

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
