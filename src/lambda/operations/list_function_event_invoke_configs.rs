use super::Output;
use super::event_invoke_settings::no_function;
use super::page::{check_short_page, page};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists what becomes of the events of a function's `$LATEST`, versions and aliases, in this order.
///
/// The order is a choice ([`LISTED_SETTINGS`]).
///
/// [`LISTED_SETTINGS`]: crate::lambda::choices::LISTED_SETTINGS
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionEventInvokeConfigs {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i64>,
}

impl ListFunctionEventInvokeConfigs {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::Namespaced.check(&mut validation, &self.function_name);
        check_short_page(&mut validation, self.max_items);
        validation.finish()?;
        let reference = NameShape::Namespaced.resolve(&self.function_name, None)?;
        let function = state
            .functions
            .get(&reference.name)
            .ok_or_else(no_function)?;
        let marker = self.marker.as_deref().map(Qualifier::classify);
        let entries = function
            .attached
            .event_invoke
            .iter()
            .filter(|(qualifier, _)| marker.as_ref().is_none_or(|marker| *qualifier >= marker));
        let (entries, next_marker) = page(entries, self.max_items, |(qualifier, _)| {
            qualifier.to_string()
        });
        Ok(Output::EventInvokeConfigs {
            configs: entries
                .into_iter()
                .map(|(qualifier, config)| (function.arn(Some(qualifier.clone())), config.clone()))
                .collect(),
            next_marker,
        })
    }
}
