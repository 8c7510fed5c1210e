use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;
use yew::prelude::*;

use super::button::Button;
use super::message::{Message, Messages, use_messages};

#[derive(Properties, PartialEq)]
pub struct CopyButtonProps {
    /// What is copied, as the button calls it: "ARN" makes "Copy ARN".
    pub what: AttrValue,
    pub text: AttrValue,
}

/// Copies a text to the clipboard and says so.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let messages = use_messages();
    let onclick = {
        let what = props.what.clone();
        let text = props.text.clone();
        Callback::from(move |_| copy(what.clone(), text.to_string(), messages.clone()))
    };
    html! { <Button {onclick}>{ format!("Copy {}", props.what) }</Button> }
}

/// Copies a text to the clipboard and says so.
pub fn copy(what: AttrValue, text: String, messages: Messages) {
    spawn_local(async move {
        let message = if write(&text).await {
            Message::success(copied(&what))
        } else {
            Message::failure(
                format!("The browser did not let the page copy the {what}."),
                "Select the text and copy it with the keyboard.",
            )
        };
        messages.show(message);
    });
}

/// What is said of a copy, with a capital letter first.
fn copied(what: &str) -> String {
    let mut text = format!("{what} copied.");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

async fn write(text: &str) -> bool {
    let Some(window) = window() else { return false };
    // Where the page is not served securely, browsers leave the clipboard out.
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
