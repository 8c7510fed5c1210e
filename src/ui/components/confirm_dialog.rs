use yew::prelude::*;

use super::dialog::Dialog;
use super::message::Message;

#[derive(Properties, PartialEq)]
pub struct ConfirmDialogProps {
    pub title: AttrValue,
    /// The words on the button, which name the act.
    pub act: AttrValue,
    /// What will be gone, or will happen.
    pub children: Html,
    pub onconfirm: Callback<()>,
    pub onclose: Callback<()>,
    #[prop_or_default]
    pub failure: Option<Message>,
}

/// Asks before something is destroyed; Cancel has the focus.
#[component]
pub fn ConfirmDialog(props: &ConfirmDialogProps) -> Html {
    html! {
        <Dialog
            title={&props.title}
            submit={&props.act}
            onsubmit={&props.onconfirm}
            onclose={&props.onclose}
            failure={props.failure.clone()}
        >
            { props.children.clone() }
        </Dialog>
    }
}
