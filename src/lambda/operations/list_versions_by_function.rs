use super::Output;
use super::list_functions::versions_from;
use super::page::{check_max_items, page};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists `$LATEST` and then the versions in order of their numbers, whatever qualifier the name carries ([`LISTED_VERSIONS`]).
///
/// [`LISTED_VERSIONS`]: crate::lambda::choices::LISTED_VERSIONS
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVersionsByFunction {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i64>,
}

impl ListVersionsByFunction {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::Namespaced.check(&mut validation, &self.function_name);
        check_max_items(&mut validation, self.max_items);
        validation.finish()?;

        let reference = NameShape::Namespaced.resolve(&self.function_name, None)?;
        let function = state.function(&reference.name, reference.arn())?;
        let marker = self.marker.as_deref().unwrap_or(Qualifier::LATEST);
        let entries = versions_from(function, &Qualifier::classify(marker));
        let (versions, next_marker) =
            page(entries, self.max_items, |entry| entry.version.to_string());
        Ok(Output::Versions {
            versions,
            next_marker,
        })
    }
}
