use yew::prelude::*;

use super::request::RequestPreview;
use crate::lambda::{Alias, Function, Operation};
use crate::release::Step;
use crate::ui::advice::failure;
use crate::ui::components::{ConfirmDialog, Message, use_messages};
use crate::ui::playground::use_playground;

#[derive(Properties, PartialEq)]
pub(super) struct MoveAliasDialogProps {
    pub(super) function: Function,
    pub(super) alias: Alias,
    pub(super) step: Step,
    pub(super) onclose: Callback<()>,
}

/// Asks before an alias is promoted, rolled back or shifted, and shows the request that will do it.
#[component]
pub(super) fn MoveAliasDialog(props: &MoveAliasDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let refused = use_state(|| None::<Message>);
    let MoveAliasDialogProps { alias, step, .. } = props;
    let request = step.request(props.function.name(), alias);
    let Some(operation) = request.map(Operation::from) else {
        return Html::default();
    };

    let onconfirm = {
        let (refused, onclose) = (refused.clone(), props.onclose.clone());
        let done = step.done(alias).unwrap_or_default();
        let operation = operation.clone();
        Callback::from(move |()| {
            messages.clear();
            match playground.apply(operation.clone()) {
                Ok(_) => {
                    onclose.emit(());
                    messages.show(Message::success(done.clone()));
                }
                Err(error) => refused.set(Some(failure(&error))),
            }
        })
    };
    html! {
        <ConfirmDialog
            title={format!("{} on {}?", step.label(), alias.name())}
            act={step.label()}
            {onconfirm}
            onclose={&props.onclose}
            failure={(*refused).clone()}
        >
            <p>{ step.effect(alias) }</p>
            <RequestPreview {operation} lead="This is sent, as" />
        </ConfirmDialog>
    }
}
