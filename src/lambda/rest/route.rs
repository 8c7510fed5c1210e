use super::{Request, decode, encode};

/// A path of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    Functions,
    Function(String),
    Code(String),
    Configuration(String),
    Versions(String),
    Aliases(String),
    Alias(String, String),
    Invocations(String),
    /// Reserved concurrency, which is set under one date and read under another.
    Concurrency(String),
    Policy(String),
    Statement(String, String),
    /// The tags of what an ARN names.
    Tags(String),
    AccountSettings,
    ProvisionedConcurrency(String),
    Url(String),
    Urls(String),
    EventInvokeConfig(String),
    EventInvokeConfigs(String),
}

impl Route {
    /// Finds the route of a path; a slash at the end changes nothing.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let segments: Vec<String> = path
            .trim_matches('/')
            .split('/')
            .map(|segment| decode(&segment.replace('+', "%2B")))
            .collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (date, rest) = segments.split_first()?;
        let rest = match (*date, rest) {
            ("2017-03-31", ["tags", resource]) => return Some(Self::Tags((*resource).to_owned())),
            ("2016-08-19", ["account-settings"]) => return Some(Self::AccountSettings),
            (_, ["functions", rest @ ..]) => rest,
            _ => return None,
        };
        match (*date, rest) {
            ("2015-03-31", []) => Some(Self::Functions),
            ("2015-03-31", [name]) => Some(Self::Function((*name).to_owned())),
            ("2015-03-31", [name, "code"]) => Some(Self::Code((*name).to_owned())),
            ("2015-03-31", [name, "configuration"]) => {
                Some(Self::Configuration((*name).to_owned()))
            }
            ("2015-03-31", [name, "versions"]) => Some(Self::Versions((*name).to_owned())),
            ("2015-03-31", [name, "aliases"]) => Some(Self::Aliases((*name).to_owned())),
            ("2015-03-31", [name, "aliases", alias]) => {
                Some(Self::Alias((*name).to_owned(), (*alias).to_owned()))
            }
            ("2015-03-31", [name, "invocations"]) => Some(Self::Invocations((*name).to_owned())),
            ("2015-03-31", [name, "policy"]) => Some(Self::Policy((*name).to_owned())),
            ("2015-03-31", [name, "policy", statement]) => {
                Some(Self::Statement((*name).to_owned(), (*statement).to_owned()))
            }
            ("2017-10-31" | "2019-09-30", [name, "concurrency"]) => {
                Some(Self::Concurrency((*name).to_owned()))
            }
            ("2019-09-30", [name, "provisioned-concurrency"]) => {
                Some(Self::ProvisionedConcurrency((*name).to_owned()))
            }
            ("2021-10-31", [name, "url"]) => Some(Self::Url((*name).to_owned())),
            ("2021-10-31", [name, "urls"]) => Some(Self::Urls((*name).to_owned())),
            ("2019-09-25", [name, "event-invoke-config"]) => {
                Some(Self::EventInvokeConfig((*name).to_owned()))
            }
            ("2019-09-25", [name, "event-invoke-config", "list"]) => {
                Some(Self::EventInvokeConfigs((*name).to_owned()))
            }
            _ => None,
        }
    }

    /// A request of this route that has no query and no body yet.
    pub(super) fn request(&self, method: &str) -> Request {
        Request::new(method, &self.path(method))
    }

    /// The path of a request with this method.
    fn path(&self, method: &str) -> String {
        let functions = "/2015-03-31/functions";
        match self {
            Self::Functions => functions.to_owned(),
            Self::Function(name) => format!("{functions}/{}", encode(name)),
            Self::Code(name) => format!("{functions}/{}/code", encode(name)),
            Self::Configuration(name) => format!("{functions}/{}/configuration", encode(name)),
            Self::Versions(name) => format!("{functions}/{}/versions", encode(name)),
            Self::Aliases(name) => format!("{functions}/{}/aliases", encode(name)),
            Self::Alias(name, alias) => {
                format!("{functions}/{}/aliases/{}", encode(name), encode(alias))
            }
            Self::Invocations(name) => format!("{functions}/{}/invocations", encode(name)),
            Self::Policy(name) => format!("{functions}/{}/policy", encode(name)),
            Self::Statement(name, statement) => {
                format!("{functions}/{}/policy/{}", encode(name), encode(statement))
            }
            Self::Tags(resource) => format!("/2017-03-31/tags/{}", encode(resource)),
            Self::AccountSettings => "/2016-08-19/account-settings".to_owned(),
            Self::Concurrency(name) => {
                let date = if method == "GET" {
                    "2019-09-30"
                } else {
                    "2017-10-31"
                };
                format!("/{date}/functions/{}/concurrency", encode(name))
            }
            Self::ProvisionedConcurrency(name) => {
                let name = encode(name);
                format!("/2019-09-30/functions/{name}/provisioned-concurrency")
            }
            Self::Url(name) => format!("/2021-10-31/functions/{}/url", encode(name)),
            Self::Urls(name) => format!("/2021-10-31/functions/{}/urls", encode(name)),
            Self::EventInvokeConfig(name) => {
                let name = encode(name);
                format!("/2019-09-25/functions/{name}/event-invoke-config")
            }
            Self::EventInvokeConfigs(name) => {
                let name = encode(name);
                format!("/2019-09-25/functions/{name}/event-invoke-config/list")
            }
        }
    }
}
