//! The editor in a browser: a plain text area first, the loaded editor at its place afterwards.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod web;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Reflect, encode_uri_component, global};
use lambda_playground::ui::components::{Button, Editor, Language, Mark, Position};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::{
    body_text, click, dispatch, fill, find, find_all, has_focus, mount, settle, text_of_ids,
};
use web_sys::{HtmlElement, HtmlTextAreaElement, window};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// Stands for `src/js/editor.js`, and is loaded no sooner than the test lets it.
const MODULE: &str = r#"
await new Promise((load) => { globalThis.loadEditor = load; });
export function createEditor(options) {
  const box = document.createElement("div");
  box.setAttribute("role", "textbox");
  box.setAttribute("aria-labelledby", options.labelledBy);
  box.setAttribute("aria-describedby", options.describedBy);
  box.setAttribute("aria-readonly", options.readOnly);
  box.dataset.selection = `${options.selectionStart} to ${options.selectionEnd}`;
  box.tabIndex = 0;
  box.textContent = options.text;
  box.addEventListener("input", () => options.onChange(box.textContent));
  options.parent.append(box);
  if (options.focus) box.focus();
  return {
    setText(text) { box.textContent = text; },
    setMarks(marks) {
      box.dataset.marks = marks.map(({ line, text, main }) => `${line} ${text}${main ? "!" : ""}`).join(", ");
    },
    goTo(line, column) {
      box.focus();
      box.dataset.at = `${line}:${column}`;
    },
    destroy() { box.remove(); },
  };
}
"#;

/// An editor, what its text is known to be, and a button that changes it from outside.
#[component]
fn EditorPage() -> Html {
    let text = use_state(|| "return 1".to_owned());
    let set = |to: &'static str| {
        let text = text.clone();
        Callback::from(move |_| text.set(to.to_owned()))
    };
    let oninput = {
        let text = text.clone();
        Callback::from(move |changed| text.set(changed))
    };
    html! {
        <main>
            <Editor label="Source of one.py" value={(*text).clone()} {oninput} />
            <Editor label="Source of two.py" value="return 2" readonly={true} />
            <Editor
                label="Source of three.py"
                value={"def ä():\n    raise 3"}
                marks={vec![mark(1, 5, "called line 2"), mark(2, 5, "Error: 3")]}
            />
            <Editor
                label="Event"
                language={Language::Json}
                value="[1"
                marks={vec![mark(1, 3, "expected ]")]}
            />
            <Button onclick={set("return 3")}>{ "Replace" }</Button>
            <p>{ format!("Known: {}", *text) }</p>
        </main>
    }
}

fn mark(line: u32, column: u32, text: &'static str) -> Mark {
    Mark {
        at: Position { line, column },
        text: text.into(),
    }
}

#[wasm_bindgen_test]
async fn keeps_text_focus_and_selection_when_it_is_loaded() {
    offer_module();
    let page = mount::<EditorPage>().await;
    let area: HtmlTextAreaElement = find("textbox", "Source of one.py").dyn_into().unwrap();
    assert_eq!(area.value(), "return 1");
    fill(&area, "return 100").await;
    area.focus().unwrap();
    area.set_selection_range(7, 10).unwrap();
    let second: HtmlTextAreaElement = find("textbox", "Source of two.py").dyn_into().unwrap();
    assert!(second.read_only());

    // What is wrong is told before the editor is there, and leads to its place.
    let third: HtmlTextAreaElement = find("textbox", "Source of three.py").dyn_into().unwrap();
    assert_eq!(described(&third), "Line 2: Error: 3");
    assert!(!third.has_attribute("aria-invalid"));
    let event = find("textbox", "Event");
    assert_eq!(described(&event), "Line 1, column 3: expected ]");
    assert_eq!(attribute(&event, "aria-invalid"), "true");
    click(&find("button", "Go to line 2")).await;
    assert!(has_focus(&third));
    assert_eq!(third.selection_start().unwrap(), Some(13));
    area.focus().unwrap();

    load_editor().await;
    let editor = find("textbox", "Source of one.py");
    assert_eq!(editor.inner_text(), "return 100");
    assert!(has_focus(&editor));
    assert_eq!(attribute(&editor, "data-selection"), "7 to 10");
    assert_eq!(attribute(&editor, "aria-readonly"), "false");
    let second = find("textbox", "Source of two.py");
    assert_eq!(attribute(&second, "aria-readonly"), "true");

    let third = find("textbox", "Source of three.py");
    assert_eq!(
        attribute(&third, "data-marks"),
        "1 called line 2, 2 Error: 3!"
    );
    assert!(described(&third).contains("Line 2: Error: 3"));
    click(&find("button", "Go to line 2")).await;
    assert!(has_focus(&third));
    assert_eq!(attribute(&third, "data-at"), "2:5");

    editor.set_inner_text("return 200");
    dispatch(&editor, "input").await;
    assert!(body_text().contains("Known: return 200"), "{}", body_text());
    click(&find("button", "Replace")).await;
    assert_eq!(find("textbox", "Source of one.py").inner_text(), "return 3");

    // Whoever comes later finds it loaded.
    drop(page);
    assert_eq!(find_all("textbox", "Source of").len(), 0);
    let _page = mount::<EditorPage>().await;
    assert_eq!(find("textbox", "Source of one.py").tag_name(), "DIV");
}

/// Puts the module into the page's list of assets.
fn offer_module() {
    let document = window().unwrap().document().unwrap();
    let address = format!("data:text/javascript,{}", encode_uri_component(MODULE));
    let assets = document.create_element("script").unwrap();
    assets.set_id("assets");
    assets.set_attribute("type", "application/json").unwrap();
    let list = serde_json::json!({ "editor": address });
    assets.set_text_content(Some(&list.to_string()));
    document.body().unwrap().append_child(&assets).unwrap();
}

/// Lets the module load and waits until it draws the editors.
async fn load_editor() {
    let load = JsValue::from("loadEditor");
    while !Reflect::has(&global(), &load).unwrap() {
        TimeoutFuture::new(0).await;
    }
    let load: Function = Reflect::get(&global(), &load).unwrap().unchecked_into();
    load.call0(&JsValue::NULL).unwrap();
    while find("textbox", "Source of one.py").tag_name() == "TEXTAREA" {
        TimeoutFuture::new(0).await;
        settle().await;
    }
}

fn described(element: &HtmlElement) -> String {
    text_of_ids(element, "aria-describedby")
}

fn attribute(element: &HtmlElement, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}
