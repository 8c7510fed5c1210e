use super::Operation;

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
}
