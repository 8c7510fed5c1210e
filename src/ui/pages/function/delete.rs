use yew::prelude::*;
use yew_router::prelude::*;

use super::selection::Selection;
use crate::lambda::{
    AliasName, DeleteAlias, DeleteFunction, Function, Operation, Qualifier, VersionNumber,
};
use crate::ui::advice::failure;
use crate::ui::components::{ConfirmDialog, Message, use_messages};
use crate::ui::history::undo_to;
use crate::ui::pages::format::count;
use crate::ui::playground::use_playground;
use crate::ui::routes::Route;

/// What is to be deleted.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Doomed {
    Function,
    Version(VersionNumber),
    Alias(AliasName),
}

#[derive(Properties, PartialEq)]
pub(super) struct DeleteDialogProps {
    pub(super) selection: Selection,
    pub(super) doomed: Doomed,
    pub(super) select: Callback<Qualifier>,
    pub(super) onclose: Callback<()>,
}

/// Asks before a function, a version or an alias is deleted.
#[component]
pub(super) fn DeleteDialog(props: &DeleteDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let navigator = use_navigator();
    let refused = use_state(|| None::<Message>);
    let function = props.selection.function();
    let words = Words::of(function, &props.doomed);

    let onconfirm = {
        let operation = operation(function, &props.doomed);
        let refused = refused.clone();
        let (select, onclose) = (props.select.clone(), props.onclose.clone());
        let done = words.done.clone();
        let leaves = props.doomed == Doomed::Function;
        let deselects = props.doomed.is_selected(&props.selection);
        Callback::from(move |()| {
            messages.clear();
            let before = playground.position().present;
            match playground.apply(operation.clone()) {
                Ok(_) => {
                    onclose.emit(());
                    let message = Message::success(done.clone())
                        .with_action("Undo", undo_to(before, playground.handle()));
                    match &navigator {
                        Some(navigator) if leaves => {
                            messages.show_at(Route::Functions.to_path(), message);
                            navigator.push(&Route::Functions);
                        }
                        _ => messages.show(message),
                    }
                    if deselects {
                        select.emit(Qualifier::Latest);
                    }
                }
                Err(error) => refused.set(Some(failure(&error))),
            }
        })
    };
    html! {
        <ConfirmDialog
            title={words.question}
            act={words.act}
            {onconfirm}
            onclose={&props.onclose}
            failure={(*refused).clone()}
        >
            <p>{ words.loss }</p>
        </ConfirmDialog>
    }
}

impl Doomed {
    /// Whether it is what is selected.
    fn is_selected(&self, selection: &Selection) -> bool {
        match self {
            Self::Function => false,
            Self::Version(number) => *selection.qualifier() == Qualifier::Version(*number),
            Self::Alias(name) => *selection.qualifier() == Qualifier::Alias(name.clone()),
        }
    }
}

struct Words {
    question: String,
    act: &'static str,
    loss: String,
    done: String,
}

impl Words {
    fn of(function: &Function, doomed: &Doomed) -> Self {
        let name = function.name();
        match doomed {
            Doomed::Function => Self {
                question: format!("Delete {name}?"),
                act: "Delete function",
                loss: format!(
                    "The function, its {} and its {} will be gone.",
                    count(function.versions().count(), "version"),
                    count(function.aliases().count(), "alias")
                ),
                done: format!("Deleted the function {name}."),
            },
            Doomed::Version(number) => Self {
                question: format!("Delete version {number}?"),
                act: "Delete version",
                loss: format!("Version {number} will be gone, and no other will have its number."),
                done: format!("Deleted version {number}."),
            },
            Doomed::Alias(alias) => Self {
                question: format!("Delete {alias}?"),
                act: "Delete alias",
                loss: format!("Callers that use the alias {alias} will get an error."),
                done: format!("Deleted the alias {alias}."),
            },
        }
    }
}

fn operation(function: &Function, doomed: &Doomed) -> Operation {
    let function_name = function.name().to_string();
    match doomed {
        Doomed::Function => DeleteFunction {
            function_name,
            qualifier: None,
        }
        .into(),
        Doomed::Version(number) => DeleteFunction {
            function_name,
            qualifier: Some(number.to_string()),
        }
        .into(),
        Doomed::Alias(name) => DeleteAlias {
            function_name,
            name: name.to_string(),
        }
        .into(),
    }
}
