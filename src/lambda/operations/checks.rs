//! What many operations check, in the order in which the service does.

use std::collections::BTreeMap;

use crate::lambda::error::Error;
use crate::lambda::function::{Function, Progress};
use crate::lambda::identifiers::{
    FunctionName, FunctionReference, NameShape, Qualifier, RevisionId,
};
use crate::lambda::validation::Validation;

/// Checks the shape of a request that holds no more than a function's name, and takes the name apart.
pub(super) fn named(shape: NameShape, function_name: &str) -> Result<FunctionReference, Error> {
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
pub(super) fn refuse_qualifier(reference: &FunctionReference) -> Result<(), Error> {
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
pub(super) fn to_change<'s>(
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
pub(super) fn check_revision(given: Option<&str>, current: RevisionId) -> Result<(), Error> {
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
pub(super) fn pending() -> Error {
    Error::conflict(
        "The operation cannot be performed at this time. \
         The function is currently in the following state: Pending",
    )
}
