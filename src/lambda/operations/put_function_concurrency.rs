use super::{Output, named};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{FunctionArn, FunctionReference, NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Reserves how many invocations of a function may run at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionConcurrency {
    pub function_name: String,
    pub reserved_concurrent_executions: Option<i64>,
}

/// What an account has, and how much of it must stay unreserved.
pub(super) const ACCOUNT_LIMIT: u32 = 1000;
pub(super) const UNRESERVED_MINIMUM: u32 = 100;

impl PutFunctionConcurrency {
    pub(super) fn apply(&self, state: &mut ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        validation.required(
            self.reserved_concurrent_executions.as_ref(),
            "reservedConcurrentExecutions",
        );
        validation.range(
            self.reserved_concurrent_executions,
            "reservedConcurrentExecutions",
            0..=i64::from(i32::MAX),
        );
        validation.finish()?;

        let reference = function_alone(&self.function_name)?;
        let missing = FunctionArn::qualified(&reference.name, Qualifier::Latest);
        let others = state.claimed_by_others(&reference.name);
        let function = state.function_mut(&reference.name, missing)?;
        let reserved = self
            .reserved_concurrent_executions
            .and_then(|reserved| u32::try_from(reserved).ok())
            .unwrap_or_default();
        if others.saturating_add(reserved) > ACCOUNT_LIMIT - UNRESERVED_MINIMUM {
            return Err(Error::invalid_parameter(format!(
                "Specified ReservedConcurrentExecutions for function decreases account's \
                 UnreservedConcurrentExecution below its minimum value of [{UNRESERVED_MINIMUM}]."
            ))
            .without_type());
        }
        let provisioned = function.attached.provisioned_total();
        if reserved < provisioned {
            // The blanks are the service's own.
            return Err(Error::invalid_parameter(format!(
                " ReservedConcurrentExecutions  {reserved} should not be lower than function's \
                 total provisioned concurrency [{provisioned}]."
            ))
            .without_type());
        }
        function.reserved_concurrency = Some(reserved);
        Ok(Output::Concurrency(Some(reserved)))
    }
}

/// Takes a function's name apart, which may carry no qualifier here.
pub(super) fn function_alone(function_name: &str) -> Result<FunctionReference, Error> {
    let reference = named(NameShape::FunctionName, function_name)?;
    if reference.qualifier.is_some() {
        return Err(Error::invalid_parameter(
            "This operation is permitted on Lambda functions only. Aliases and versions do not \
             support this operation. Please specify either a function name or an unqualified \
             function ARN.",
        ));
    }
    Ok(reference)
}
