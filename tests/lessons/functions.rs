use std::rc::Rc;

use lambda_playground::lambda::{CreateFunction, Files, Settings, zip_files};

/// The deployment package of a source.
pub(crate) fn zip(source: &str) -> Rc<[u8]> {
    let files = Files::from([("lambda_function.py".to_owned(), source.as_bytes().into())]);
    zip_files(&files).unwrap()
}

/// What the dialog sends to create a function.
pub(crate) fn create(name: &str, source: &str) -> CreateFunction {
    CreateFunction {
        function_name: Some(name.to_owned()),
        zip_file: Some(zip(source)),
        settings: Settings {
            runtime: Some("python3.8".to_owned()),
            handler: Some("lambda_function.lambda_handler".to_owned()),
            role: Some("arn:aws:iam::123456789012:role/a".to_owned()),
            ..Settings::default()
        },
        ..CreateFunction::default()
    }
}
