//! Execution environments in a browser, with the worker and the guest of the built page.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where the page is not as expected"
)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Array;
use lambda_playground::sandbox::{
    Assets, Batch, Call, EnvironmentKey, Loading, Outcome, Record, Sandbox, Specification,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Blob, BlobPropertyBag, Response, Url, window};

wasm_bindgen_test_configure!(run_in_browser);

const HANDLER: &str = "
import time

calls = 0

def lambda_handler(event, context):
    global calls
    calls += 1
    if event == 'spin':
        while True:
            pass
    if event == 'sleep':
        time.sleep(60)
    print('call', calls)
    return calls
";

/// A sandbox with the assets of the built page.
///
/// The test runner's server sometimes leaves a request unanswered while others are open, so the worker's script is
/// fetched once, and not by each worker.
async fn sandbox() -> Sandbox {
    let html = fetch("/dist/index.html").await;
    let (_, list) = html.split_once(r#"id="assets">"#).unwrap();
    let (list, _) = list.split_once("</script>").unwrap();
    let list: BTreeMap<String, String> = serde_json::from_str(list).unwrap();
    let script = fetch(&format!("/dist/{}", list["worker"])).await;
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let script = Array::of1(&script.into());
    let script = Blob::new_with_str_sequence_and_options(&script, &options).unwrap();
    let assets = Assets {
        worker: Url::create_object_url_with_blob(&script).unwrap(),
        guest: format!("/dist/{}", list["guest"]),
        library: format!("/dist/{}", list["library"]),
        guest_size: list["guest-size"].parse().unwrap(),
    };
    Sandbox::new(assets, || {}, |_| {})
}

async fn fetch(path: &str) -> String {
    let response = JsFuture::from(window().unwrap().fetch_with_str(path)).await;
    let response: Response = response.unwrap().dyn_into().unwrap();
    let text = JsFuture::from(response.text().unwrap()).await;
    text.unwrap().as_string().unwrap()
}

fn key(version: &str) -> EnvironmentKey {
    EnvironmentKey {
        function: "greeter".to_owned(),
        version: version.to_owned(),
        generation: String::new(),
    }
}

/// Runs events one after the other in one environment.
async fn run(sandbox: &Sandbox, version: &str, events: &[&str]) -> Vec<Record> {
    let stream = format!("[{version}]");
    let specification = Specification {
        memory_size: 128,
        temporary_size: 512,
        runtime: "python3.13".to_owned(),
        handler: "lambda_function.lambda_handler".to_owned(),
        variables: BTreeMap::new(),
        package: BTreeMap::from([(
            "lambda_function.py".to_owned(),
            Rc::from(HANDLER.as_bytes()),
        )]),
        log_stream: stream.into(),
        clock: 1_767_225_600_000.0,
        seed: None,
    };
    let call = |event: &&str| Call {
        request_id: "8e2b".to_owned(),
        function_arn: "arn:aws:lambda:us-east-1:000000000000:function:greeter".to_owned(),
        event: Rc::from(format!("\"{event}\"")),
        timeout: Duration::from_secs(1),
        clock: 1_767_225_600_000.0,
        client_context: None,
        trace_id: "Root=1".to_owned(),
        seed: None,
    };
    let batch = Batch {
        key: key(version),
        lane: None,
        specify: Rc::new(move |_| specification.clone()),
        calls: events.iter().map(call).collect(),
    };
    let records = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&records);
    sandbox
        .run(batch, move |_, record| heard.borrow_mut().push(record))
        .await;
    records.take()
}

#[track_caller]
fn check(records: &[Record], expect: &[(Outcome, &str)]) {
    let told: Vec<_> = records
        .iter()
        .map(|it| (it.outcome, it.payload.as_str()))
        .collect();
    assert_eq!(told, expect);
}

#[wasm_bindgen_test]
async fn an_environment_keeps_its_state_and_a_new_version_has_its_own() {
    let sandbox = sandbox().await;
    let records = run(&sandbox, "1", &["", ""]).await;
    check(&records, &[(Outcome::Ok, "1"), (Outcome::Ok, "2")]);
    assert!(records[0].init.is_some() && records[1].init.is_none());
    assert_eq!(records[1].log, "call 2\n");
    check(&run(&sandbox, "2", &[""]).await, &[(Outcome::Ok, "1")]);
    check(&run(&sandbox, "1", &[""]).await, &[(Outcome::Ok, "3")]);
    assert_eq!(sandbox.loading(), Loading::Ready);
    let served: Vec<u64> = sandbox
        .environments()
        .iter()
        .map(|it| it.invocations)
        .collect();
    assert_eq!(served, [3, 1]);

    sandbox.retire(|it| *it == key("1"));
    check(&run(&sandbox, "1", &[""]).await, &[(Outcome::Ok, "1")]);
}

#[wasm_bindgen_test]
async fn what_takes_too_long_is_ended_and_the_next_call_starts_anew() {
    const TIMED_OUT: &str = r#"{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: 8e2b Error: Task timed out after 1.00 seconds"}"#;
    let sandbox = sandbox().await;
    for event in ["spin", "sleep"] {
        let records = run(&sandbox, event, &["", event, ""]).await;
        let timed_out = (Outcome::Timeout, TIMED_OUT);
        check(
            &records,
            &[(Outcome::Ok, "1"), timed_out, (Outcome::Ok, "1")],
        );
        assert_eq!(records[1].duration, Duration::from_secs(1));
        assert_eq!(records[1].environment, records[2].environment);
        assert!(records[2].init.is_some());
    }
}

#[wasm_bindgen_test]
async fn without_python_a_call_says_so() {
    let assets = Assets {
        worker: String::new(),
        guest: String::new(),
        library: String::new(),
        guest_size: 0,
    };
    let sandbox = Sandbox::new(assets, || {}, |_| {});
    let records = run(&sandbox, "1", &[""]).await;
    assert_eq!(records[0].outcome, Outcome::Error);
    assert!(records[0].payload.contains("Python could not be started"));
    assert!(matches!(sandbox.loading(), Loading::Failed(_)));
}
