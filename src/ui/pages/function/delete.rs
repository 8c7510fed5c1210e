use yew::prelude::*;
use yew_router::prelude::*;

use crate::lambda::{
    AliasName, DeleteAlias, DeleteFunction, Function, Operation, Qualifier, VersionNumber,
};
use crate::ui::advice::failure;
use crate::ui::components::{ConfirmDialog, Message, use_messages};
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
    pub(super) function: Function,
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
    let words = Words::of(&props.function, &props.doomed);

    let onconfirm = {
        let operation = operation(&props.function, &props.doomed);
        let (refused, doomed) = (refused.clone(), props.doomed.clone());
        let (select, onclose) = (props.select.clone(), props.onclose.clone());
        let done = words.done.clone();
        Callback::from(move |()| {
            messages.clear();
            match playground.apply(operation.clone()) {
                Ok(_) => {
                    onclose.emit(());
                    messages.show(Message::success(done.clone()));
                    match (&doomed, &navigator) {
                        (Doomed::Function, Some(navigator)) => navigator.push(&Route::Functions),
                        (Doomed::Function, None) => {}
                        // What was deleted may be what is selected.
                        _ => select.emit(Qualifier::Latest),
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
