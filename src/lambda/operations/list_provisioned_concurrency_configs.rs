use super::Output;
use super::page::{check_short_page, page_by_qualifier};
use crate::lambda::error::Error;
use crate::lambda::identifiers::NameShape;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists the provisioned concurrency of a function's versions and aliases, in this order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListProvisionedConcurrencyConfigs {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i64>,
}

impl ListProvisionedConcurrencyConfigs {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        check_short_page(&mut validation, self.max_items);
        validation.finish()?;
        let reference = NameShape::FunctionName.resolve(&self.function_name, None)?;
        let function = state.function(&reference.name, reference.arn())?;
        let (configs, next_marker) = page_by_qualifier(
            function,
            &function.attached.provisioned,
            self.marker.as_deref(),
            self.max_items,
        );
        Ok(Output::ProvisionedConcurrencies {
            configs,
            next_marker,
        })
    }
}
