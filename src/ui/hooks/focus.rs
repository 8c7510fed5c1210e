use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

/// Moves focus to the page's heading, where reading begins.
pub fn focus_heading() {
    let heading = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("main h1").ok().flatten())
        .and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let _ = heading.focus();
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
