use std::collections::BTreeMap;
use std::rc::Rc;

use super::outcome::Guess;
use crate::lambda::{
    CreateAlias, CreateFunction, Files, FunctionName, Operation, PublishVersion, Qualifier,
    Settings, UpdateAlias, UpdateFunctionCode, VersionNumber, zip_files,
};

/// The file that holds the handler of every lesson's function.
pub(super) const SOURCE: &str = "lambda_function.py";

/// One thing that a step shows how to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// An operation of the API, which the service refuses where that is what there is to see.
    Apply(Box<Operation>),
    /// One test invocation of a function's `$LATEST`, version or alias.
    Test(FunctionName, Qualifier),
    /// Many invocations.
    Fire {
        function: FunctionName,
        target: Qualifier,
        invocations: u32,
        /// How many callers there are at once, where that is what there is to see.
        concurrency: Option<u32>,
    },
    /// A test event is saved under a name.
    SaveEvent {
        function: FunctionName,
        name: String,
    },
    /// A range is guessed.
    Predict(Guess),
}

impl Deed {
    pub(super) fn apply(operation: impl Into<Operation>) -> Self {
        Self::Apply(Box::new(operation.into()))
    }
}

/// Creates a function with one file of Python.
pub(super) fn create(function: &FunctionName, source: &str) -> Operation {
    CreateFunction {
        function_name: Some(function.to_string()),
        zip_file: zip(source),
        settings: Settings {
            runtime: Some("python3.8".to_owned()),
            handler: Some("lambda_function.lambda_handler".to_owned()),
            role: Some("arn:aws:iam::123456789012:role/service-role/lambda-role".to_owned()),
            ..Settings::default()
        },
        ..CreateFunction::default()
    }
    .into()
}

/// Deploys one file of Python to `$LATEST`.
pub(super) fn deploy(function: &FunctionName, source: &str) -> Operation {
    UpdateFunctionCode {
        function_name: function.to_string(),
        zip_file: zip(source),
        ..UpdateFunctionCode::default()
    }
    .into()
}

pub(super) fn publish(function: &FunctionName, description: &str) -> Operation {
    PublishVersion {
        function_name: function.to_string(),
        description: Some(description.to_owned()),
        ..PublishVersion::default()
    }
    .into()
}

/// Creates an alias that points at a version or at `$LATEST`.
pub(super) fn create_alias(function: &FunctionName, name: &str, version: &Qualifier) -> Operation {
    CreateAlias {
        function_name: function.to_string(),
        name: Some(name.to_owned()),
        function_version: Some(version.to_string()),
        ..CreateAlias::default()
    }
    .into()
}

/// Moves an alias to a version or to `$LATEST`, which gets everything.
pub(super) fn point(function: &FunctionName, name: &str, version: &Qualifier) -> Operation {
    UpdateAlias {
        function_name: function.to_string(),
        name: name.to_owned(),
        function_version: Some(version.to_string()),
        weights: Some(BTreeMap::new()),
        ..UpdateAlias::default()
    }
    .into()
}

/// Points an alias at a version, with a share for an additional one or none at all.
pub(super) fn route(
    function: &FunctionName,
    name: &str,
    primary: VersionNumber,
    additional: Option<(VersionNumber, f64)>,
) -> Operation {
    let weights = additional.map(|(version, weight)| (version.to_string(), Some(weight)));
    UpdateAlias {
        function_name: function.to_string(),
        name: name.to_owned(),
        function_version: Some(primary.to_string()),
        weights: Some(weights.into_iter().collect()),
        ..UpdateAlias::default()
    }
    .into()
}

/// A handler that returns a text.
pub(super) fn saying(text: &str) -> String {
    format!("def lambda_handler(event, context):\n    return \"{text}\"\n")
}

fn zip(source: &str) -> Option<Rc<[u8]>> {
    let files = Files::from([(SOURCE.to_owned(), Rc::from(source.as_bytes()))]);
    zip_files(&files).ok()
}
