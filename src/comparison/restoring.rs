use crate::lambda::{
    Configuration, Function, FunctionName, LogFormat, LoggingSettings, Operation, Settings,
    UpdateFunctionCode, UpdateFunctionConfiguration, Version,
};

/// What gives `$LATEST` the code and the settings of a version, in the order in which it has to be sent; nothing that
/// would change nothing.
#[must_use]
pub fn restoring(function: &Function, version: &Version) -> Vec<Operation> {
    let (latest, wanted) = (function.latest().configuration(), version.configuration());
    let mut operations = Vec::new();
    if latest.code != wanted.code || latest.architecture != wanted.architecture {
        let architecture =
            (latest.architecture != wanted.architecture).then(|| vec![wanted.architecture.clone()]);
        let operation = UpdateFunctionCode {
            function_name: function.name().to_string(),
            zip_file: Some(wanted.code.zip()),
            architectures: architecture,
            ..UpdateFunctionCode::default()
        };
        operations.push(operation.into());
    }
    let settings = settings(function.name(), latest, wanted);
    if settings != Settings::default() {
        let operation = UpdateFunctionConfiguration {
            function_name: function.name().to_string(),
            settings,
            revision_id: None,
        };
        operations.push(operation.into());
    }
    operations
}

/// The settings that differ, as they are to be.
fn settings(function: &FunctionName, latest: &Configuration, wanted: &Configuration) -> Settings {
    let variables = |configuration: &Configuration| -> Vec<(String, String)> {
        let variables = configuration.variables();
        variables
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    Settings {
        description: differing(latest, wanted, |it| it.description.to_string()),
        runtime: differing(latest, wanted, |it| it.runtime.to_string()),
        handler: differing(latest, wanted, |it| it.handler.clone()),
        role: differing(latest, wanted, |it| it.role.clone()),
        timeout: differing(latest, wanted, |it| {
            i64::try_from(it.timeout.as_secs()).unwrap_or_default()
        }),
        memory_size: differing(latest, wanted, |it| i64::from(it.memory_size)),
        environment: differing(latest, wanted, variables),
        ephemeral_storage: differing(latest, wanted, |it| i64::from(it.ephemeral_storage)),
        dead_letter_target: differing(latest, wanted, |it| {
            it.dead_letter_target.clone().unwrap_or_default()
        }),
        tracing_mode: differing(latest, wanted, |it| it.tracing_mode.clone()),
        logging: logging(function, latest, wanted),
        snap_start: differing(latest, wanted, |it| {
            let apply_on = if it.snap_start {
                "PublishedVersions"
            } else {
                "None"
            };
            apply_on.to_owned()
        }),
        layers: None,
    }
}

/// A member as it is to be, unless it is so already.
fn differing<T: PartialEq>(
    latest: &Configuration,
    wanted: &Configuration,
    member: impl Fn(&Configuration) -> T,
) -> Option<T> {
    Some(member(wanted)).filter(|value| *value != member(latest))
}

fn logging(
    function: &FunctionName,
    latest: &Configuration,
    wanted: &Configuration,
) -> LoggingSettings {
    let group = differing(latest, wanted, |it| it.logging.group(function.as_str()));
    if latest.logging.format == wanted.logging.format {
        return LoggingSettings {
            group,
            ..LoggingSettings::default()
        };
    }
    let (format, levels) = match &wanted.logging.format {
        LogFormat::Text => ("Text", None),
        LogFormat::Json {
            application_level,
            system_level,
        } => ("JSON", Some((application_level, system_level))),
    };
    LoggingSettings {
        format: Some(format.to_owned()),
        application_level: levels.map(|(application, _)| application.clone()),
        system_level: levels.map(|(_, system)| system.clone()),
        group,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Comparison;
    use crate::comparison::testing::Demo;
    use crate::lambda::rest;

    /// Publishes version 1, changes `$LATEST`, and restores version 1: what is sent, as method, path and body.
    #[track_caller]
    fn check(settings: Settings, change: impl FnOnce(&mut Demo), expect: &[&str]) {
        let mut demo = Demo::new();
        demo.set(settings);
        demo.publish();
        change(&mut demo);
        let function = demo.function();
        let version = function.versions().next().unwrap();
        let operations = restoring(&function, version);
        let sent: Vec<String> = operations.iter().cloned().map(words).collect();
        assert_eq!(sent, expect);

        for operation in operations {
            demo.apply(operation);
        }
        let (latest, wanted) = (demo.latest(), version.configuration());
        assert!(Comparison::of(function.name(), &latest, wanted).is_empty());
        assert_eq!(restoring(&demo.function(), version), []);
    }

    fn words(mut operation: Operation) -> String {
        if let Some(zip) = operation.zip_file_mut() {
            zip.take();
        }
        let request = rest::write(&operation);
        let path = request.path.rsplit('/').next().unwrap_or_default();
        format!(
            "{} {path} {}",
            request.method,
            String::from_utf8_lossy(&request.body)
        )
    }

    fn none() -> Settings {
        Settings::default()
    }

    #[test]
    fn sends_what_differs_and_nothing_else() {
        check(none(), |_| {}, &[]);
        check(none(), |demo| demo.deploy("2\n"), &["PUT code {}"]);
        let timeout = |seconds| Settings {
            timeout: Some(seconds),
            ..none()
        };
        check(
            timeout(10),
            |demo| demo.set(timeout(20)),
            &[r#"PUT configuration {"Timeout":10}"#],
        );
        check(
            timeout(10),
            |demo| {
                demo.deploy("2\n");
                demo.set(timeout(20));
            },
            &["PUT code {}", r#"PUT configuration {"Timeout":10}"#],
        );
    }

    #[test]
    fn takes_away_what_was_not_set() {
        let set = Settings {
            description: Some("later".into()),
            environment: Some(vec![("STAGE".to_owned(), "test".to_owned())]),
            dead_letter_target: Some("arn:aws:sqs:us-east-1:123456789012:dead".into()),
            logging: LoggingSettings {
                format: Some("JSON".into()),
                system_level: Some("WARN".into()),
                group: Some("/mine".into()),
                ..LoggingSettings::default()
            },
            snap_start: Some("PublishedVersions".into()),
            ..none()
        };
        check(
            none(),
            |demo| demo.set(set.clone()),
            &[
                r#"PUT configuration {"Description":"","Environment":{"Variables":{}},"DeadLetterConfig":{"TargetArn":""},"LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/demo"},"SnapStart":{"ApplyOn":"None"}}"#,
            ],
        );
        check(
            set,
            |demo| {
                demo.set(Settings {
                    logging: LoggingSettings {
                        format: Some("Text".into()),
                        ..LoggingSettings::default()
                    },
                    ..none()
                });
            },
            &[
                r#"PUT configuration {"LoggingConfig":{"LogFormat":"JSON","ApplicationLogLevel":"INFO","SystemLogLevel":"WARN"}}"#,
            ],
        );
    }

    #[test]
    fn brings_the_architecture_back_with_the_code() {
        check(
            none(),
            |demo| {
                let latest = demo.latest();
                demo.apply(UpdateFunctionCode {
                    function_name: "demo".to_owned(),
                    zip_file: Some(latest.code.zip()),
                    architectures: Some(vec!["arm64".to_owned()]),
                    ..UpdateFunctionCode::default()
                });
            },
            &[r#"PUT code {"Architectures":["x86_64"]}"#],
        );
    }
}
