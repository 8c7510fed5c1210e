use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

/// Moves focus to the page's heading, where reading begins.
pub fn focus_heading() {
    focus("main h1");
}

/// Moves focus to the top bar's button that shows and hides the lesson.
pub fn focus_learn_button() {
    focus(".bar [aria-expanded]");
}

fn focus(selector: &str) {
    let element = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Moves focus to the page's heading if the control that had it is gone.
pub fn rescue_focus() {
    let document = window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    if active.is_none_or(|active| active.tag_name() == "BODY") {
        focus_heading();
    }
}
