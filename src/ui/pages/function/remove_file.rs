use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::lambda::{Files, FunctionName};
use crate::storage::Drafts;
use crate::ui::components::{Button, ButtonKind, Message, Messages, use_messages};
use crate::ui::hooks::rescue_focus;
use crate::ui::playground::use_playground;

#[derive(Properties, PartialEq)]
pub(super) struct RemoveFileProps {
    pub(super) function: FunctionName,
    /// The deployed ones.
    pub(super) files: Files,
    pub(super) path: String,
    /// Called when the file is there again.
    pub(super) onundone: Callback<()>,
}

/// A button that removes a file of a function with the next deploy, which can be undone.
#[component]
pub(super) fn RemoveFile(props: &RemoveFileProps) -> Html {
    // It is gone once there is one file left.
    use_effect_with((), |()| || spawn_local(async { rescue_focus() }));
    let playground = use_playground();
    let messages = use_messages();
    let onclick = {
        let playground = playground.handle();
        let RemoveFileProps {
            function,
            files,
            path,
            onundone,
        } = props;
        let (function, files, path) = (function.clone(), files.clone(), path.clone());
        let onundone = onundone.clone();
        Callback::from(move |_| {
            let earlier = playground.drafts(&function);
            playground.edit_drafts(&function, |drafts| drafts.remove(&files, &path));
            let undo = {
                let (playground, function) = (playground.clone(), function.clone());
                let (path, onundone) = (path.clone(), onundone.clone());
                move |messages: Messages| {
                    playground.edit_drafts(&function, |drafts| drafts.take_back(&path, &earlier));
                    messages.clear();
                    onundone.emit(());
                }
            };
            let message = Message::success(format!("Removed {path}."));
            messages.show(message.with_action("Undo", undo));
        })
    };
    html! { <Button {onclick}>{ "Remove file" }</Button> }
}

#[derive(Properties, PartialEq)]
pub(super) struct RemovedFilesProps {
    pub(super) function: FunctionName,
    pub(super) drafts: Drafts,
}

/// The deployed files that the next deploy will leave out, each with a button that keeps it.
#[component]
pub(super) fn RemovedFiles(props: &RemovedFilesProps) -> Html {
    let playground = use_playground();
    let removed = props.drafts.removed().map(|path| {
        let onclick = {
            let (playground, function) = (playground.handle(), props.function.clone());
            let path = path.to_owned();
            move |_| {
                playground.edit_drafts(&function, |drafts| {
                    drafts.take_back(&path, &Drafts::default());
                });
            }
        };
        html! { <RemovedFile key={path} path={path.to_owned()} {onclick} /> }
    });
    let removed: Html = removed.collect();
    if props.drafts.removed().next().is_none() {
        return Html::default();
    }
    html! { <ul class="code__removed" aria-label="Files to go">{ removed }</ul> }
}

#[derive(Properties, PartialEq)]
struct RemovedFileProps {
    path: String,
    onclick: Callback<MouseEvent>,
}

#[component]
fn RemovedFile(props: &RemovedFileProps) -> Html {
    // The button that had the focus goes with the file.
    use_effect_with((), |()| || spawn_local(async { rescue_focus() }));
    let path = &props.path;
    html! {
        <li>
            { format!("{path} goes with the next deploy. ") }
            <Button kind={ButtonKind::Link} onclick={&props.onclick}>
                { format!("Keep {path}") }
            </Button>
        </li>
    }
}
