use super::create_alias::check_alias_name;
use super::put_provisioned_concurrency_config::{already_provisioned, unpublished};
use super::routing_request::{Weights, check_function_version, check_weights, resolve};
use super::{Output, check_revision, refuse_qualifier};
use crate::lambda::alias::Routing;
use crate::lambda::error::Error;
use crate::lambda::function::Function;
use crate::lambda::identifiers::{
    AliasName, Description, NameShape, Qualifier, RevisionId, check_description,
};
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
        check_alias_name(&mut validation, Some(&self.name));
        check_function_version(&mut validation, self.function_version.as_deref());
        check_description(&mut validation, self.description.as_deref());
        if let Some(weights) = &self.weights {
            check_weights(&mut validation, weights);
        }
        validation.finish()?;

        let reference = NameShape::FunctionName.resolve(&self.function_name, None)?;
        refuse_qualifier(&reference)?;
        let function = state.function_mut(&reference.name, reference.arn())?;
        let name: AliasName = self.name.parse()?;
        let description: Option<Description> =
            self.description.as_deref().map(str::parse).transpose()?;
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
                .map(|(version, weight)| (version.to_string(), Some(weight.fraction())))
                .collect(),
        };
        let routing = resolve(function, &primary, &weights)?;
        move_provisioned(function, &name, routing, moment)?;

        let alias = function.aliases.get_mut(&name).ok_or_else(missing)?;
        alias.routing = routing;
        if let Some(description) = description {
            alias.description = description;
        }
        alias.revision = RevisionId::of_alias(moment);
        Ok(Output::Alias(arn, alias.clone()))
    }
}

/// Has the provisioned concurrency of an alias follow it to another version, where environments have to start anew.
///
/// Those that were available are told as such meanwhile: so it was recorded.
/// That traffic does not wait for them, and what is refused, is a choice ([`PROVISIONED_MOVED`], [`PROVISIONED_LATEST`]).
///
/// [`PROVISIONED_MOVED`]: crate::lambda::choices::PROVISIONED_MOVED
/// [`PROVISIONED_LATEST`]: crate::lambda::choices::PROVISIONED_LATEST
fn move_provisioned(
    function: &mut Function,
    name: &AliasName,
    routing: Routing,
    moment: &Moment,
) -> Result<(), Error> {
    let moves = function
        .alias(name)
        .is_some_and(|alias| alias.routing.primary() != routing.primary());
    let provisioned = &mut function.attached.provisioned;
    let is_taken = provisioned.contains_key(&routing.primary());
    match provisioned.get_mut(&Qualifier::Alias(name.clone())) {
        Some(_) if moves && is_taken => Err(already_provisioned()),
        Some(_) if moves && routing.primary() == Qualifier::Latest => Err(unpublished()),
        Some(config) if moves => {
            config.in_progress_since = Some(moment.at);
            config.failed = false;
            Ok(())
        }
        _ => Ok(()),
    }
}
