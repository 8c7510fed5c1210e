//! What is said about saving.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::components::{Message, MessageBox, Messages};
use crate::ui::hooks::save_file;
use crate::ui::pages::put_back;
use crate::ui::playground::{Keeping, Playground, use_playground};

/// What stands in the way of saving, or was found to be damaged; nothing if all is well.
#[component]
pub fn KeepingNotice() -> Html {
    let playground = use_playground();
    let seen = use_state(|| false);
    let keeping = playground.keeping();
    let ondismiss = {
        let seen = seen.clone();
        Callback::from(move |()| seen.set(true))
    };
    let unreadable = keeping.unreadable().filter(|_| !*seen);
    html! {
        <div class="messages">
            if let Some((text, why)) = unreadable {
                <div><MessageBox message={put_aside(text, &why)} {ondismiss} /></div>
            }
            if let Some(message) = notice(&keeping, &playground.handle()) {
                <div><MessageBox {message} /></div>
            }
        </div>
    }
}

/// Whether everything is saved, in a few words.
#[component]
pub fn KeepingState() -> Html {
    let playground = use_playground();
    let keeping = playground.keeping();
    let text = match &keeping {
        Keeping::Loading => "Reading what was saved…",
        Keeping::Saved(_) if keeping.is_saving() => "Saving…",
        Keeping::Saved(_) => "Saved in this browser.",
        Keeping::Elsewhere(_) => "Saved by another tab.",
        Keeping::Failed(..) => "Not saved.",
    };
    html! { <p>{ text }</p> }
}

fn notice(keeping: &Keeping, playground: &Playground) -> Option<Message> {
    match keeping {
        Keeping::Loading | Keeping::Saved(_) => None,
        Keeping::Failed(why, _) => Some(Message {
            advice: None,
            ..Message::failure(why.clone(), "")
        }),
        Keeping::Elsewhere(_) => {
            let advice = if keeping.is_touched() {
                "What you have changed here is not saved. Take over to have this tab save it."
            } else {
                "What you change here is not saved, unless this tab takes over."
            };
            let playground = playground.clone();
            let onclick = move |messages: Messages| take_over(playground.clone(), messages);
            let text = "The playground is open in another tab, which saves what is done there.";
            Some(Message::failure(text, advice).with_action("Take over", onclick))
        }
    }
}

fn take_over(playground: Playground, messages: Messages) {
    spawn_local(async move {
        let replaced = playground.take_over().await;
        let message = Message::success("This tab saves from now on.");
        messages.show(if replaced {
            let text = "This tab saves from now on. What the other tab had saved was replaced by what is here.";
            let onclick = move |messages: Messages| put_back(&playground, &messages);
            Message::success(text).with_action("Undo", onclick)
        } else {
            message
        });
    });
}

fn put_aside(text: String, why: &str) -> Message {
    let onclick = move |_: Messages| {
        save_file(
            "lambda-playground-unreadable.json",
            "application/json",
            &text,
        );
    };
    Message::failure(
        format!("What was saved could not be read ({why}). The playground starts empty."),
        "It was put aside in this browser, and you can export it.",
    )
    .with_action("Export it", onclick)
}
