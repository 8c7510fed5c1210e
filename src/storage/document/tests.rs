use super::*;
use crate::lambda::{
    CreateAlias, CreateFunction, DeleteFunction, Files, PublishVersion,
    PutProvisionedConcurrencyConfig, Settings, UpdateAlias, UpdateFunctionCode, zip_files,
};
use crate::lambda::{Qualifier, Weight};
use crate::lessons::{
    Ended, Guess, LESSONS, Language, LessonProgress, Outcome, Progress, StepProgress,
};

fn zip(text: &str) -> Rc<[u8]> {
    let files = Files::from([("lambda_function.py".to_owned(), text.as_bytes().into())]);
    zip_files(&files).unwrap()
}

/// A service after most of the walk.
fn walked() -> Service {
    let function_name = || "demo".to_owned();
    let operations: [Operation; 7] = [
        CreateFunction {
            function_name: Some(function_name()),
            zip_file: Some(zip("one")),
            settings: Settings {
                runtime: Some("python3.8".into()),
                handler: Some("lambda_function.lambda_handler".into()),
                role: Some("arn:aws:iam::123456789012:role/demo".into()),
                ..Settings::default()
            },
            ..CreateFunction::default()
        }
        .into(),
        PublishVersion {
            function_name: function_name(),
            ..PublishVersion::default()
        }
        .into(),
        UpdateFunctionCode {
            function_name: function_name(),
            zip_file: Some(zip("two")),
            ..UpdateFunctionCode::default()
        }
        .into(),
        PublishVersion {
            function_name: function_name(),
            description: Some("second try".into()),
            ..PublishVersion::default()
        }
        .into(),
        CreateAlias {
            function_name: function_name(),
            name: Some("prod".into()),
            function_version: Some("1".into()),
            weights: BTreeMap::from([("2".into(), Some(0.5))]),
            ..CreateAlias::default()
        }
        .into(),
        UpdateAlias {
            function_name: function_name(),
            name: "prod".into(),
            function_version: Some("2".into()),
            weights: Some(BTreeMap::new()),
            ..UpdateAlias::default()
        }
        .into(),
        DeleteFunction {
            function_name: function_name(),
            qualifier: Some("1".into()),
        }
        .into(),
    ];
    let mut service = Service::new(CloudDelays::None);
    for (index, operation) in (0_u8..).zip(operations) {
        let moment = Moment {
            at: Timestamp::from_second(1_700_000_000 + i64::from(index)).unwrap(),
            entropy: [index; 32],
        };
        service.apply(operation, moment).unwrap();
    }
    service
}

#[test]
fn what_was_saved_is_what_is_loaded() {
    let service = walked();
    let deployed = Files::from([("orders.py".to_owned(), Rc::from(*b""))]);
    let mut drafts = Drafts::default();
    drafts.write(&deployed, "lambda_function.py", "three");
    drafts.remove(&deployed, "orders.py");
    let workspaces = BTreeMap::from([(
        "demo".to_owned(),
        Workspace {
            drafts,
            events: BTreeMap::from([("hello".into(), "{}".into())]),
        },
    )]);
    let mut packages = Packages::new();
    let document = Document::write(
        &service,
        "7f3a",
        workspaces,
        Learning::default(),
        &mut packages,
    );
    let text = document.to_json().unwrap();

    let loaded = Document::from_json(&text).unwrap();
    assert_eq!(loaded, document);
    let again = loaded.service(&packages).unwrap();
    assert!(again.functions().eq(service.functions()));
    assert_eq!(again.history(), service.history());
}

#[test]
fn delays_are_kept_with_the_moment_they_were_chosen_at() {
    let mut service = Service::new(CloudDelays::UntilSettled);
    let create = CreateFunction {
        function_name: Some("demo".into()),
        zip_file: Some(zip("one")),
        settings: Settings {
            runtime: Some("python3.8".into()),
            handler: Some("lambda_function.lambda_handler".into()),
            role: Some("arn:aws:iam::123456789012:role/demo".into()),
            ..Settings::default()
        },
        ..CreateFunction::default()
    };
    let moment = |seconds: u8| Moment {
        at: Timestamp::from_second(1_700_000_000 + i64::from(seconds)).unwrap(),
        entropy: [seconds; 32],
    };
    service.apply(create.into(), moment(0)).unwrap();
    let ten_seconds = CloudDelays::After(SignedDuration::from_secs(10));
    service.set_delays(ten_seconds, moment(1));
    service.set_delays(CloudDelays::UntilSettled, moment(2));
    service.settle(moment(3));
    service.set_delays(CloudDelays::None, moment(4));

    check_again(&service);
}

