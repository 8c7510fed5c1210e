//! The components' behaviour in a browser: what keys do, where focus goes, what belongs together.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where the page is not as expected"
)]

mod web;

use lambda_playground::ui::components::{
    Button, Choice, ConfirmDialog, Dialog, Field, FieldKind, MenuButton, MenuItem, Message,
    MessageArea, MessagesProvider, Select, TabItem, Tabs, use_messages,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::text_of_ids;
use web::{
    body_text, choose, click, dispatch, fill, find, find_all, has_focus, mount, press, value,
};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// A page with a button that opens a dialog, whose form refuses the name "taken".
#[component]
fn NamingPage() -> Html {
    let open = use_state(|| false);
    let name = use_state(String::new);
    let failure = use_state(|| None);
    let saved = use_state(String::new);
    let show = |to: bool| {
        let open = open.clone();
        Callback::from(move |()| open.set(to))
    };
    let onsubmit = {
        let (open, name, failure, saved) =
            (open.clone(), name.clone(), failure.clone(), saved.clone());
        Callback::from(move |()| {
            if *name == "taken" {
                let message = Message::failure("It exists.", "Choose another name.");
                failure.set(Some(message.with_code("Conflict")));
            } else {
                saved.set((*name).clone());
                open.set(false);
            }
        })
    };
    let oninput = {
        let name = name.clone();
        Callback::from(move |text| name.set(text))
    };
    html! {
        <main>
            <Button onclick={show(true).reform(|_| ())}>{ "Rename" }</Button>
            <Field label="Other name" value="" oninput={|_| ()} />
            <p>{ format!("Saved: {}", *saved) }</p>
            if *open {
                <Dialog
                    title="Rename it"
                    submit="Save"
                    {onsubmit}
                    onclose={show(false)}
                    failure={(*failure).clone()}
                >
                    <Field label="Name" value={(*name).clone()} {oninput} />
                </Dialog>
            }
        </main>
    }
}

#[wasm_bindgen_test]
async fn a_dialog_takes_focus_and_gives_it_back() {
    let _page = mount::<NamingPage>().await;
    let opener = find("button", "Rename");
    click(&opener).await;
    find("dialog", "Rename it");
    assert!(has_focus(&find("textbox", "Name")));
    click(&find("button", "Cancel")).await;
    assert!(find_all("dialog", "").is_empty());
    assert!(has_focus(&opener));
}

#[wasm_bindgen_test]
async fn escape_closes_a_dialog() {
    let _page = mount::<NamingPage>().await;
    click(&find("button", "Rename")).await;
    // What the browser sends on Escape, which no script can press.
    dispatch(&find("dialog", "Rename it"), "cancel").await;
    assert!(find_all("dialog", "").is_empty());
    assert!(has_focus(&find("button", "Rename")));
}

#[wasm_bindgen_test]
async fn what_a_dialog_covers_is_out_of_reach() {
    let _page = mount::<NamingPage>().await;
    find("textbox", "Other name");
    click(&find("button", "Rename")).await;
    assert!(find_all("textbox", "Other name").is_empty());
    click(&find("button", "Cancel")).await;
    find("textbox", "Other name");
}

#[wasm_bindgen_test]
async fn a_failure_in_a_dialog_loses_nothing_typed() {
    let _page = mount::<NamingPage>().await;
    click(&find("button", "Rename")).await;
    fill(&find("textbox", "Name"), "taken").await;
    click(&find("button", "Save")).await;
    let alert = find("alert", "").inner_text();
    assert!(alert.contains("Conflict: It exists.") && alert.contains("Choose another name."));
    assert_eq!(value("textbox", "Name"), "taken");
    fill(&find("textbox", "Name"), "free").await;
    click(&find("button", "Save")).await;
    assert!(find_all("dialog", "").is_empty());
    assert!(body_text().contains("Saved: free"));
}

#[component]
fn DeletingPage() -> Html {
    let asking = use_state(|| false);
    let gone = use_state(|| false);
    let ask = |to: bool| {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(to))
    };
    let onconfirm = {
        let (asking, gone) = (asking.clone(), gone.clone());
        Callback::from(move |()| {
            gone.set(true);
            asking.set(false);
        })
    };
    html! {
        <main>
            <h1 tabindex="-1">{ "Things" }</h1>
            if !*gone {
                <Button onclick={ask(true).reform(|_| ())}>{ "Delete" }</Button>
            }
            if *asking {
                <ConfirmDialog
                    title="Delete the thing?"
                    act="Delete thing"
                    {onconfirm}
                    onclose={ask(false)}
                >
                    <p>{ "It will be gone." }</p>
                </ConfirmDialog>
            }
        </main>
    }
}

