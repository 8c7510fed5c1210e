use super::routing_request::{Weights, check_function_version, check_weights, resolve};
use super::{Output, refuse_qualifier};
use crate::lambda::alias::Alias;
use crate::lambda::error::Error;
use crate::lambda::identifiers::{
    ALIAS_NAME, AliasName, FunctionArn, NameShape, Qualifier, RevisionId, check_description,
};
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Creates an alias for one version, or for two with a weight.
///
/// There may be any number of them ([`ALIAS_LIMIT`]), and wrong versions are noticed before a name that is taken
/// ([`ALIAS_EXISTS`]).
///
/// [`ALIAS_LIMIT`]: crate::lambda::choices::ALIAS_LIMIT
/// [`ALIAS_EXISTS`]: crate::lambda::choices::ALIAS_EXISTS
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAlias {
    pub function_name: String,
    pub name: Option<String>,
    pub function_version: Option<String>,
    pub description: Option<String>,
    /// The weights of additional versions, by version; the service takes at most one.
    pub weights: Weights,
}

impl CreateAlias {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        let name = self.name.as_deref();
        validation.required(name, "name");
        check_alias_name(&mut validation, name);
        let function_version = self.function_version.as_deref();
        validation.required(function_version, "functionVersion");
        check_function_version(&mut validation, function_version);
        check_description(&mut validation, self.description.as_deref());
        check_weights(&mut validation, &self.weights);
        validation.finish()?;

        let reference = NameShape::FunctionName.resolve(&self.function_name, None)?;
        refuse_qualifier(&reference)?;
        let function_version = function_version.unwrap_or_default();
        let version = Qualifier::classify(function_version);
        let missing = FunctionArn::qualified(&reference.name, version);
        let function = state.function_mut(&reference.name, missing)?;
        let routing = resolve(function, function_version, &self.weights)?;
        let name: AliasName = name.unwrap_or_default().parse()?;
        let arn = function.arn(Some(Qualifier::Alias(name.clone())));
        if function.aliases.contains_key(&name) {
            return Err(Error::conflict(format!("Alias already exists: {arn}")));
        }
        let description = self.description.as_deref().unwrap_or_default().parse()?;
        let alias = Alias {
            name: name.clone(),
            description,
            routing,
            revision: RevisionId::of_alias(moment),
        };
        function.aliases.insert(name, alias.clone());
        Ok(Output::AliasCreated(arn, alias))
    }
}

/// Checks the shape of the member `name`.
pub(super) fn check_alias_name(validation: &mut Validation, name: Option<&str>) {
    validation.shape(name, &ALIAS_NAME);
}