#[test]
fn provisioned_concurrency_that_failed_is_kept() {
    let mut service = walked();
    let moment = |seconds: u8| Moment {
        at: Timestamp::from_second(1_700_000_100 + i64::from(seconds)).unwrap(),
        entropy: [seconds; 32],
    };
    let put = PutProvisionedConcurrencyConfig {
        function_name: "demo".into(),
        qualifier: Some("prod".into()),
        provisioned_concurrent_executions: Some(1),
    };
    service.apply(put.into(), moment(0)).unwrap();
    let (name, version) = ("demo".parse().unwrap(), "2".parse().unwrap());
    assert!(service.fail_provisioning(&name, version, moment(1)));
    check_again(&service);
}

/// Checks that a service is the same once it was written down and read.
#[track_caller]
fn check_again(service: &Service) {
    let mut packages = Packages::new();
    let document = Document::write(
        service,
        "",
        BTreeMap::new(),
        Learning::default(),
        &mut packages,
    );
    let loaded = Document::from_json(&document.to_json().unwrap()).unwrap();
    assert_eq!(loaded.service(&packages).unwrap(), *service);
}

#[test]
fn what_the_first_release_saved_is_read() {
    let text = r#"{"form":1,"delays":"untilSettled","seed":"","changes":[],"workspaces":{}}"#;
    let loaded = Document::from_json(text).unwrap();
    let service = loaded.service(&Packages::new()).unwrap();
    assert_eq!(service.delays(), CloudDelays::UntilSettled);
}

#[test]
fn what_the_second_release_saved_is_read() {
    let entropy = format!("{:?}", [7; 32]);
    let text = format!(
        r#"{{"form":2,"delays":"untilSettled","seed":"","workspaces":{{}},"changes":[
            {{"at":"1700000000000000000","entropy":{entropy},"delays":"none"}},
            {{"at":"1700000001000000000","entropy":{entropy}}}
        ]}}"#
    );
    let loaded = Document::from_json(&text).unwrap();
    let service = loaded.service(&Packages::new()).unwrap();
    let acts: Vec<&Act> = service.history().iter().map(|it| &it.act).collect();
    assert_eq!(acts, [&Act::SetDelays(CloudDelays::None), &Act::Settle]);
}

#[test]
fn each_package_is_kept_once() {
    let mut packages = Packages::new();
    let document = Document::write(
        &walked(),
        "",
        BTreeMap::new(),
        Learning::default(),
        &mut packages,
    );
    assert_eq!(packages.len(), 2);
    assert!(
        document
            .package_digests()
            .all(|digest| packages.contains_key(digest))
    );
    assert!(!document.to_json().unwrap().contains("ZipFile"));
}

#[test]
fn a_newer_form_is_told_from_damage() {
    assert_eq!(
        Document::from_json(r#"{"form":6,"unheard":"of"}"#),
        Err(LoadError::Newer)
    );
    assert!(matches!(
        Document::from_json(r#"{"form":1}"#),
        Err(LoadError::Damaged(_))
    ));
    let mut packages = Packages::new();
    let document = Document::write(
        &walked(),
        "",
        BTreeMap::new(),
        Learning::default(),
        &mut packages,
    );
    packages.clear();
    assert!(matches!(
        document.service(&packages),
        Err(LoadError::Damaged(_))
    ));
}

#[test]
fn progress_in_lessons_is_kept() {
    let service = walked();
    let lesson = LESSONS[1];
    let [first, second] = [lesson.steps[0].id, lesson.steps[1].id];
    let at = Timestamp::from_second(1_700_000_200).unwrap();
    let ended = |ended| StepProgress {
        ended,
        at,
        changes: (2, 5),
    };
    let made = LessonProgress {
        function: Some("demo".parse().unwrap()),
        setups: 2,
        seed: Some("7f3a".to_owned()),
        chosen: Some(first),
        steps: BTreeMap::from([(first, ended(Ended::Done)), (second, ended(Ended::Skipped))]),
        hints: BTreeMap::from([(first, 1)]),
        guesses: BTreeMap::from([(
            first,
            Guess {
                least: 40,
                most: 60,
            },
        )]),
        outcomes: BTreeMap::from([(
            second,
            Outcome {
                version: Qualifier::Version("2".parse().unwrap()),
                weight: Weight::new(0.5).unwrap(),
                got: 47,
                of: 100,
                errors: 3,
            },
        )]),
        operations: BTreeMap::from([(first, 3)]),
    };
    let lessons = BTreeMap::from([(lesson.id, made.clone())]);
    let progress = Progress::restored(Some(lesson), lessons, &service);
    let learning = Learning::write(true, true, Language::German, &progress);

    let mut packages = Packages::new();
    let document = Document::write(&service, "", BTreeMap::new(), learning, &mut packages);
    let loaded = Document::from_json(&document.to_json().unwrap()).unwrap();
    let again = loaded.learning.progress(&service);
    assert!(loaded.learning.open && loaded.learning.locked);
    assert_eq!(loaded.learning.language(), Some(Language::German));
    assert_eq!(again.lesson().map(|it| it.id), Some(lesson.id));
    assert_eq!(again.of(lesson), Some(&made));
}
