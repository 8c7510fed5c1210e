use super::Output;
use super::event_invoke_settings::no_function;
use super::page::{check_short_page, page_by_qualifier};
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists what becomes of the events of a function's `$LATEST`, versions and aliases, in this order.
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
        let (configs, next_marker) = page_by_qualifier(
            function,
            &function.attached.event_invoke,
            self.marker.as_deref(),
            self.max_items,
        );
        Ok(Output::EventInvokeConfigs {
            configs,
            next_marker,
        })
    }
}
