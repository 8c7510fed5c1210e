use std::ops::Bound;

use super::Output;
use super::page::{check_max_items, page};
use crate::lambda::configuration::FunctionConfiguration;
use crate::lambda::error::Error;
use crate::lambda::function::Function;
use crate::lambda::identifiers::{Qualifier, VersionNumber};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Lists functions by name, each alone or with all its versions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctions {
    /// `ALL` for every published version too.
    pub function_version: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i64>,
}

impl ListFunctions {
    pub(super) fn apply(&self, state: &ServiceState) -> Result<Output, Error> {
        let mut validation = Validation::default();
        if let Some(version) = &self.function_version {
            validation.one_of(version, "functionVersion", &["ALL"]);
        }
        check_max_items(&mut validation, self.max_items);
        validation.finish()?;

        let marker = Marker::parse(self.marker.as_deref().unwrap_or_default());
        let from = (Bound::Included(marker.function), Bound::Unbounded);
        let entries = state.functions.range::<str, _>(from);
        let entries = entries.flat_map(|(name, function)| {
            let begun = name.as_str() == marker.function;
            self.describe(function, begun.then_some(&marker.version))
        });
        let (functions, next_marker) = page(entries, self.max_items, Marker::of);
        Ok(Output::Functions {
            functions,
            next_marker,
        })
    }

    fn describe<'f>(
        &self,
        function: &'f Function,
        from: Option<&Qualifier>,
    ) -> Box<dyn Iterator<Item = FunctionConfiguration> + 'f> {
        let from = from.unwrap_or(&Qualifier::Latest);
        if self.function_version.is_some() {
            return Box::new(versions_from(function, from));
        }
        let latest = || function.describe_latest(function.arn(None));
        Box::new((*from == Qualifier::Latest).then(latest).into_iter())
    }
}

/// `$LATEST` and the versions in order of numbers, beginning with one of them, each under its qualified ARN.
pub(super) fn versions_from<'f>(
    function: &'f Function,
    from: &Qualifier,
) -> impl Iterator<Item = FunctionConfiguration> + 'f {
    let latest = (*from == Qualifier::Latest)
        .then(|| function.describe_latest(function.arn(Some(Qualifier::Latest))));
    let from = match from {
        Qualifier::Latest => Bound::Unbounded,
        Qualifier::Version(number) => Bound::Included(*number),
        // What can name no version comes after all of them.
        Qualifier::Alias(_) | Qualifier::Unknown(_) => Bound::Excluded(VersionNumber::LAST),
    };
    let versions = function.versions.range((from, Bound::Unbounded));
    latest.into_iter().chain(versions.map(|(number, version)| {
        let arn = function.arn(Some(Qualifier::Version(*number)));
        function.describe_version(version, arn)
    }))
}

/// The entry a page starts with, written `name:version`.
struct Marker<'m> {
    function: &'m str,
    version: Qualifier,
}

impl<'m> Marker<'m> {
    fn parse(text: &'m str) -> Self {
        let (function, version) = text.split_once(':').unwrap_or((text, Qualifier::LATEST));
        Self {
            function,
            version: Qualifier::classify(version),
        }
    }

    fn of(entry: &FunctionConfiguration) -> String {
        format!("{}:{}", entry.function_name, entry.version)
    }
}
