use super::create_alias::{check_alias_name, check_description};
use super::routing_request::{Weights, check_function_version, check_weights, resolve};
use super::{Output, check_revision, refuse_qualifier};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{AliasName, NameShape, Qualifier, RevisionId};
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Moves an alias; what is left out is kept, the weights included.
///
/// What is missing is told as the other operations on aliases tell it ([`MISSING_VERSION`], [`MISSING_FUNCTION`]).
///
/// [`MISSING_VERSION`]: crate::lambda::choices::MISSING_VERSION
/// [`MISSING_FUNCTION`]: crate::lambda::choices::MISSING_FUNCTION
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAlias {
    pub function_name: String,
    pub name: String,
    pub function_version: Option<String>,
    pub description: Option<String>,
    /// The weights of additional versions; an empty map takes them away.
    pub weights: Option<Weights>,
    pub revision_id: Option<String>,
}

impl UpdateAlias {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        check_alias_name(&mut validation, &self.name);
        if let Some(version) = &self.function_version {
            check_function_version(&mut validation, version);
        }
        check_description(&mut validation, self.description.as_deref());
        if let Some(weights) = &self.weights {
            check_weights(&mut validation, weights);
        }
        validation.finish()?;

        let reference = NameShape::FunctionName.resolve(&self.function_name, None)?;
        refuse_qualifier(&reference)?;
        let function = state.function_mut(&reference.name, reference.arn())?;
        let name: AliasName = self.name.parse()?;
        let arn = function.arn(Some(Qualifier::Alias(name.clone())));
        let missing = || Error::not_found(format!("Alias not found: {arn}"));
        let alias = function.aliases.get(&name).ok_or_else(missing)?;
        check_revision(self.revision_id.as_deref(), alias.revision)?;

        let primary = match &self.function_version {
            Some(version) => version.clone(),
            None => alias.routing.primary().to_string(),
        };
        let kept = alias.routing.additional().into_iter();
        let weights = match &self.weights {
            Some(weights) => weights.clone(),
            None => kept
                .map(|(version, weight)| (version.to_string(), weight.fraction()))
                .collect(),
        };
        let routing = resolve(function, &primary, &weights)?;

        let alias = function.aliases.get_mut(&name).ok_or_else(missing)?;
        alias.routing = routing;
        if let Some(description) = &self.description {
            alias.description.clone_from(description);
        }
        alias.revision = RevisionId::new(moment.uuid("alias"));
        Ok(Output::Alias(arn, alias.clone()))
    }
}
