use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::storage::share::ShareError;
use crate::ui::components::{
    Button, ButtonKind, Dialog, Field, Message, Messages, copy, use_messages,
};
use crate::ui::hooks::save_file;
use crate::ui::playground::{Contents, Playground, use_playground};
use crate::ui::routes::{Route, address};

/// The button that opens what there is to keep and to give away.
#[component]
pub fn ShareButton() -> Html {
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        move |_: MouseEvent| open.set(true)
    };
    let onclose = {
        let open = open.clone();
        move |()| open.set(false)
    };
    html! {
        <>
            <Button kind={ButtonKind::Link} {onclick}>{ "Share" }</Button>
            if *open {
                <ShareDialog {onclose} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ShareDialogProps {
    onclose: Callback<()>,
}

/// A link that holds the playground, and the playground as a file.
#[component]
fn ShareDialog(props: &ShareDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let navigator = use_navigator();
    let refused = use_state(|| None::<Message>);
    let input = use_node_ref();
    // What the dialog was opened on: it covers everything that could change it.
    let link = use_memo((), |()| {
        playground
            .to_link()
            .map(|text| address(&Route::Open { text }, &[]))
    });

    let export = {
        let (playground, messages) = (playground.handle(), messages.clone());
        let onclose = props.onclose.clone();
        Callback::from(move |()| {
            onclose.emit(());
            messages.show(export(&playground));
        })
    };
    let copy_link = {
        let (link, messages) = (link.clone(), messages.clone());
        let onclose = props.onclose.clone();
        Callback::from(move |()| {
            onclose.emit(());
            if let Ok(link) = &*link {
                copy("Link".into(), link.clone(), messages.clone());
            }
        })
    };
    let choose = {
        let input = input.clone();
        move |_| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        }
    };
    let import = {
        let playground = playground.handle();
        let (refused, onclose) = (refused.clone(), props.onclose.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let (playground, messages) = (playground.clone(), messages.clone());
            let (navigator, refused) = (navigator.clone(), refused.clone());
            let onclose = onclose.clone();
            spawn_local(async move {
                let text = read(&input).await;
                // The same file can be chosen again.
                input.set_value("");
                match text.and_then(|text| Contents::from_file(&text).map_err(|it| it.to_string()))
                {
                    Ok(contents) => {
                        onclose.emit(());
                        open(
                            &playground,
                            contents,
                            "Imported the file.",
                            &messages,
                            navigator,
                        );
                    }
                    Err(why) => refused.set(Some(Message::failure(
                        format!("The file cannot be imported: {why}."),
                        "Choose a file that was exported here. Nothing has changed.",
                    ))),
                }
            });
        })
    };
    let (submit, onsubmit) = match &*link {
        Ok(_) => ("Copy the link", copy_link),
        Err(_) => ("Export to a file", export.clone()),
    };
    html! {
        <Dialog
            title="Share"
            {submit}
            {onsubmit}
            onclose={&props.onclose}
            failure={(*refused).clone()}
        >
            { about_link(&link) }
            <p>
                { "A file holds the same, what was undone and how far you are in the lessons." }
            </p>
            <div class="button-row">
                if link.is_ok() {
                    <Button onclick={export.reform(|_| ())}>{ "Export to a file" }</Button>
                }
                <Button onclick={choose}>{ "Import from a file" }</Button>
                <input
                    ref={input}
                    type="file"
                    accept=".json,application/json"
                    hidden=true
                    onchange={import}
                />
            </div>
        </Dialog>
    }
}

fn about_link(link: &Result<String, ShareError>) -> Html {
    match link {
        Ok(link) => html! {
            <>
                <Field
                    label="Link"
                    hint="It holds your functions with all that was done to them, edits that are not deployed, events and the seed. Whoever opens it sees what it holds before anything runs."
                    value={link.clone()}
                    oninput={|_| ()}
                    readonly=true
                    code=true
                />
            </>
        },
        Err(why) => html! { <p>{ format!("There is no link to this playground: {why}.") }</p> },
    }
}

/// Puts contents in the place of what there is, shows them, and offers to take that back.
pub(super) fn open(
    playground: &Playground,
    contents: Contents,
    done: &str,
    messages: &Messages,
    navigator: Option<Navigator>,
) {
    let mut functions = contents.service.functions();
    let route = match (functions.next(), functions.next()) {
        (Some(only), None) => Route::Function {
            name: only.name().to_string(),
        },
        _ => Route::Functions,
    };
    drop(functions);
    playground.replace(contents);
    let onclick = {
        let playground = playground.clone();
        move |messages: Messages| put_back(&playground, &messages)
    };
    messages.show_at(
        route.to_path(),
        Message::success(done.to_owned()).with_action("Undo", onclick),
    );
    if let Some(navigator) = navigator {
        navigator.push(&route);
    }
}

/// Puts back what was replaced, and offers to take that back in turn.
pub(crate) fn put_back(playground: &Playground, messages: &Messages) {
    playground.undo_replace();
    let playground = playground.clone();
    let onclick = move |messages: Messages| put_back(&playground, &messages);
    let message = Message::success("What was here before is back.");
    messages.show(message.with_action("Redo", onclick));
}

fn export(playground: &Playground) -> Message {
    match playground.to_file() {
        Ok(text) => {
            save_file("lambda-playground.json", "application/json", &text);
            Message::success("Exported to lambda-playground.json.")
        }
        Err(why) => Message::failure(
            format!("The playground cannot be exported: {why}."),
            "Reload the page, then try again.",
        ),
    }
}

async fn read(input: &HtmlInputElement) -> Result<String, String> {
    let file = input.files().and_then(|files| files.item(0));
    let file = file.ok_or("none was chosen")?;
    let text = JsFuture::from(file.text()).await;
    let text = text.ok().and_then(|text| text.as_string());
    text.ok_or_else(|| "the browser does not let the page read it".to_owned())
}
