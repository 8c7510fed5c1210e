//! What the unit tests of releases share.

use std::rc::Rc;

use jiff::Timestamp;

use crate::lambda::{
    CloudDelays, CreateAlias, CreateFunction, Files, Function, Moment, Operation, PublishVersion,
    Qualifier, Service, Settings, UpdateFunctionCode, zip_files,
};

pub(super) fn version(number: u64) -> Qualifier {
    Qualifier::classify(&number.to_string())
}

/// A function with so many versions, and aliases such as `dev $LATEST` or `prod 1 2:0.5`.
pub(super) fn function(versions: usize, aliases: &[&str]) -> Function {
    let mut service = Service::new(CloudDelays::None);
    let mut operations = vec![create()];
    for version in 1..=versions {
        operations.push(deploy(version));
        operations.push(publish());
    }
    operations.extend(aliases.iter().map(|alias| create_alias(alias)));
    for (index, operation) in operations.into_iter().enumerate() {
        let mut entropy = [0; 32];
        entropy[..8].copy_from_slice(&index.to_le_bytes());
        let at = Timestamp::UNIX_EPOCH;
        service.apply(operation, Moment { at, entropy }).unwrap();
    }
    let name = "demo".parse().unwrap();
    service.function(&name).unwrap().clone()
}

fn create() -> Operation {
    let text = |text: &str| Some(text.to_owned());
    CreateFunction {
        function_name: Some("demo".to_owned()),
        zip_file: Some(zip(0)),
        settings: Settings {
            runtime: text("python3.13"),
            handler: text("lambda_function.lambda_handler"),
            role: text("arn:aws:iam::123456789012:role/lambda-role"),
            ..Settings::default()
        },
        ..CreateFunction::default()
    }
    .into()
}

fn deploy(version: usize) -> Operation {
    UpdateFunctionCode {
        function_name: "demo".to_owned(),
        zip_file: Some(zip(version)),
        ..UpdateFunctionCode::default()
    }
    .into()
}

fn publish() -> Operation {
    PublishVersion {
        function_name: "demo".to_owned(),
        ..PublishVersion::default()
    }
    .into()
}

fn create_alias(words: &str) -> Operation {
    let mut words = words.split_whitespace().map(str::to_owned);
    CreateAlias {
        function_name: "demo".to_owned(),
        name: words.next(),
        function_version: words.next(),
        weights: words
            .map(|word| {
                let (version, weight) = word.split_once(':').unwrap();
                (version.to_owned(), weight.parse().ok())
            })
            .collect(),
        ..CreateAlias::default()
    }
    .into()
}

fn zip(version: usize) -> Rc<[u8]> {
    let source = format!("VERSION = {version}\n");
    let file = ("lambda_function.py".to_owned(), source.into_bytes().into());
    zip_files(&Files::from([file])).unwrap()
}
