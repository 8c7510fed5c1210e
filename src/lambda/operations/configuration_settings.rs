use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;
use std::time::Duration;

use serde_json::Value;

use super::logging_settings::LoggingSettings;
use crate::lambda::configuration::Configuration;
use crate::lambda::error::Error;
use crate::lambda::identifiers::{FunctionArn, check_description};
use crate::lambda::runtime::Runtime;
use crate::lambda::validation::{Pattern, Validation, enum_rule, too_long, too_short};

/// The settings that creating a function and updating its configuration share; a field left out is left alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    pub description: Option<String>,
    pub runtime: Option<String>,
    pub handler: Option<String>,
    pub role: Option<String>,
    /// In seconds.
    pub timeout: Option<i64>,
    /// In megabytes.
    pub memory_size: Option<i64>,
    /// Replaces all variables; in the order in which they were sent, which one error text keeps.
    pub environment: Option<Vec<(String, String)>>,
    /// The size of `/tmp` in megabytes.
    pub ephemeral_storage: Option<i64>,
    /// The ARN of a queue or topic; empty to have none.
    pub dead_letter_target: Option<String>,
    pub tracing_mode: Option<String>,
    pub logging: LoggingSettings,
    /// `PublishedVersions` or `None`.
    pub snap_start: Option<String>,
    /// The ARNs of layer versions.
    pub layers: Option<Vec<String>>,
}

static HANDLER: Pattern = Pattern::new("[^\\s]+");
static ROLE: Pattern =
    Pattern::new("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+");
static VARIABLE_NAME: Pattern = Pattern::new("[a-zA-Z]([a-zA-Z0-9_])+");
static LAYER: Pattern = Pattern::new(
    "(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|\
     (arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)",
);
static DEAD_LETTER_TARGET: Pattern = Pattern::new("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()");

const ARCHITECTURES: [&str; 2] = ["x86_64", "arm64"];
const TRACING_MODES: [&str; 2] = ["Active", "PassThrough"];
const SNAP_STARTS: [&str; 2] = ["PublishedVersions", "None"];

/// The most that an ordinary function can have, in megabytes and in seconds.
const MAX_MEMORY_SIZE: i64 = 10_240;
const MAX_TIMEOUT: i64 = 900;

/// How many layers a function can have, and how long the ARN of each may be.
const MAX_LAYERS: usize = 5;
const LAYER_LENGTH: RangeInclusive<usize> = 1..=140;

/// How large all variables together may be, in bytes of their JSON.
const MAX_ENVIRONMENT: usize = 4096;

/// Variables that belong to the runtime.
const RESERVED_VARIABLES: [&str; 17] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
];

impl Settings {
    /// Checks the shape of every member that was sent.
    pub(super) fn check(&self, validation: &mut Validation) {
        check_description(validation, self.description.as_deref());
        if let Some(handler) = &self.handler {
            validation.max_length(handler, "handler", 128);
            validation.pattern(handler, "handler", &HANDLER);
        }
        if let Some(role) = &self.role {
            validation.pattern(role, "role", &ROLE);
        }
        // Above what ordinary functions may have, these are for others; `lay_over` refuses them.
        validation.range(self.timeout, "timeout", 1..=5400);
        validation.range(self.memory_size, "memorySize", 128..=32_768);
        validation.range(
            self.ephemeral_storage,
            "ephemeralStorage.size",
            512..=10_240,
        );
        if let Some(target) = &self.dead_letter_target {
            validation.pattern(target, "deadLetterConfig.targetArn", &DEAD_LETTER_TARGET);
        }
        if let Some(mode) = &self.tracing_mode {
            validation.one_of(mode, "tracingConfig.mode", &TRACING_MODES);
        }
        self.logging.check(validation);
        if let Some(apply_on) = &self.snap_start {
            validation.one_of(apply_on, "snapStart.applyOn", &SNAP_STARTS);
        }
        check_layer_arns(validation, self.layers.as_deref().unwrap_or_default());
        if let Some(variables) = self.environment.as_deref().map(sorted)
            && !variables.keys().all(|name| VARIABLE_NAME.matches(name))
        {
            let shown: Vec<String> = variables
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            validation.fail(
                format_args!("{{{}}}", shown.join(", ")),
                "environment.variables",
                format_args!("Map keys must satisfy constraint: [{VARIABLE_NAME}]"),
            );
        }
    }

