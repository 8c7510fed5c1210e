use super::Output;
use super::get_function_configuration::qualified;
use crate::lambda::error::Error;
use crate::lambda::identifiers::{AliasName, Qualifier};
use crate::lambda::service::ServiceState;

/// Deletes a version, or without a qualifier the function and everything in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunction {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl DeleteFunction {
    pub(super) fn apply(&self, state: &mut ServiceState) -> Result<Output, Error> {
        let reference = qualified(&self.function_name, self.qualifier.as_deref())?;
        // What the qualifier looks like is judged before anything is known to exist.
        match &reference.qualifier {
            Some(Qualifier::Alias(_)) => {
                return Err(Error::invalid_parameter(
                    "Deletion of aliases is not currently supported.",
                ));
            }
            Some(Qualifier::Latest) => {
                return Err(Error::invalid_parameter(
                    "$LATEST version cannot be deleted without deleting the function.",
                ));
            }
            _ => {}
        }
        let function = state.function_mut(&reference.name, reference.arn())?;
        match reference.qualifier {
            None => {
                let next = function.next_version;
                state.functions.remove(&reference.name);
                state.retired.insert(reference.name, next);
            }
            Some(Qualifier::Version(number)) => {
                let users: Vec<&AliasName> = function.aliases_of(number).collect();
                check_unused(&users)?;
                // A version that is not there is as good as deleted.
                function.versions.remove(&number);
                function.policies.remove(&Some(Qualifier::Version(number)));
                function.attached.detach(&Qualifier::Version(number));
            }
            // Such as "$latest" or "01": it can name no version. A choice: choices::NO_VERSION_DELETED.
            Some(_) => {}
        }
        Ok(Output::Deleted)
    }
}

/// The 409 of a version that an alias sends invocations to.
///
/// An additional version counts as used too ([`ADDITIONAL_VERSION_DELETED`]).
///
/// [`ADDITIONAL_VERSION_DELETED`]: crate::lambda::choices::ADDITIONAL_VERSION_DELETED
fn check_unused(users: &[&AliasName]) -> Result<(), Error> {
    if users.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = users.iter().map(|name| name.as_str()).collect();
    Err(Error::conflict(format!(
        "Unable to delete version because the following aliases reference it: [{}]",
        names.join(", ")
    )))
}
