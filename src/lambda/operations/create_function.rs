use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use super::configuration_settings::{Settings, check_architectures};
use super::tagging::{check_limit, check_tags};
use super::{Output, publish_version};
use crate::lambda::attached::Attached;
use crate::lambda::configuration::{Configuration, FunctionConfiguration};
use crate::lambda::error::Error;
use crate::lambda::function::{Function, Latest, Progress, Tags, Transition};
use crate::lambda::identifiers::{
    Description, FunctionName, Generation, NameShape, RevisionId, VersionNumber,
};
use crate::lambda::logging::Logging;
use crate::lambda::moment::Moment;
use crate::lambda::package::PackageStore;
use crate::lambda::runtime::Runtime;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::{Validation, too_long};

/// Creates a function, and with `publish` its version 1 at once.
///
/// What a qualifier in its name does is a choice ([`CREATED_WITH_QUALIFIER`]).
///
/// [`CREATED_WITH_QUALIFIER`]: crate::lambda::choices::CREATED_WITH_QUALIFIER
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateFunction {
    pub function_name: Option<String>,
    /// The deployment package's bytes.
    pub zip_file: Option<Rc<[u8]>>,
    /// The bucket that the package is said to be in.
    pub s3_bucket: Option<String>,
    pub settings: Settings,
    /// `Zip`, which it is when left out, or `Image`, which is not offered here.
    pub package_type: Option<String>,
    pub architectures: Option<Vec<String>>,
    pub tags: Tags,
    pub publish: bool,
}

const PACKAGE_TYPES: [&str; 2] = ["Zip", "Image"];

impl CreateFunction {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        let function_name = self.function_name.as_deref();
        validation.required(function_name, "functionName");
        if let Some(function_name) = function_name {
            NameShape::FunctionName.check(&mut validation, function_name);
        }
        validation.required(self.settings.role.as_ref(), "role");
        self.settings.check(&mut validation);
        check_architectures(&mut validation, self.architectures.as_deref());
        if let Some(package_type) = &self.package_type {
            validation.one_of(package_type, "packageType", &PACKAGE_TYPES);
        }
        check_tags(&mut validation, Some(&self.tags));
        validation.finish()?;

        let reference = NameShape::FunctionName.resolve(function_name.unwrap_or_default(), None)?;
        super::refuse_qualifier(&reference)?;
        let name = reference.name;
        check_length(&name)?;
        check_limit(&self.tags)?;
        let configuration = Rc::new(self.configuration(&state.packages)?);
        if state.functions.contains_key(&name) {
            return Err(Error::conflict(format!("Function already exist: {name}")));
        }

        let mut function = Function {
            name: name.clone(),
            latest: Latest {
                configuration,
                revision: RevisionId::new(moment.uuid("latest")),
                last_modified: moment.at,
                generation: Generation::new(moment.uuid("generation")),
                progress: Progress::Creating(Transition {
                    since: moment.at,
                    revision: RevisionId::new(moment.uuid("latest settled")),
                }),
            },
            versions: BTreeMap::new(),
            next_version: state
                .retired
                .get(&name)
                .copied()
                .unwrap_or(VersionNumber::FIRST),
            aliases: BTreeMap::new(),
            reserved_concurrency: None,
            tags: self.tags.clone(),
            policies: BTreeMap::new(),
            attached: Attached::default(),
        };
        // The answer keeps the unqualified ARN and the function's first revision even when it describes version 1.
        let created = function.describe_latest(function.arn(None));
        let described = if self.publish {
            let number = publish_version::publish(&mut function, None, true, moment);
            let arn = function.arn(None);
            FunctionConfiguration {
                revision_id: created.revision_id,
                ..function.describe_version(&function.versions[&number], arn)
            }
        } else {
            created
        };
        state.functions.insert(name, function);
        Ok(Output::Created(described))
    }

    fn configuration(&self, packages: &PackageStore) -> Result<Configuration, Error> {
        if self.package_type.as_deref() == Some("Image") {
            return Err(Error::invalid_parameter(
                "Container images are not offered in the playground.",
            ));
        }
        let (Some(runtime), Some(_)) = (&self.settings.runtime, &self.settings.handler) else {
            return Err(Error::invalid_parameter(
                "Runtime and Handler are mandatory parameters for functions created with \
                 deployment packages.",
            ));
        };
        let runtime = Runtime::accept(runtime)?;
        let zip = package(self.zip_file.as_ref(), self.s3_bucket.as_deref())?;
        let architectures = self.architectures.iter().flatten();
        let mut configuration = Configuration {
            description: Description::default(),
            runtime,
            handler: String::new(),
            role: String::new(),
            timeout: Duration::from_secs(3),
            memory_size: 128,
            ephemeral_storage: 512,
            architecture: architectures
                .last()
                .map_or("x86_64", String::as_str)
                .to_owned(),
            environment: None,
            dead_letter_target: None,
            tracing_mode: "PassThrough".to_owned(),
            logging: Logging::default(),
            snap_start: false,
            code: packages.read(zip)?,
        };
        self.settings.lay_over(&mut configuration)?;
        Ok(configuration)
    }
}

/// The package that a request brings; there are no buckets here, so none that is named can exist.
pub(super) fn package(
    zip_file: Option<&Rc<[u8]>>,
    s3_bucket: Option<&str>,
) -> Result<Rc<[u8]>, Error> {
    zip_file.cloned().ok_or_else(|| {
        Error::invalid_parameter(match s3_bucket {
            Some(_) => {
                "Error occurred while GetObject. S3 Error Code: NoSuchBucket. \
                 S3 Error Message: The specified bucket does not exist"
            }
            None => "Please provide a source for function code.",
        })
    })
}

/// A bare name may have 64 characters; only creation says so.
fn check_length(name: &FunctionName) -> Result<(), Error> {
    if name.as_str().len() > FunctionName::MAX_LENGTH {
        return Err(Error::invalid_parameter(format!(
            "1 validation error detected: Value '{name}' at 'functionName' failed to satisfy \
             constraint: {}",
            too_long(FunctionName::MAX_LENGTH)
        )));
    }
    Ok(())
}
