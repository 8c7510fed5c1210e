use super::Output;
use super::page::{check_max_items, page};
use crate::lambda::configuration::FunctionConfiguration;
use crate::lambda::error::Error;
use crate::lambda::function::Function;
use crate::lambda::identifiers::Qualifier;
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

        let marker = self.marker.as_deref().map(Marker::parse);
        let from_function = state.functions.values().skip_while(|function| {
            marker
                .as_ref()
                .is_some_and(|marker| function.name.as_str() < marker.function)
        });
        let entries = from_function.flat_map(|function| {
            let from = marker
                .as_ref()
                .filter(|marker| marker.function == function.name.as_str())
                .map(|marker| &marker.version);
            self.describe(function)
                .skip_while(move |entry| from.is_some_and(|from| entry.version < *from))
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
    ) -> Box<dyn Iterator<Item = FunctionConfiguration> + 'f> {
        if self.function_version.is_none() {
            return Box::new(std::iter::once(
                function.describe_latest(function.arn(None)),
            ));
        }
        Box::new(every_version(function))
    }
}

/// `$LATEST` and then every version in order of numbers, each under its qualified ARN.
pub(super) fn every_version(
    function: &Function,
) -> impl Iterator<Item = FunctionConfiguration> + '_ {
    let latest = function.describe_latest(function.arn(Some(Qualifier::Latest)));
    std::iter::once(latest).chain(function.versions().map(|version| {
        let arn = function.arn(Some(Qualifier::Version(version.number)));
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
