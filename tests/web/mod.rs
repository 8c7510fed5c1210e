//! Finding and using controls the way people do: by role and name.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where the page is not as expected"
)]
#![allow(dead_code, reason = "each test uses some of this")]

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, KeyboardEvent, KeyboardEventInit, window,
};
use yew::html::BaseComponent;
use yew::prelude::*;

/// A mounted component; dropping it takes it off the page again.
pub(crate) struct Mounted<C: BaseComponent> {
    handle: Option<AppHandle<C>>,
    root: Element,
}

impl<C: BaseComponent> Drop for Mounted<C> {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
    }
}

/// Mounts a component and waits for it.
pub(crate) async fn mount<C>() -> Mounted<C>
where
    C: BaseComponent,
    C::Properties: Default,
{
    mount_with::<C>(C::Properties::default()).await
}

/// Mounts a component with properties and waits for it.
pub(crate) async fn mount_with<C>(properties: C::Properties) -> Mounted<C>
where
    C: BaseComponent,
{
    // A test that failed leaves its page behind.
    for left in [".mounted", "dialog"] {
        while let Some(element) = document().query_selector(left).unwrap() {
            element.remove();
        }
    }
    let root = document().create_element("div").unwrap();
    root.set_class_name("mounted");
    document().body().unwrap().append_child(&root).unwrap();
    let handle = yew::Renderer::<C>::with_root_and_props(root.clone(), properties).render();
    settle().await;
    Mounted {
        handle: Some(handle),
        root,
    }
}

/// Waits until everything that follows from what was done is on the page.
pub(crate) async fn settle() {
    for _ in 0..3 {
        yew::scheduler::flush().await;
        JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL))
            .await
            .unwrap();
    }
}

/// The only visible control of a role whose name contains the words.
#[track_caller]
pub(crate) fn find(role: &str, name: &str) -> HtmlElement {
    let mut found = find_all(role, name);
    assert_eq!(found.len(), 1, "{role} {name:?}, in {}", body_text());
    found.remove(0)
}

/// All visible controls of a role whose name contains the words.
pub(crate) fn find_all(role: &str, name: &str) -> Vec<HtmlElement> {
    let candidates = document().query_selector_all(selector(role)).unwrap();
    (0..candidates.length())
        .filter_map(|index| candidates.item(index)?.dyn_into::<HtmlElement>().ok())
        .filter(is_visible)
        .filter(|element| {
            name_of(element)
                .to_lowercase()
                .contains(&name.to_lowercase())
        })
        .collect()
}

/// The text of all that is visible.
pub(crate) fn body_text() -> String {
    document().body().unwrap().inner_text()
}

/// The text of the elements that an attribute of element ids points to.
pub(crate) fn text_of_ids(element: &Element, attribute: &str) -> String {
    let ids = element.get_attribute(attribute).unwrap_or_default();
    let texts = ids.split_whitespace().map(|id| {
        document()
            .get_element_by_id(id)
            .and_then(|element| element.text_content())
    });
    texts.flatten().collect::<Vec<_>>().join(" ")
}

/// Whether the element has the focus.
pub(crate) fn has_focus(element: &HtmlElement) -> bool {
    document()
        .active_element()
        .is_some_and(|active| active == **element)
}

pub(crate) async fn click(element: &HtmlElement) {
    let _ = element.focus();
    element.click();
    settle().await;
}

/// Replaces the text of a text box or a number box.
pub(crate) async fn fill(element: &HtmlElement, text: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else {
        element
            .dyn_ref::<HtmlTextAreaElement>()
            .unwrap()
            .set_value(text);
    }
    dispatch(element, "input").await;
}

/// Chooses an option by its value.
pub(crate) async fn choose(element: &HtmlElement, value: &str) {
    let select = element.dyn_ref::<HtmlSelectElement>().unwrap();
    select.set_value(value);
    assert_eq!(select.value(), value, "there is no such option");
    dispatch(element, "change").await;
}

/// Presses a key where the focus is.
pub(crate) async fn press(key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    document()
        .active_element()
        .unwrap()
        .dispatch_event(&event)
        .unwrap();
    settle().await;
}

/// Sends an event as the browser would.
pub(crate) async fn dispatch(element: &Element, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = Event::new_with_event_init_dict(kind, &init).unwrap();
    element.dispatch_event(&event).unwrap();
    settle().await;
}

/// What is in a text box or number box, or chosen from a list.
#[track_caller]
pub(crate) fn value(role: &str, name: &str) -> String {
    let value = js_sys::Reflect::get(&find(role, name), &"value".into());
    value.unwrap().as_string().unwrap()
}

fn document() -> Document {
    window().unwrap().document().unwrap()
}

fn selector(role: &str) -> &'static str {
    match role {
        "alert" => "[role=alert]",
        "button" => "button:not([role])",
        "combobox" => "select",
        "dialog" => "dialog[open]",
        "heading" => "h1, h2, h3",
        "link" => "a[href]",
        "menu" => "[role=menu]",
        "menuitem" => "[role=menuitem]",
        "region" => "section[aria-label], section[aria-labelledby]",
        "spinbutton" => "input[type=number]",
        "status" => "[role=status]",
        "tab" => "[role=tab]",
        "table" => "table",
        "tabpanel" => "[role=tabpanel]",
        "textbox" => "textarea, input[type=text], [role=textbox]",
        _ => panic!("no selector for the role {role}"),
    }
}

fn is_visible(element: &HtmlElement) -> bool {
    element
        .closest("[aria-hidden=true], [hidden]")
        .unwrap()
        .is_none()
        && element.get_client_rects().length() > 0
}

/// The accessible name, as far as this page makes use of the rules.
fn name_of(element: &HtmlElement) -> String {
    if element.has_attribute("aria-labelledby") {
        return text_of_ids(element, "aria-labelledby");
    }
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    let id = element.id();
    if !id.is_empty()
        && let Ok(Some(label)) = document().query_selector(&format!("label[for='{id}']"))
    {
        return label.text_content().unwrap_or_default();
    }
    element.text_content().unwrap_or_default()
}
