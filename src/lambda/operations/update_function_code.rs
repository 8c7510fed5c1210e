use std::rc::Rc;

use super::configuration_settings::check_architectures;
use super::create_function::package;
use super::{Output, publish_version, to_change};
use crate::lambda::configuration::Configuration;
use crate::lambda::error::Error;
use crate::lambda::function::{Latest, Progress, Transition};
use crate::lambda::identifiers::{Generation, NameShape, Qualifier, RevisionId};
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::Validation;

/// Replaces the code of `$LATEST`, and with `publish` publishes it at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionCode {
    pub function_name: String,
    /// The deployment package's bytes.
    pub zip_file: Option<Rc<[u8]>>,
    /// The bucket that the package is said to be in.
    pub s3_bucket: Option<String>,
    /// The container image to run, which no function here can have.
    pub image_uri: Option<String>,
    pub architectures: Option<Vec<String>>,
    pub publish: bool,
    /// Checks everything and changes nothing.
    pub dry_run: bool,
    pub revision_id: Option<String>,
}

impl UpdateFunctionCode {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::FunctionName.check(&mut validation, &self.function_name);
        check_architectures(&mut validation, self.architectures.as_deref());
        validation.finish()?;

        let revision_id = self.revision_id.as_deref();
        let function = to_change(&mut state.functions, &self.function_name, revision_id)?;
        let mut configuration = Configuration::clone(&function.latest.configuration);
        if self.image_uri.is_some() {
            return Err(Error::invalid_parameter(
                "Please don't provide ImageUri when updating a function with packageType Zip.",
            ));
        }
        let zip = package(self.zip_file.as_ref(), self.s3_bucket.as_deref())?;
        configuration.code = state.packages.read(zip)?;
        if let Some(architecture) = self.architectures.iter().flatten().last() {
            configuration.architecture.clone_from(architecture);
        }

        if self.dry_run {
            let mut described = function.describe_latest(function.arn(None));
            described.configuration = Rc::new(configuration);
            return Ok(Output::FunctionConfiguration(described));
        }
        function.latest.update(configuration, moment);
        let described = if self.publish {
            let number = publish_version::publish(function, None, true, moment);
            let arn = function.arn(Some(Qualifier::Version(number)));
            function.describe_version(&function.versions[&number], arn)
        } else {
            function.describe_latest(function.arn(None))
        };
        Ok(Output::FunctionConfiguration(described))
    }
}

impl Latest {
    /// Begins an update; even one that changes nothing goes through all its steps.
    pub(super) fn update(&mut self, configuration: Configuration, moment: &Moment) {
        let configuration = Rc::new(configuration);
        let before = std::mem::replace(&mut self.configuration, configuration);
        self.progress = Progress::Updating {
            transition: Transition {
                since: moment.at,
                revision: RevisionId::new(moment.uuid("latest settled")),
            },
            before: (before, self.generation),
        };
        self.generation = Generation::new(moment.uuid("generation"));
        self.revision = RevisionId::new(moment.uuid("latest"));
        self.last_modified = moment.at;
    }
}
