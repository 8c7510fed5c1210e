//! The page's own components put together: functions, versions and aliases as people make them.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where the page is not as expected"
)]

mod web;

use std::rc::Rc;
use std::time::Duration;

use lambda_playground::lambda::{FunctionName, Qualifier};
use lambda_playground::sandbox::{Assets, EnvironmentKey, EnvironmentState, EnvironmentView};
use lambda_playground::ui::pages::EnvironmentList;
use lambda_playground::ui::playground::Playground;
use lambda_playground::ui::{App, AppProps};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::{
    Mounted, body_text, choose, click, fill, find, find_all, has_focus, mount, mount_with, settle,
    value,
};
use web_sys::HtmlElement;
use yew::prelude::*;
use yew_router::HashRouter;

wasm_bindgen_test_configure!(run_in_browser);

/// An empty playground on the list of functions; nothing is kept for the next test, and there is no
/// Python.
async fn open(database: &str) -> Mounted<App> {
    web_sys::window()
        .unwrap()
        .location()
        .set_hash("#/")
        .unwrap();
    let assets = Assets {
        worker: String::new(),
        guest: String::new(),
        library: String::new(),
        guest_size: 0,
    };
    let playground = Playground::open(assets, database);
    playground.ready().await;
    let page = mount_with::<App>(AppProps { playground }).await;
    settle().await;
    page
}

async fn create_function(name: &str) {
    click(&find("button", "Create function")).await;
    fill(&find("textbox", "Function name"), name).await;
    choose(&find("combobox", "Runtime"), "python3.8").await;
    click(&find("button", "Create function")).await;
}

async fn edit_and_deploy(source: &str) {
    click(&find("tab", "Code")).await;
    fill(&find("textbox", "Source of lambda_function.py"), source).await;
    click(&find("button", "Deploy")).await;
}

async fn publish(description: &str) {
    click(&find("button", "Actions")).await;
    click(&find("menuitem", "Publish new version")).await;
    fill(&find("textbox", "Version description"), description).await;
    click(&find("button", "Publish")).await;
}

async fn select(qualifier: &str) {
    choose(&find("combobox", "Qualifier"), qualifier).await;
}

/// A function with versions 1 and 2, on its Aliases tab.
async fn two_versions() {
    create_function("demo").await;
    edit_and_deploy("def lambda_handler(event, context):\n    return 1\n").await;
    publish("first try").await;
    select("$LATEST").await;
    edit_and_deploy("def lambda_handler(event, context):\n    return 2\n").await;
    publish("second try").await;
    click(&find("tab", "Aliases")).await;
}

