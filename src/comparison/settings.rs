use std::collections::BTreeSet;

use crate::lambda::{Configuration, FunctionName, LogFormat, Logging};

/// A setting that is not the same in both states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingDifference {
    pub name: String,
    /// Nothing where it is not set.
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The settings that differ.
pub(super) fn compare(
    function: &FunctionName,
    before: &Configuration,
    after: &Configuration,
) -> Vec<SettingDifference> {
    let sides = [before, after].map(|configuration| settings(function, configuration));
    let [before_settings, after_settings] = sides;
    let settings = before_settings.into_iter().zip(after_settings);
    let settings = settings.map(|((name, before), (_, after))| (name.to_owned(), before, after));

    let variable = |configuration: &Configuration, name: &str| {
        let mut variables = configuration.variables();
        variables.find_map(|(it, value)| (it == name).then(|| value.clone()))
    };
    let names: BTreeSet<&String> = [before, after]
        .into_iter()
        .flat_map(Configuration::variables)
        .map(|(name, _)| name)
        .collect();
    let variables = names.into_iter().map(|name| {
        let sides = (variable(before, name), variable(after, name));
        (format!("Environment variable {name}"), sides.0, sides.1)
    });

    settings
        .chain(variables)
        .filter(|(_, before, after)| before != after)
        .map(|(name, before, after)| SettingDifference {
            name,
            before,
            after,
        })
        .collect()
}

/// Every setting but the variables, in one order.
fn settings(
    function: &FunctionName,
    configuration: &Configuration,
) -> [(&'static str, Option<String>); 12] {
    let Configuration {
        description,
        runtime,
        handler,
        role,
        timeout,
        memory_size,
        ephemeral_storage,
        architecture,
        environment: _,
        dead_letter_target,
        tracing_mode,
        logging,
        snap_start,
        code: _,
    } = configuration;
    let description = description.to_string();
    let snap_start = if *snap_start {
        "PublishedVersions"
    } else {
        "None"
    };
    [
        (
            "Description",
            Some(description).filter(|text| !text.is_empty()),
        ),
        ("Runtime", Some(runtime.name())),
        ("Handler", Some(handler.clone())),
        ("Memory", Some(format!("{memory_size} MB"))),
        ("Timeout", Some(format!("{} s", timeout.as_secs()))),
        ("Role", Some(role.clone())),
        ("Ephemeral storage", Some(format!("{ephemeral_storage} MB"))),
        ("Architecture", Some(architecture.clone())),
        ("Tracing", Some(tracing_mode.clone())),
        ("Dead-letter queue", dead_letter_target.clone()),
        ("Logs", Some(logs(function, logging))),
        ("SnapStart", Some(snap_start.to_owned())),
    ]
}

/// Where logs go and how they are written: `Text to /aws/lambda/demo`.
fn logs(function: &FunctionName, logging: &Logging) -> String {
    let format = match &logging.format {
        LogFormat::Text => "Text".to_owned(),
        LogFormat::Json {
            application_level,
            system_level,
        } => format!("JSON (application {application_level}, system {system_level})"),
    };
    format!("{format} to {}", logging.group(function.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::testing::Demo;
    use crate::lambda::{LoggingSettings, Settings};

    /// What changing settings changes, as `name: before → after`.
    #[track_caller]
    fn check(first: Settings, then: Settings, expect: &[&str]) {
        let mut demo = Demo::new();
        demo.set(first);
        let before = demo.latest();
        demo.set(then);
        let differences = compare(demo.function().name(), &before, &demo.latest());
        let shown = |value: &Option<String>| value.clone().unwrap_or("–".to_owned());
        let differences: Vec<String> = differences
            .iter()
            .map(|it| format!("{}: {} → {}", it.name, shown(&it.before), shown(&it.after)))
            .collect();
        assert_eq!(differences, expect);
    }

    fn variables(variables: &[(&str, &str)]) -> Settings {
        let variables = variables.iter();
        let variables = variables.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Settings {
            environment: Some(variables.collect()),
            ..Settings::default()
        }
    }

    #[test]
    fn names_each_setting_that_differs() {
        let none = Settings::default;
        check(none(), none(), &[]);
        check(
            none(),
            Settings {
                description: Some("faster".into()),
                runtime: Some("python3.8".into()),
                handler: Some("app.main".into()),
                role: Some("arn:aws:iam::123456789012:role/other".into()),
                memory_size: Some(256),
                timeout: Some(10),
                ephemeral_storage: Some(1024),
                tracing_mode: Some("Active".into()),
                dead_letter_target: Some("arn:aws:sqs:us-east-1:123456789012:dead".into()),
                ..none()
            },
            &[
                "Description: – → faster",
                "Runtime: Python 3.13 → Python 3.8",
                "Handler: lambda_function.lambda_handler → app.main",
                "Memory: 128 MB → 256 MB",
                "Timeout: 3 s → 10 s",
                "Role: arn:aws:iam::123456789012:role/lambda-role → arn:aws:iam::123456789012:role/other",
                "Ephemeral storage: 512 MB → 1024 MB",
                "Tracing: PassThrough → Active",
                "Dead-letter queue: – → arn:aws:sqs:us-east-1:123456789012:dead",
            ],
        );
        check(
            none(),
            Settings {
                snap_start: Some("PublishedVersions".into()),
                logging: LoggingSettings {
                    format: Some("JSON".into()),
                    group: Some("/mine".into()),
                    ..LoggingSettings::default()
                },
                ..none()
            },
            &[
                "Logs: Text to /aws/lambda/demo → JSON (application INFO, system INFO) to /mine",
                "SnapStart: None → PublishedVersions",
            ],
        );
    }

    #[test]
    fn compares_variables_one_by_one() {
        check(
            variables(&[("GONE", "1"), ("KEPT", "2"), ("STAGE", "test")]),
            variables(&[("KEPT", "2"), ("NEW", ""), ("STAGE", "prod")]),
            &[
                "Environment variable GONE: 1 → –",
                "Environment variable NEW: – → ",
                "Environment variable STAGE: test → prod",
            ],
        );
        check(Settings::default(), variables(&[]), &[]);
    }
}
