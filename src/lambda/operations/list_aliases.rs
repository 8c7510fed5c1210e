use super::page::{check_max_items, page};
use super::routing_request::check_function_version;
use super::{Output, refuse_qualifier};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists aliases by name, all or those whose primary version is the one asked for.
///
/// The order, that additional versions do not match, and what is said of a missing function are choices
/// ([`LISTED_ALIASES`], [`ALIAS_OF_NOTHING`]).
///
/// [`ALIAS_OF_NOTHING`]: crate::lambda::choices::ALIAS_OF_NOTHING
/// [`LISTED_ALIASES`]: crate::lambda::choices::LISTED_ALIASES
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAliases {
    pub function_name: String,
    pub function_version: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i64>,
}

impl ListAliases {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        check_function_version(&mut validation, self.function_version.as_deref());
        check_max_items(&mut validation, self.max_items);
        validation.finish()?;

        let reference = NameShape::FunctionName.resolve(&self.function_name, None)?;
        refuse_qualifier(&reference)?;
        let function = state.function(&reference.name, reference.arn())?;
        let primary = self.function_version.as_deref().map(Qualifier::classify);
        let marker = self.marker.as_deref().unwrap_or_default();
        let entries = function
            .aliases_from(marker)
            .filter(|alias| {
                primary
                    .as_ref()
                    .is_none_or(|primary| alias.routing.primary() == *primary)
            })
            .map(|alias| {
                let arn = function.arn(Some(Qualifier::Alias(alias.name.clone())));
                (arn, alias.clone())
            });
        let (aliases, next_marker) =
            page(entries, self.max_items, |(_, alias)| alias.name.to_string());
        Ok(Output::Aliases {
            aliases,
            next_marker,
        })
    }
}
