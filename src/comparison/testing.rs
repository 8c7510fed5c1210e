//! What the unit tests of comparisons share.

use std::rc::Rc;

use jiff::Timestamp;

use crate::lambda::{
    CloudDelays, Configuration, CreateFunction, Files, Function, Moment, Operation, PublishVersion,
    Service, Settings, UpdateFunctionCode, UpdateFunctionConfiguration, zip_files,
};

/// A service whose one function is `demo`.
pub(super) struct Demo {
    service: Service,
    applied: u8,
}

impl Demo {
    pub(super) fn new() -> Self {
        let mut demo = Self {
            service: Service::new(CloudDelays::None),
            applied: 0,
        };
        let text = |text: &str| Some(text.to_owned());
        demo.apply(CreateFunction {
            function_name: Some("demo".to_owned()),
            zip_file: Some(zip("1\n")),
            settings: Settings {
                runtime: text("python3.13"),
                handler: text("lambda_function.lambda_handler"),
                role: text("arn:aws:iam::123456789012:role/lambda-role"),
                ..Settings::default()
            },
            ..CreateFunction::default()
        });
        demo
    }

    pub(super) fn apply(&mut self, operation: impl Into<Operation>) {
        self.applied += 1;
        let moment = Moment {
            at: Timestamp::UNIX_EPOCH,
            entropy: [self.applied; 32],
        };
        self.service.apply(operation.into(), moment).unwrap();
    }

    pub(super) fn deploy(&mut self, source: &str) {
        self.apply(UpdateFunctionCode {
            function_name: "demo".to_owned(),
            zip_file: Some(zip(source)),
            ..UpdateFunctionCode::default()
        });
    }

    pub(super) fn set(&mut self, settings: Settings) {
        self.apply(UpdateFunctionConfiguration {
            function_name: "demo".to_owned(),
            settings,
            ..UpdateFunctionConfiguration::default()
        });
    }

    pub(super) fn publish(&mut self) {
        self.apply(PublishVersion {
            function_name: "demo".to_owned(),
            ..PublishVersion::default()
        });
    }

    pub(super) fn function(&self) -> Function {
        let name = "demo".parse().unwrap();
        self.service.function(&name).unwrap().clone()
    }

    pub(super) fn latest(&self) -> Rc<Configuration> {
        Rc::clone(self.function().latest().configuration())
    }
}

fn zip(source: &str) -> Rc<[u8]> {
    let file = ("lambda_function.py".to_owned(), source.as_bytes().into());
    zip_files(&Files::from([file])).unwrap()
}
