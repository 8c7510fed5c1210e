use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::lambda::{
    CloudDelays, CreateFunction, Files, Moment, PublishVersion, Service, Settings,
    UpdateFunctionCode, zip_files,
};
use crate::storage::{Drafts, Learning, Workspace};

fn zip(source: &str) -> Option<Rc<[u8]>> {
    let files = Files::from([("lambda_function.py".to_owned(), source.as_bytes().into())]);
    zip_files(&files).ok()
}

/// A service in which each source was deployed and published.
fn service(sources: &[String]) -> Service {
    let mut service = Service::new(CloudDelays::None);
    let mut entropy = 0;
    let mut apply = |operation| {
        entropy += 1;
        let moment = Moment {
            at: Timestamp::UNIX_EPOCH,
            entropy: [entropy; 32],
        };
        service.apply(operation, moment).unwrap();
    };
    let function_name = "demo".to_owned();
    apply(
        CreateFunction {
            function_name: Some(function_name.clone()),
            zip_file: zip("one"),
            settings: Settings {
                runtime: Some("python3.8".into()),
                handler: Some("lambda_function.lambda_handler".into()),
                role: Some("arn:aws:iam::123456789012:role/demo".into()),
                ..Settings::default()
            },
            ..CreateFunction::default()
        }
        .into(),
    );
    for source in sources {
        apply(
            UpdateFunctionCode {
                function_name: function_name.clone(),
                zip_file: zip(source),
                ..UpdateFunctionCode::default()
            }
            .into(),
        );
        apply(
            PublishVersion {
                function_name: function_name.clone(),
                ..PublishVersion::default()
            }
            .into(),
        );
    }
    service
}

fn document(service: &Service, draft: &str) -> (Document, Packages) {
    let mut drafts = Drafts::default();
    drafts.write(&Files::new(), "lambda_function.py", draft);
    let workspace = Workspace {
        drafts,
        ..Workspace::default()
    };
    let workspaces = BTreeMap::from([("demo".to_owned(), workspace)]);
    let mut packages = Packages::new();
    let document = Document::write(
        service,
        "7f3a",
        workspaces,
        Learning::default(),
        &mut packages,
    );
    (document, packages)
}

/// Text of a form that says how long its only part is, and holds that.
fn packed(contents: &[u8]) -> String {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents).unwrap();
    format!(
        "1.{}",
        BASE64_URL_SAFE_NO_PAD.encode(encoder.finish().unwrap())
    )
}

#[track_caller]
fn check_unreadable(text: &str, expect: &str) {
    assert_eq!(read(text).unwrap_err().to_string(), expect);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn what_is_shared_comes_back(
        sources in prop::collection::vec("\\PC{0,200}", 0..5),
        draft in "\\PC{0,200}",
    ) {
        let service = service(&sources);
        let (document, packages) = document(&service, &draft);
        let text = write(&document, &packages).unwrap();
        prop_assert!(text.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.".contains(&it)));
        let (document_read, packages_read) = read(&text).unwrap();
        prop_assert_eq!(document_read.service(&packages_read).unwrap(), service);
        prop_assert_eq!(document_read, document);
        prop_assert_eq!(packages_read, packages);
    }

    #[test]
    fn whatever_is_read_is_read_or_refused(text in "1\\.[A-Za-z0-9_-]{0,300}", other in "\\PC{0,50}") {
        prop_assert!(read(&text).is_err());
        prop_assert!(read(&other).is_err());
    }

    #[test]
    fn text_that_was_cut_off_is_refused(part in 0.0..1.0_f64) {
        let service = service(&["two".to_owned()]);
        let (document, packages) = document(&service, "");
        let text = write(&document, &packages).unwrap();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "any place in the text will do"
        )]
        let place = (text.len() as f64 * part) as usize;
        prop_assert!(read(&text[..place]).is_err());
    }
}

#[test]
fn a_lesson_takes_a_short_link() {
    let sources = ["this is version one.", "this is version two."];
    let service = service(&sources.map(str::to_owned));
    let (document, packages) = document(&service, "");
    let text = write(&document, &packages).unwrap();
    assert!(text.len() < 2_000, "{} characters", text.len());
}

#[test]
fn packages_that_nothing_needs_stay_behind() {
    let service = service(&[]);
    let (document, mut packages) = document(&service, "");
    let other = zip("other").unwrap();
    packages.insert(CodeSha256::of(&other).to_string(), other);
    let text = write(&document, &packages).unwrap();
    assert_eq!(read(&text).unwrap().1.len(), 1);
}

#[test]
fn what_is_too_large_is_refused_both_ways() {
    // Numbers that hardly compress.
    let mut digits = String::new();
    let mut state = 1_u64;
    while digits.len() < 200_000 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        digits.push_str(&state.to_string());
    }
    let service = service(&[digits]);
    let (document, packages) = document(&service, "");
    let expect = "it is more than a link can hold, which is 64 KiB: export it to a file instead";
    assert_eq!(write(&document, &packages).unwrap_err().to_string(), expect);
    check_unreadable(&"1.".repeat(MAX_LENGTH), expect);
    // A little text that unpacks to far more than it may.
    let bomb = packed(&vec![0; 9 * 1024 * 1024]);
    assert!(bomb.len() < MAX_LENGTH);
    check_unreadable(&bomb, expect);
}

#[test]
fn why_text_cannot_be_read_is_told() {
    check_unreadable("", "the form is missing");
    check_unreadable("one.AAAA", "the form is not a number");
    check_unreadable(
        "2.AAAA",
        "it was saved by a newer release of the playground",
    );
    check_unreadable(&packed(b""), "it is cut off");
    check_unreadable(&packed(&[0, 0, 0, 9, b'{']), "it is cut off");
    let (document, packages) = document(&service(&[]), "");
    let longer = format!("{}AAAAAAAA", write(&document, &packages).unwrap());
    assert!(read(&longer).is_err());
    let json = document.to_json().unwrap();
    let mut alone = Vec::new();
    append(&mut alone, json.as_bytes()).unwrap();
    let digest = packages.keys().next().unwrap();
    let expect = format!("the package {digest} is missing");
    check_unreadable(&packed(&alone), &expect);
    let missing = write(&document, &Packages::new()).unwrap_err();
    assert_eq!(missing.to_string(), expect);
}