    /// Lays the settings over a configuration.
    ///
    /// # Errors
    ///
    /// What an ordinary function cannot have, and a runtime, a layer or variables that the service refuses.
    pub(super) fn lay_over(&self, configuration: &mut Configuration) -> Result<(), Error> {
        check_at_most(self.memory_size, "MemorySize", MAX_MEMORY_SIZE)?;
        check_at_most(self.timeout, "Timeout", MAX_TIMEOUT)?;
        check_layers(self.layers.as_deref().unwrap_or_default())?;
        if let Some(runtime) = &self.runtime {
            configuration.runtime = Runtime::accept(runtime)?;
        }
        if let Some(description) = &self.description {
            configuration.description = description.parse()?;
        }
        if let Some(sent) = &self.environment {
            let variables = sorted(sent);
            check_environment(&variables, sent)?;
            configuration.environment = Some(Rc::new(variables));
        }
        set(&mut configuration.handler, self.handler.as_ref());
        set(&mut configuration.role, self.role.as_ref());
        set(&mut configuration.tracing_mode, self.tracing_mode.as_ref());
        let seconds = self.timeout.and_then(|seconds| u64::try_from(seconds).ok());
        set(
            &mut configuration.timeout,
            seconds.map(Duration::from_secs).as_ref(),
        );
        let megabytes = |size: Option<i64>| size.and_then(|size| u32::try_from(size).ok());
        set(
            &mut configuration.memory_size,
            megabytes(self.memory_size).as_ref(),
        );
        set(
            &mut configuration.ephemeral_storage,
            megabytes(self.ephemeral_storage).as_ref(),
        );
        if let Some(target) = &self.dead_letter_target {
            configuration.dead_letter_target = Some(target.clone()).filter(|arn| !arn.is_empty());
        }
        self.logging.lay_over(&mut configuration.logging)?;
        let snap_start = self.snap_start.as_ref();
        let snap_start = snap_start.map(|apply_on| apply_on == "PublishedVersions");
        set(&mut configuration.snap_start, snap_start.as_ref());
        let runtime = configuration.runtime;
        if configuration.snap_start && !runtime.supports_snap_start() {
            return Err(Error::invalid_parameter(format!(
                "{runtime} is not supported for SnapStart enabled functions."
            )));
        }
        Ok(())
    }
}

/// Checks the member `architectures`.
pub(super) fn check_architectures(validation: &mut Validation, architectures: Option<&[String]>) {
    let Some(architectures) = architectures else {
        return;
    };
    let shown = format!("[{}]", architectures.join(", "));
    if architectures.is_empty() {
        validation.fail(&shown, "architectures", too_short(1));
    }
    if architectures.len() > 1 {
        validation.fail(&shown, "architectures", too_long(1));
    }
    if !architectures
        .iter()
        .all(|name| ARCHITECTURES.contains(&name.as_str()))
    {
        validation.fail(
            &shown,
            "architectures",
            format_args!(
                "Member must satisfy constraint: [{}, Member must not be null]",
                enum_rule(&ARCHITECTURES)
            ),
        );
    }
}

/// Checks the member `layers`.
fn check_layer_arns(validation: &mut Validation, layers: &[String]) {
    let fits = |arn: &String| LAYER_LENGTH.contains(&arn.len()) && LAYER.matches(arn);
    if !layers.iter().all(fits) {
        validation.fail(
            format_args!("[{}]", layers.join(", ")),
            "layers",
            format_args!(
                "Member must satisfy constraint: [{}, {}, {LAYER}, Member must not be null]",
                too_long(*LAYER_LENGTH.end()),
                too_short(*LAYER_LENGTH.start())
            ),
        );
    }
}

/// The 400 of a request that names layers: there are none here, so none that is named can exist.
fn check_layers(layers: &[String]) -> Result<(), Error> {
    let refuse = |message: String| Err(Error::invalid_parameter(message));
    if layers.len() > MAX_LAYERS {
        return refuse(format!("Cannot reference more than {MAX_LAYERS} layers."));
    }
    let Some(layer) = layers.first() else {
        return Ok(());
    };
    let region = layer.split(':').nth(3).unwrap_or_default();
    if !matches!(region, "" | FunctionArn::REGION) {
        return refuse(format!(
            "Layers are not in the same region as the function. Layers are expected to be in region {}.",
            FunctionArn::REGION
        ));
    }
    refuse(format!("Layer version {layer} does not exist."))
}

/// The 400 of a value that only functions on managed instances may have; for timeouts its text is a choice ([`TIMEOUT_LIMIT`]).
///
/// [`TIMEOUT_LIMIT`]: crate::lambda::choices::TIMEOUT_LIMIT
fn check_at_most(value: Option<i64>, member: &str, max: i64) -> Result<(), Error> {
    if value.is_none_or(|value| value <= max) {
        return Ok(());
    }
    Err(Error::invalid_parameter(format!(
        "'{member}' value failed to satisfy constraint: Member must have value less than or equal to {max}"
    )))
}

/// Variables by name; of two values for one name the later holds.
fn sorted(variables: &[(String, String)]) -> BTreeMap<String, String> {
    variables.iter().cloned().collect()
}

/// Checks variables; the text for too many bytes shows them in the order in which they were sent.
fn check_environment(
    variables: &BTreeMap<String, String>,
    sent: &[(String, String)],
) -> Result<(), Error> {
    let reserved: Vec<&str> = variables
        .keys()
        .map(String::as_str)
        .filter(|name| RESERVED_VARIABLES.contains(name))
        .collect();
    if !reserved.is_empty() {
        return Err(Error::invalid_parameter(format!(
            "Lambda was unable to configure your environment variables because the environment \
             variables you have provided contains reserved keys that are currently not supported \
             for modification. Reserved keys used in this request: {}",
            reserved.join(", ")
        )));
    }
    let json = serde_json::to_string(variables).unwrap_or_default();
    if json.len() > MAX_ENVIRONMENT {
        let members: Vec<String> = sent
            .iter()
            .map(|(name, value)| format!("{}:{}", Value::from(&**name), Value::from(&**value)))
            .collect();
        return Err(Error::invalid_parameter(format!(
            "Lambda was unable to configure your environment variables because the environment \
             variables you have provided exceeded the 4KB limit. String measured: {{{}}}",
            members.join(",")
        )));
    }
    Ok(())
}

fn set<T: Clone>(field: &mut T, value: Option<&T>) {
    if let Some(value) = value {
        field.clone_from(value);
    }
}