/// The texts of the cells of a table's rows.
fn rows(table: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| {
        line.split('\t')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    find("table", table)
        .inner_text()
        .lines()
        .skip(1)
        .map(cells)
        .collect()
}

#[wasm_bindgen_test]
async fn a_function_is_created_and_its_page_opens() {
    let _page = open("create").await;
    assert!(body_text().contains("No functions"));
    create_function("lambda-version-demo").await;
    assert!(has_focus(&find("heading", "lambda-version-demo")));
    assert!(
        find("status", "")
            .inner_text()
            .contains("Created the function lambda-version-demo.")
    );
    assert!(
        body_text().contains("arn:aws:lambda:us-east-1:123456789012:function:lambda-version-demo")
    );
    assert_eq!(find_all("tab", "").len(), 7);
    let title = web_sys::window().unwrap().document().unwrap().title();
    assert_eq!(title, "lambda-version-demo – Lambda Playground");
}

#[wasm_bindgen_test]
async fn a_refused_name_shows_the_services_words_and_stays() {
    let _page = open("refused").await;
    create_function("no spaces").await;
    let alert = find("alert", "").inner_text();
    assert!(
        alert.contains("ValidationException: 1 validation error detected"),
        "{alert}"
    );
    assert!(
        alert.contains("Name the function with up to 64 letters"),
        "{alert}"
    );
    assert_eq!(value("textbox", "Function name"), "no spaces");
    assert_eq!(value("combobox", "Runtime"), "python3.8");
}

#[wasm_bindgen_test]
async fn edits_wait_until_they_are_deployed() {
    let _page = open("deploy").await;
    create_function("demo").await;
    let source = "def lambda_handler(event, context):\n    return 'edited'\n";
    fill(&find("textbox", "Source of lambda_function.py"), source).await;
    assert_eq!(body_text().matches("Changes not deployed").count(), 1);
    click(&find("tab", "Versions")).await;
    click(&find("tab", "Code")).await;
    assert_eq!(value("textbox", "Source of lambda_function.py"), source);
    click(&find("button", "Deploy")).await;
    assert!(!body_text().contains("Changes not deployed"));
    assert_eq!(value("textbox", "Source of lambda_function.py"), source);
}

#[wasm_bindgen_test]
async fn a_version_is_published_and_read_only() {
    let _page = open("publish").await;
    create_function("demo").await;
    publish("first try").await;
    assert_eq!(value("combobox", "Qualifier"), "1");
    assert!(body_text().contains("function:demo:1"));
    let source = find("textbox", "Source of lambda_function.py");
    assert!(source.has_attribute("readonly"));
    assert!(body_text().contains("Version 1 never changes"));
    click(&find("tab", "Versions")).await;
    assert_eq!(rows("Versions")[0][..2], ["1", "first try"]);
}

#[wasm_bindgen_test]
async fn publishing_without_a_change_says_so() {
    let _page = open("unchanged").await;
    create_function("demo").await;
    publish("").await;
    publish("").await;
    assert!(
        find("status", "")
            .inner_text()
            .contains("Nothing has changed since version 1")
    );
    click(&find("tab", "Versions")).await;
    assert_eq!(rows("Versions").len(), 1);
}

#[wasm_bindgen_test]
async fn an_alias_shares_between_two_versions() {
    let _page = open("alias").await;
    two_versions().await;
    click(&find("button", "Create alias")).await;
    fill(&find("textbox", "Name"), "prod").await;
    choose(&find_all("combobox", "Version")[0], "1").await;
    choose(&find("combobox", "Additional version"), "2").await;
    fill(&find("spinbutton", "Weight"), "7").await;
    assert!(body_text().contains("Version 1: 93 %"));
    click(&find("button", "Save")).await;
    assert_eq!(rows("Aliases")[0][..5], ["prod", "1", "93 %", "2", "7 %"]);

    click(&find("button", "Edit prod")).await;
    assert_eq!(value("spinbutton", "Weight"), "7");
    choose(&find_all("combobox", "Version")[0], "2").await;
    choose(&find("combobox", "Additional version"), "").await;
    click(&find("button", "Save")).await;
    assert_eq!(rows("Aliases")[0][..5], ["prod", "2", "100 %", "", ""]);
}

#[wasm_bindgen_test]
async fn an_impossible_pair_is_explained_and_refused() {
    let _page = open("pair").await;
    two_versions().await;
    click(&find("button", "Create alias")).await;
    fill(&find("textbox", "Name"), "prod").await;
    choose(&find_all("combobox", "Version")[0], "2").await;
    choose(&find("combobox", "Additional version"), "2").await;
    assert!(body_text().contains("already included in routing configuration"));
    click(&find("button", "Save")).await;
    assert!(
        find("alert", "")
            .inner_text()
            .contains("already included in routing configuration")
    );
    choose(&find("combobox", "Additional version"), "$LATEST").await;
    assert_eq!(value("combobox", "Additional version"), "$LATEST");
    assert!(body_text().contains("Value '{$LATEST=0.0}' at 'routingConfig"));
    assert_eq!(value("textbox", "Name"), "prod");
}

#[wasm_bindgen_test]
async fn a_version_in_use_is_kept() {
    let _page = open("in-use").await;
    two_versions().await;
    click(&find("button", "Create alias")).await;
    fill(&find("textbox", "Name"), "prod").await;
    click(&find("button", "Save")).await;
    click(&find("tab", "Versions")).await;
    click(&find("button", "Delete version 2")).await;
    click(&find("button", "Delete version")).await;
    let alert = find("alert", "").inner_text();
    assert!(alert.contains("ResourceConflictException"), "{alert}");
    assert!(
        alert.contains("Point the aliases that use this version at another one"),
        "{alert}"
    );
    click(&find("button", "Cancel")).await;
    click(&find("button", "Delete version 1")).await;
    click(&find("button", "Delete version")).await;
    assert_eq!(rows("Versions").len(), 1);
}

#[wasm_bindgen_test]
async fn deleting_the_selected_alias_selects_latest() {
    let _page = open("delete-alias").await;
    two_versions().await;
    click(&find("button", "Create alias")).await;
    fill(&find("textbox", "Name"), "prod").await;
    click(&find("button", "Save")).await;
    select("prod").await;
    assert!(body_text().contains("function:demo:prod"));
    click(&find("button", "Delete prod")).await;
    click(&find("button", "Delete alias")).await;
    assert_eq!(value("combobox", "Qualifier"), "$LATEST");
    assert!(body_text().contains("No aliases"));
}

#[wasm_bindgen_test]
async fn configuration_is_edited_and_frozen_in_versions() {
    let _page = open("configuration").await;
    create_function("demo").await;
    publish("").await;
    click(&find("tab", "Configuration")).await;
    let edit = find("button", "Edit configuration");
    assert_eq!(edit.get_attribute("aria-disabled").as_deref(), Some("true"));
    select("$LATEST").await;
    click(&find("button", "Edit configuration")).await;
    fill(&find("spinbutton", "Memory (MB)"), "64").await;
    click(&find("button", "Add variable")).await;
    fill(&find("textbox", "Key 1"), "STAGE").await;
    fill(&find("textbox", "Value 1"), "dev").await;
    click(&find("button", "Save")).await;
    assert!(find("alert", "").inner_text().contains("memorySize"));
    assert_eq!(value("textbox", "Value 1"), "dev");
    fill(&find("spinbutton", "Memory (MB)"), "256").await;
    fill(&find("spinbutton", "Reserved concurrency"), "5").await;
    click(&find("button", "Save")).await;
    assert!(body_text().contains("256 MB"));
    assert_eq!(rows("Environment variables"), [["STAGE", "dev"]]);
    select("1").await;
    assert!(body_text().contains("128 MB") && !body_text().contains("STAGE"));
}

#[wasm_bindgen_test]
async fn a_deleted_function_is_gone_from_the_list() {
    let _page = open("delete-function").await;
    create_function("demo").await;
    click(&find("button", "Actions")).await;
    click(&find("menuitem", "Delete function")).await;
    click(&find("button", "Delete function")).await;
    assert!(body_text().contains("Deleted the function demo."));
    assert!(body_text().contains("No functions"));
}

#[wasm_bindgen_test]
async fn what_is_made_is_there_after_opening_again() {
    {
        let _page = open("keeping").await;
        create_function("demo").await;
        fill(
            &find("textbox", "Source of lambda_function.py"),
            "edited = True\n",
        )
        .await;
    }
    // Saving goes on in the background, so it may take more than one look.
    for _ in 0..100 {
        let _page = open("keeping").await;
        click(&find("link", "demo")).await;
        if body_text().contains("Changes not deployed") {
            assert_eq!(
                value("textbox", "Source of lambda_function.py"),
                "edited = True\n"
            );
            return;
        }
    }
    panic!("the edit was not saved: {}", body_text());
}

/// Two environments of two versions, one of which has answered nothing yet.
#[component]
fn Environments() -> Html {
    let environment = |id, version: &str, state, invocations, provisioned| EnvironmentView {
        id,
        key: EnvironmentKey {
            function: "demo".to_owned(),
            version: version.to_owned(),
            generation: String::new(),
        },
        state,
        provisioned,
        invocations,
        init: (invocations > 0).then_some(Duration::from_micros(141_600)),
        memory: invocations * 1024,
        log_stream: Rc::from(format!("2026/01/01/[{version}]{id}")),
    };
    html! {
        <HashRouter>
            <EnvironmentList
                function={"demo".parse::<FunctionName>().unwrap()}
                selected={Qualifier::Latest}
                expected={vec![Qualifier::classify("10"), Qualifier::classify("2")]}
                environments={vec![
                    environment(3, "2", EnvironmentState::Busy, 12_345, true),
                    environment(4, "$LATEST", EnvironmentState::Starting, 0, false),
                ]}
            />
        </HashRouter>
    }
}

#[wasm_bindgen_test]
async fn each_environment_has_a_box_under_its_version() {
    let _page = mount::<Environments>().await;
    let headings: Vec<String> = find_all("heading", "")
        .iter()
        .skip(1)
        .map(HtmlElement::inner_text)
        .collect();
    assert_eq!(headings, ["$LATEST", "Version 2", "Version 10"]);
    let boxes = find("region", "Execution environments").inner_text();
    let facts: Vec<&str> = boxes.split_whitespace().collect();
    let facts = facts.join(" ");
    for expect in [
        "$LATEST Starting #4 Invocations 0 Cold start – Memory – On demand Version 2",
        "Busy #3 Invocations 12,345 Init, ahead 142 ms Memory 13 MB Provisioned Log of environment 3",
        "Version 10 None is running",
    ] {
        assert!(facts.contains(expect), "{expect:?} is not in {facts:?}");
    }
    let link = find("link", "Log of environment 3");
    let address = link.get_attribute("href").unwrap();
    assert!(
        address.ends_with("#/functions/demo/logs?stream=2026%2F01%2F01%2F%5B2%5D3"),
        "{address}"
    );
}

#[wasm_bindgen_test]
async fn without_environments_the_page_says_how_they_start() {
    let _page = open("no-environments").await;
    create_function("demo").await;
    for tab in ["Test", "Traffic"] {
        click(&find("tab", tab)).await;
        let region = find("region", "Execution environments").inner_text();
        assert!(
            region.contains("Environments start with the first invocation."),
            "{region}"
        );
        assert!(region.contains("$LATEST") && region.contains("None is running"));
    }
}