#[wasm_bindgen_test]
async fn a_confirmation_starts_at_cancel_and_names_the_act() {
    let _page = mount::<DeletingPage>().await;
    click(&find("button", "Delete")).await;
    assert!(has_focus(&find("button", "Cancel")));
    click(&find("button", "Delete thing")).await;
    assert!(find_all("button", "Delete").is_empty());
    assert!(
        has_focus(&find("heading", "Things")),
        "the button that had the focus is gone"
    );
}

#[component]
fn TabbedPage() -> Html {
    let selected = use_state(|| AttrValue::from("a"));
    let tabs = [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")];
    let tabs = tabs.map(|(value, text)| TabItem {
        value: value.into(),
        text: text.into(),
    });
    let onselect = {
        let selected = selected.clone();
        Callback::from(move |value| selected.set(value))
    };
    html! {
        <Tabs label="Letters" tabs={Vec::from(tabs)} selected={(*selected).clone()} {onselect}>
            { format!("Panel {}", *selected) }
        </Tabs>
    }
}

#[wasm_bindgen_test]
async fn arrow_keys_walk_round_the_tabs() {
    let _page = mount::<TabbedPage>().await;
    click(&find("tab", "Alpha")).await;
    for (key, tab, panel) in [
        ("ArrowRight", "Beta", "Panel b"),
        ("End", "Gamma", "Panel c"),
        ("ArrowRight", "Alpha", "Panel a"),
        ("ArrowLeft", "Gamma", "Panel c"),
        ("Home", "Alpha", "Panel a"),
    ] {
        press(key).await;
        let tab = find("tab", tab);
        assert!(has_focus(&tab), "after {key}");
        assert_eq!(tab.get_attribute("aria-selected").unwrap(), "true");
        assert_eq!(tab.tab_index(), 0);
        assert_eq!(find("tabpanel", &tab.inner_text()).inner_text(), panel);
    }
    assert_eq!(find("tab", "Beta").tab_index(), -1);
}

#[component]
fn MenuPage() -> Html {
    let chosen = use_state(String::new);
    let items = [("p", "Publish"), ("c", "Create alias"), ("d", "Delete")];
    let items = items.map(|(value, text)| MenuItem {
        value: value.into(),
        text: text.into(),
    });
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |value: AttrValue| chosen.set(value.to_string()))
    };
    html! {
        <>
            <MenuButton label="Actions" items={Vec::from(items)} {onchoose} />
            <Button>{ "Elsewhere" }</Button>
            <p>{ format!("Chosen: {}", *chosen) }</p>
        </>
    }
}

#[wasm_bindgen_test]
async fn keys_walk_round_the_menu() {
    let _page = mount::<MenuPage>().await;
    let button = find("button", "Actions");
    assert_eq!(button.get_attribute("aria-expanded").unwrap(), "false");
    click(&button).await;
    assert_eq!(button.get_attribute("aria-expanded").unwrap(), "true");
    assert!(has_focus(&find("menuitem", "Publish")));
    for (key, item) in [
        ("ArrowUp", "Delete"),
        ("ArrowDown", "Publish"),
        ("End", "Delete"),
        ("Home", "Publish"),
    ] {
        press(key).await;
        assert!(has_focus(&find("menuitem", item)), "after {key}");
    }
    press("Escape").await;
    assert!(find_all("menu", "").is_empty());
    assert!(has_focus(&button));
}

#[wasm_bindgen_test]
async fn choosing_from_a_menu_closes_it() {
    let _page = mount::<MenuPage>().await;
    click(&find("button", "Actions")).await;
    click(&find("menuitem", "Create alias")).await;
    assert!(find_all("menu", "").is_empty());
    assert!(body_text().contains("Chosen: c"));
    assert!(has_focus(&find("button", "Actions")));
}

