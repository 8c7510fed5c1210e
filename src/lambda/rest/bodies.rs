use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::logging::LoggingConfig;
use crate::lambda::function::Tags;
use crate::lambda::operations::{LoggingSettings, Settings};

/// The body of `CreateFunction`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct CreateFunctionBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) function_name: Option<String>,
    pub(super) code: CodeBody,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) package_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) architectures: Option<Vec<String>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) tags: Tags,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) publish: bool,
    #[serde(flatten)]
    pub(super) settings: SettingsBody,
}

/// The member `Code` of `CreateFunction`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct CodeBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) zip_file: Option<Base64>,
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub(super) s3_bucket: Option<String>,
}

/// The body of `UpdateFunctionCode`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct UpdateFunctionCodeBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) zip_file: Option<Base64>,
    #[serde(rename = "S3Bucket", skip_serializing_if = "Option::is_none")]
    pub(super) s3_bucket: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image_uri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) architectures: Option<Vec<String>>,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) publish: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) dry_run: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) revision_id: Option<String>,
}

/// The body of `UpdateFunctionConfiguration`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct UpdateFunctionConfigurationBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) revision_id: Option<String>,
    #[serde(flatten)]
    pub(super) settings: SettingsBody,
}

/// The settings that both bodies share.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct SettingsBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    runtime: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handler: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timeout: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memory_size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    environment: Option<Environment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ephemeral_storage: Option<EphemeralStorage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dead_letter_config: Option<DeadLetterConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracing_config: Option<TracingConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logging_config: Option<LoggingConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snap_start: Option<SnapStartBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    layers: Option<Vec<String>>,
}

/// The variables of a function.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct Environment {
    pub(super) variables: Option<Variables>,
}

/// Variables in the order in which they stand in the JSON.
pub(super) struct Variables(pub(super) Vec<(String, String)>);

impl Serialize for Variables {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de> Deserialize<'de> for Variables {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Variables;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Variables, A::Error> {
                let mut variables = Vec::new();
                while let Some(variable) = map.next_entry()? {
                    variables.push(variable);
                }
                Ok(Variables(variables))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}

/// The size of `/tmp` in megabytes.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct EphemeralStorage {
    pub(super) size: i64,
}

/// Where events go that could not be processed.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct DeadLetterConfig {
    pub(super) target_arn: String,
}

/// Whether calls are traced.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct TracingConfig {
    pub(super) mode: String,
}

/// Which versions start from a snapshot.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct SnapStartBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    apply_on: Option<String>,
}

/// The body of `PublishVersion`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct PublishVersionBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code_sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) revision_id: Option<String>,
}

/// The body of `CreateAlias` and of `UpdateAlias`.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct AliasBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) function_version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) routing_config: Option<RoutingConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) revision_id: Option<String>,
}

/// The weights of an alias.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct RoutingConfig {
    pub(super) additional_version_weights: Option<BTreeMap<String, Option<f64>>>,
}

/// The body of `PutFunctionConcurrency`, and of its answer.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
pub(super) struct ConcurrencyBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reserved_concurrent_executions: Option<i64>,
}

/// Bytes that travel in base64.
pub(super) struct Base64(pub(super) Rc<[u8]>);

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64_STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match BASE64_STANDARD.decode(text) {
            Ok(bytes) => Ok(Self(bytes.into())),
            Err(error) => Err(serde::de::Error::custom(error)),
        }
    }
}

impl From<SettingsBody> for Settings {
    fn from(body: SettingsBody) -> Self {
        Self {
            description: body.description,
            runtime: body.runtime,
            handler: body.handler,
            role: body.role,
            timeout: body.timeout,
            memory_size: body.memory_size,
            environment: body.environment.map(|environment| {
                let variables = environment.variables.map(|variables| variables.0);
                variables.unwrap_or_default()
            }),
            ephemeral_storage: body.ephemeral_storage.map(|storage| storage.size),
            dead_letter_target: body.dead_letter_config.map(|config| config.target_arn),
            tracing_mode: body.tracing_config.map(|config| config.mode),
            logging: body.logging_config.unwrap_or_default().into(),
            snap_start: body.snap_start.and_then(|config| config.apply_on),
            layers: body.layers,
        }
    }
}

impl From<&Settings> for SettingsBody {
    fn from(settings: &Settings) -> Self {
        let settings = settings.clone();
        Self {
            description: settings.description,
            runtime: settings.runtime,
            handler: settings.handler,
            role: settings.role,
            timeout: settings.timeout,
            memory_size: settings.memory_size,
            environment: settings.environment.map(|variables| Environment {
                variables: Some(Variables(variables)),
            }),
            ephemeral_storage: settings
                .ephemeral_storage
                .map(|size| EphemeralStorage { size }),
            dead_letter_config: settings
                .dead_letter_target
                .map(|target_arn| DeadLetterConfig { target_arn }),
            tracing_config: settings.tracing_mode.map(|mode| TracingConfig { mode }),
            logging_config: (settings.logging != LoggingSettings::default())
                .then(|| settings.logging.into()),
            snap_start: settings.snap_start.map(|apply_on| SnapStartBody {
                apply_on: Some(apply_on),
            }),
            layers: settings.layers,
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}
