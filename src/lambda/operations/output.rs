use super::AccountSettings;
use crate::lambda::alias::Alias;
use crate::lambda::attached::{EventInvokeConfig, FunctionUrl, ProvisionedConcurrency};
use crate::lambda::configuration::FunctionConfiguration;
use crate::lambda::function::Tags;
use crate::lambda::identifiers::FunctionArn;
use crate::lambda::policy::{Policy, Statement};

/// What a successful operation answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// Something was made: status 201.
    Created(FunctionConfiguration),
    FunctionConfiguration(FunctionConfiguration),
    Function {
        configuration: FunctionConfiguration,
        tags: Tags,
        reserved_concurrency: Option<u32>,
    },
    Functions {
        functions: Vec<FunctionConfiguration>,
        next_marker: Option<String>,
    },
    Versions {
        versions: Vec<FunctionConfiguration>,
        next_marker: Option<String>,
    },
    AliasCreated(FunctionArn, Alias),
    Alias(FunctionArn, Alias),
    Aliases {
        aliases: Vec<(FunctionArn, Alias)>,
        next_marker: Option<String>,
    },
    Concurrency(Option<u32>),
    PermissionAdded(Statement),
    Policy(Policy),
    Tags(Tags),
    AccountSettings(AccountSettings),
    /// Environments are being started: status 202.
    Provisioning(ProvisionedConcurrency),
    ProvisionedConcurrency(ProvisionedConcurrency),
    ProvisionedConcurrencies {
        configs: Vec<(FunctionArn, ProvisionedConcurrency)>,
        next_marker: Option<String>,
    },
    UrlCreated(FunctionArn, FunctionUrl),
    UrlUpdated(FunctionArn, FunctionUrl),
    Url(FunctionArn, FunctionUrl),
    Urls {
        urls: Vec<(FunctionArn, FunctionUrl)>,
        next_marker: Option<String>,
    },
    EventInvokeConfig(FunctionArn, EventInvokeConfig),
    EventInvokeConfigs {
        configs: Vec<(FunctionArn, EventInvokeConfig)>,
        next_marker: Option<String>,
    },
    /// Nothing is left to say: status 204.
    Deleted,
}
