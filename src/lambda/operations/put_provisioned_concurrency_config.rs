use super::Output;
use super::put_function_concurrency::{ACCOUNT_LIMIT, UNRESERVED_MINIMUM};
use crate::lambda::attached::ProvisionedConcurrency;
use crate::lambda::error::Error;
use crate::lambda::function::Function;
use crate::lambda::identifiers::{FunctionReference, NameShape, Qualifier};
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::{TextShape, Validation};

/// Has execution environments of a published version, or of an alias's, started ahead of calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutProvisionedConcurrencyConfig {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub provisioned_concurrent_executions: Option<i64>,
}

/// The shape of the qualifier of these operations.
static QUALIFIER: TextShape = TextShape::new("qualifier", 1..=128, "(|[a-zA-Z0-9$_-]+)");

impl PutProvisionedConcurrencyConfig {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        check_provisionable(
            &mut validation,
            &self.function_name,
            self.qualifier.as_deref(),
        );
        let executions = self.provisioned_concurrent_executions;
        let member = "provisionedConcurrentExecutions";
        validation.required(executions.as_ref(), member);
        validation.range(executions, member, 1..=i64::from(i32::MAX));
        validation.finish()?;

        let (reference, qualifier) =
            provisionable(&self.function_name, self.qualifier.as_deref(), unpublished)?;
        let requested = executions
            .and_then(|executions| u32::try_from(executions).ok())
            .unwrap_or_default();
        let others = state.claimed_by_others(&reference.name);
        let function = find(state.functions.get(&reference.name), &reference, &qualifier)?;
        check_exclusive(function, &qualifier)?;
        check_limits(function, &qualifier, requested, others)?;

        let function = state.function_mut(&reference.name, reference.asked())?;
        let before = function.attached.provisioned.get(&qualifier);
        let config = ProvisionedConcurrency {
            requested,
            // A choice: choices::PROVISIONED_CHANGED.
            available: before.map_or(0, |before| before.available.min(requested)),
            last_modified: moment.at,
            in_progress_since: Some(moment.at),
            failed: false,
        };
        function
            .attached
            .provisioned
            .insert(qualifier, config.clone());
        Ok(Output::Provisioning(config))
    }
}

/// Checks the names of a function and of what may have provisioned concurrency.
pub(super) fn check_provisionable(
    validation: &mut Validation,
    function_name: &str,
    qualifier: Option<&str>,
) {
    NameShape::FunctionName.check(validation, function_name);
    validation.required(qualifier.as_ref(), "qualifier");
    validation.shape(qualifier, &QUALIFIER);
}

/// Takes a well-formed name apart; `$LATEST`, which cannot be provisioned, is refused before anything is looked up.
pub(super) fn provisionable(
    function_name: &str,
    qualifier: Option<&str>,
    refusal: impl Fn() -> Error,
) -> Result<(FunctionReference, Qualifier), Error> {
    let reference = NameShape::FunctionName.resolve(function_name, qualifier)?;
    match reference.qualifier.clone() {
        Some(Qualifier::Latest) | None => Err(refusal()),
        Some(qualifier) => Ok((reference, qualifier)),
    }
}

/// Finds the function of a version or an alias that exists.
///
/// A missing function is told in the words of what the qualifier looks like.
pub(super) fn find<'f>(
    function: Option<&'f Function>,
    reference: &FunctionReference,
    qualifier: &Qualifier,
) -> Result<&'f Function, Error> {
    let exists = |function: &&Function| match qualifier {
        Qualifier::Version(number) => function.version(*number).is_some(),
        Qualifier::Alias(name) => function.alias(name).is_some(),
        Qualifier::Latest | Qualifier::Unknown(_) => false,
    };
    function.filter(exists).ok_or_else(|| match qualifier {
        Qualifier::Alias(_) => {
            Error::not_found(format!("Cannot find alias arn: {}", reference.asked()))
        }
        _ => Error::function_not_found(reference.asked()),
    })
}

/// The 400 of `$LATEST`.
pub(super) fn unpublished() -> Error {
    Error::invalid_parameter(
        "Provisioned Concurrency Configs cannot be applied to unpublished function versions.",
    )
}

/// The 409 of an alias whose version has a configuration of its own.
pub(super) fn already_provisioned() -> Error {
    Error::conflict(
        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned \
         version",
    )
}

/// A version and an alias that names it first cannot both be provisioned, and a weighted alias cannot be.
///
/// What an alias of `$LATEST` is told is a choice ([`PROVISIONED_LATEST`]).
///
/// [`PROVISIONED_LATEST`]: crate::lambda::choices::PROVISIONED_LATEST
fn check_exclusive(function: &Function, qualifier: &Qualifier) -> Result<(), Error> {
    let provisioned = &function.attached.provisioned;
    if let Qualifier::Alias(name) = qualifier
        && let Some(alias) = function.alias(name)
    {
        if alias.routing.additional().is_some() {
            return Err(Error::invalid_parameter(
                "Alias with weights can not be used with Provisioned Concurrency",
            ));
        }
        if alias.routing.primary() == Qualifier::Latest {
            return Err(unpublished());
        }
        if provisioned.contains_key(&alias.routing.primary()) {
            return Err(already_provisioned());
        }
    }
    let is_pointed_at = function.aliases().any(|alias| {
        alias.routing.primary() == *qualifier
            && provisioned.contains_key(&Qualifier::Alias(alias.name.clone()))
    });
    if is_pointed_at {
        return Err(Error::conflict(
            "Version is pointed by a Provisioned Concurrency alias",
        ));
    }
    Ok(())
}

/// What is provisioned fits into what is reserved, or else into what the account has left ([`PROVISIONED_CLAIM`]).
///
/// [`PROVISIONED_CLAIM`]: crate::lambda::choices::PROVISIONED_CLAIM
fn check_limits(
    function: &Function,
    qualifier: &Qualifier,
    requested: u32,
    others: u32,
) -> Result<(), Error> {
    let replaced = function.attached.provisioned.get(qualifier);
    let total = function.attached.provisioned_total() - replaced.map_or(0, |it| it.requested);
    let total = total.saturating_add(requested);
    match function.reserved_concurrency {
        Some(reserved) if total > reserved => Err(Error::invalid_parameter(
            "Requested Provisioned Concurrency should not be greater than the \
             reservedConcurrentExecution for function",
        )),
        None if requested > ACCOUNT_LIMIT => Err(Error::invalid_parameter(format!(
            "Specified ConcurrentExecutions for function is greater than account's unreserved \
             concurrency [{ACCOUNT_LIMIT}]."
        ))
        .without_type()),
        None if others.saturating_add(total) > ACCOUNT_LIMIT - UNRESERVED_MINIMUM => {
            Err(Error::invalid_parameter(format!(
                "Specified ConcurrentExecutions for function decreases account's \
                 UnreservedConcurrentExecution below its minimum value of [{UNRESERVED_MINIMUM}]."
            ))
            .without_type())
        }
        _ => Ok(()),
    }
}
