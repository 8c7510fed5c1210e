use super::Operation;
use super::checks::named;
use crate::lambda::identifiers::{FunctionName, NameShape};

impl Operation {
    /// What of a function, or which function, the operation is about, where its name does not say enough.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        let of = |function: &str, qualifier: Option<&str>| match qualifier {
            None => function.to_owned(),
            Some(qualifier) => format!("{function}:{qualifier}"),
        };
        match self {
            Self::CreateFunction(operation) => operation.function_name.clone(),
            Self::DeleteFunction(operation) => {
                Some(of(&operation.function_name, operation.qualifier.as_deref()))
            }
            Self::CreateAlias(operation) => operation.name.clone(),
            Self::UpdateAlias(operation) => Some(operation.name.clone()),
            Self::DeleteAlias(operation) => Some(operation.name.clone()),
            Self::PutProvisionedConcurrencyConfig(operation) => operation.qualifier.clone(),
            Self::DeleteProvisionedConcurrencyConfig(operation) => operation.qualifier.clone(),
            _ => None,
        }
    }

    /// The function that an operation changes, in whatever form it is named; nothing for one that changes none.
    #[must_use]
    pub fn changed_function(&self) -> Option<FunctionName> {
        let function_name = match self {
            Self::CreateFunction(operation) => operation.function_name.as_ref()?,
            Self::AddPermission(super::AddPermission { function_name, .. })
            | Self::CreateAlias(super::CreateAlias { function_name, .. })
            | Self::CreateFunctionUrlConfig(super::CreateFunctionUrlConfig {
                function_name, ..
            })
            | Self::DeleteAlias(super::DeleteAlias { function_name, .. })
            | Self::DeleteFunction(super::DeleteFunction { function_name, .. })
            | Self::DeleteFunctionConcurrency(super::DeleteFunctionConcurrency {
                function_name,
                ..
            })
            | Self::DeleteFunctionEventInvokeConfig(super::DeleteFunctionEventInvokeConfig {
                function_name,
                ..
            })
            | Self::DeleteFunctionUrlConfig(super::DeleteFunctionUrlConfig {
                function_name, ..
            })
            | Self::DeleteProvisionedConcurrencyConfig(
                super::DeleteProvisionedConcurrencyConfig { function_name, .. },
            )
            | Self::PublishVersion(super::PublishVersion { function_name, .. })
            | Self::PutFunctionConcurrency(super::PutFunctionConcurrency {
                function_name, ..
            })
            | Self::PutFunctionEventInvokeConfig(super::PutFunctionEventInvokeConfig {
                function_name,
                ..
            })
            | Self::PutProvisionedConcurrencyConfig(super::PutProvisionedConcurrencyConfig {
                function_name,
                ..
            })
            | Self::RemovePermission(super::RemovePermission { function_name, .. })
            | Self::TagResource(super::TagResource {
                resource: function_name,
                ..
            })
            | Self::UntagResource(super::UntagResource {
                resource: function_name,
                ..
            })
            | Self::UpdateAlias(super::UpdateAlias { function_name, .. })
            | Self::UpdateFunctionCode(super::UpdateFunctionCode { function_name, .. })
            | Self::UpdateFunctionConfiguration(super::UpdateFunctionConfiguration {
                function_name,
                ..
            })
            | Self::UpdateFunctionEventInvokeConfig(super::UpdateFunctionEventInvokeConfig {
                function_name,
                ..
            })
            | Self::UpdateFunctionUrlConfig(super::UpdateFunctionUrlConfig {
                function_name, ..
            }) => function_name,
            _ => return None,
        };
        let reference = named(NameShape::Namespaced, function_name).ok()?;
        Some(reference.name)
    }
}
