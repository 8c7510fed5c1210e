use std::rc::Rc;

use super::{Output, to_change};
use crate::lambda::error::Error;
use crate::lambda::function::{Function, Version};
use crate::lambda::identifiers::{
    Description, NameShape, Qualifier, RevisionId, VersionNumber, check_description,
};
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Publishes `$LATEST` as the next version, unless nothing has changed since the last one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishVersion {
    pub function_name: String,
    /// The version's own description; without it, that of `$LATEST` is taken.
    pub description: Option<String>,
    /// What the caller believes the code of `$LATEST` to be.
    pub code_sha256: Option<String>,
    pub revision_id: Option<String>,
}

impl PublishVersion {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        check_description(&mut validation, self.description.as_deref());
        validation.finish()?;

        let description = self.description.as_deref().map(str::parse).transpose()?;
        let revision_id = self.revision_id.as_deref();
        let function = to_change(&mut state.functions, &self.function_name, revision_id)?;
        let current = function.latest.configuration.code.digest().to_string();
        if let Some(given) = &self.code_sha256
            && *given != current
        {
            return Err(Error::invalid_parameter(format!(
                "CodeSHA256 ({given}) is different from current CodeSHA256 in $LATEST ({current}). \
                 Please try again with the CodeSHA256 in $LATEST."
            )));
        }

        let number = publish(function, description, false, moment);
        let arn = function.arn(Some(Qualifier::Version(number)));
        Ok(Output::Created(
            function.describe_version(&function.versions[&number], arn),
        ))
    }
}

/// Publishes `$LATEST` and tells the number that stands for it.
///
/// Whether something has changed is decided by comparing contents with the newest version: so going back to earlier
/// code and publishing makes a version only if a different one was published in between ([`choices::GOING_BACK`]), and
/// deleting the newest version takes away what there is to compare with ([`choices::NEWEST_DELETED`]). Nor is there a
/// limit on the code that is stored ([`choices::CODE_STORAGE`]).
///
/// [`choices::GOING_BACK`]: crate::lambda::choices::GOING_BACK
/// [`choices::NEWEST_DELETED`]: crate::lambda::choices::NEWEST_DELETED
/// [`choices::CODE_STORAGE`]: crate::lambda::choices::CODE_STORAGE
pub(super) fn publish(
    function: &mut Function,
    description: Option<Description>,
    pending: bool,
    moment: &Moment,
) -> VersionNumber {
    if let Some(number) = function.unchanged_since() {
        return number;
    }
    let configuration = &function.latest.configuration;
    let number = function.next_version;
    let version = Version {
        number,
        configuration: Rc::clone(configuration),
        description: description.unwrap_or_else(|| configuration.description.clone()),
        revision: RevisionId::new(moment.uuid("version")),
        published: moment.at,
        // Its snapshot is taken first.
        pending_since: (pending || configuration.snap_start).then_some(moment.at),
    };
    function.versions.insert(number, version);
    function.next_version = number.next();
    function.latest.revision = RevisionId::new(moment.uuid("latest published"));
    number
}