#[wasm_bindgen_test]
async fn leaving_a_menu_closes_it() {
    let _page = mount::<MenuPage>().await;
    click(&find("button", "Actions")).await;
    click(&find("button", "Elsewhere")).await;
    assert!(find_all("menu", "").is_empty());
    assert!(has_focus(&find("button", "Elsewhere")));
}

#[component]
fn WeightPage() -> Html {
    let weight = use_state(|| "50".to_owned());
    let version = use_state(|| "2".to_owned());
    let oninput = {
        let weight = weight.clone();
        Callback::from(move |text| weight.set(text))
    };
    let onchange = {
        let version = version.clone();
        Callback::from(move |text| version.set(text))
    };
    let valid = weight.parse::<f64>().is_ok_and(|weight| weight <= 100.0);
    html! {
        <>
            <Field
                label="Weight (%)"
                kind={FieldKind::Number { min: 0.0, max: 100.0, step: "any".into() }}
                hint="The rest goes to version 1."
                error={(!valid).then_some("Give at most 100.")}
                value={(*weight).clone()}
                {oninput}
            />
            <Select
                label="Version"
                groups={vec![vec![Choice::new("1", "1"), Choice::new("2", "2 (new)")].into()]}
                value={(*version).clone()}
                {onchange}
            />
            <p>{ format!("Version {}", *version) }</p>
        </>
    }
}

#[wasm_bindgen_test]
async fn a_field_is_tied_to_its_hint_and_its_error() {
    let _page = mount::<WeightPage>().await;
    let field = find("spinbutton", "Weight");
    assert_eq!(
        text_of_ids(&field, "aria-describedby"),
        "The rest goes to version 1."
    );
    assert!(!field.has_attribute("aria-invalid"));
    fill(&field, "120").await;
    assert_eq!(field.get_attribute("aria-invalid").unwrap(), "true");
    assert_eq!(
        text_of_ids(&field, "aria-describedby"),
        "The rest goes to version 1. Give at most 100."
    );
    assert_eq!(value("spinbutton", "Weight"), "120");
    fill(&field, "12").await;
    assert!(!field.has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
async fn a_select_shows_the_value_it_is_given() {
    let _page = mount::<WeightPage>().await;
    assert_eq!(value("combobox", "Version"), "2");
    choose(&find("combobox", "Version"), "1").await;
    assert!(body_text().contains("Version 1"));
}

#[component]
fn MessagesPage() -> Html {
    html! {
        <MessagesProvider place="here">
            <MessageArea />
            <Acts />
        </MessagesProvider>
    }
}

#[component]
fn Acts() -> Html {
    let messages = use_messages();
    let show = |message: Message| {
        let messages = messages.clone();
        Callback::from(move |_: MouseEvent| messages.show(message.clone()))
    };
    let failure = Message::failure("Not there.", "Create it first.").with_code("NotFound");
    html! {
        <>
            <Button onclick={show(Message::success("Done."))}>{ "Succeed" }</Button>
            <Button onclick={show(failure)}>{ "Fail" }</Button>
            <Button disabled_reason="Nothing to do.">{ "Idle" }</Button>
        </>
    }
}

#[wasm_bindgen_test]
async fn a_message_stays_until_the_next_act() {
    let _page = mount::<MessagesPage>().await;
    click(&find("button", "Succeed")).await;
    assert_eq!(find("status", "").inner_text().trim(), "Done.");
    click(&find("button", "Fail")).await;
    assert!(
        find("alert", "")
            .inner_text()
            .contains("NotFound: Not there.")
    );
    assert!(!body_text().contains("Done."));
    click(&find("button", "Dismiss")).await;
    assert!(find_all("alert", "").is_empty());
}

#[wasm_bindgen_test]
async fn a_disabled_button_tells_its_reason() {
    let _page = mount::<MessagesPage>().await;
    let button = find("button", "Idle");
    assert_eq!(button.get_attribute("aria-disabled").unwrap(), "true");
    assert_eq!(text_of_ids(&button, "aria-describedby"), "Nothing to do.");
    let _ = button.focus();
    assert!(has_focus(&button), "it can be reached");
}
