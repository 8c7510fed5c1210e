use super::Output;
use super::page::{check_short_page, page};
use super::url_settings::nowhere;
use crate::lambda::error::Error;
use crate::lambda::identifiers::{AliasName, NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists a function's URLs: its own, then those of its aliases by name.
///
/// The order is a choice ([`LISTED_SETTINGS`]).
///
/// [`LISTED_SETTINGS`]: crate::lambda::choices::LISTED_SETTINGS
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionUrlConfigs {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i64>,
}

impl ListFunctionUrlConfigs {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionUrl.check(&mut validation, &self.function_name);
        check_short_page(&mut validation, self.max_items);
        validation.finish()?;
        let reference = NameShape::FunctionUrl.resolve(&self.function_name, None)?;
        let function = state.functions.get(&reference.name).ok_or_else(nowhere)?;
        let marker = self.marker.as_deref().unwrap_or_default();
        let name = |alias: &Option<AliasName>| {
            alias.as_ref().map(AliasName::to_string).unwrap_or_default()
        };
        let entries = function.attached.urls.iter();
        let entries = entries.filter(|(alias, _)| name(alias).as_str() >= marker);
        let (entries, next_marker) = page(entries, self.max_items, |(alias, _)| name(alias));
        Ok(Output::Urls {
            urls: entries
                .into_iter()
                .map(|(alias, url)| {
                    let qualifier = alias.clone().map(Qualifier::Alias);
                    (function.arn(qualifier), url.clone())
                })
                .collect(),
            next_marker,
        })
    }
}
