use jiff::Timestamp;

use super::*;
use crate::lambda::{
    Ahead, CloudDelays, CreateFunction, Files, Moment, Operation, PublishVersion, Service,
    Settings, zip_files,
};
use crate::storage::Learning;

/// A function that was published, and what publishing it once more would be.
fn saved() -> (Document, Packages) {
    let files = Files::from([("lambda_function.py".to_owned(), b"one".as_slice().into())]);
    let create = CreateFunction {
        function_name: Some("demo".into()),
        zip_file: zip_files(&files).ok(),
        settings: Settings {
            runtime: Some("python3.8".into()),
            handler: Some("lambda_function.lambda_handler".into()),
            role: Some("arn:aws:iam::123456789012:role/demo".into()),
            ..Settings::default()
        },
        ..CreateFunction::default()
    };
    let publish = PublishVersion {
        function_name: "demo".into(),
        ..PublishVersion::default()
    };
    let mut service = Service::new(CloudDelays::None);
    let operations: [Operation; 2] = [create.into(), publish.into()];
    for (second, operation) in (0_u8..).zip(operations) {
        let moment = Moment {
            at: Timestamp::UNIX_EPOCH,
            entropy: [second; 32],
        };
        service.apply(operation, moment).unwrap();
    }
    let mut ahead = Ahead::default();
    ahead.go_to(&mut service, 1).unwrap();
    let mut packages = Packages::new();
    let workspaces = BTreeMap::new();
    let document = Document::write(
        &service,
        "7f3a",
        workspaces,
        Learning::default(),
        &mut packages,
    )
    .with_ahead(&ahead, &mut packages);
    (document, packages)
}

#[track_caller]
fn check_unreadable(text: &str, expect: &str) {
    assert_eq!(read(text).unwrap_err().to_string(), expect);
}

#[test]
fn what_is_exported_is_imported() {
    let (document, packages) = saved();
    let text = write(&document, &packages).unwrap();
    let (document_read, packages_read) = read(&text).unwrap();
    assert_eq!(document_read, document);
    assert_eq!(packages_read, packages);
    let mut service = document_read.service(&packages_read).unwrap();
    let mut ahead = document_read.ahead(&packages_read).unwrap();
    ahead.go_to(&mut service, 2).unwrap();
    let function = service.functions().next().unwrap();
    assert_eq!(function.versions().count(), 1);
}

#[test]
fn packages_that_nothing_needs_stay_behind() {
    let (document, mut packages) = saved();
    packages.insert("other".into(), b"other".as_slice().into());
    let text = write(&document, &packages).unwrap();
    assert_eq!(read(&text).unwrap().1.len(), 1);
}

#[test]
fn why_a_file_cannot_be_read_is_told() {
    check_unreadable("", "EOF while parsing a value at line 1 column 0");
    check_unreadable("{}", "missing field `playground` at line 1 column 2");
    check_unreadable(
        r#"{"playground": {"form": 99}, "packages": {}}"#,
        "it was saved by a newer release of the playground",
    );
    let (document, packages) = saved();
    let text = write(&document, &packages).unwrap();
    assert!(read(&text[..text.len() - 1]).is_err());
    let missing = write(&document, &Packages::new()).unwrap_err();
    let digest = packages.keys().next().unwrap();
    let expect = format!("the package {digest} is missing");
    assert_eq!(missing.to_string(), expect);
}
