use yew::prelude::*;

use super::button::{Button, ButtonKind};
use super::icon::Icon;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    Success,
    Failure,
}

/// What came of an act.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub kind: MessageKind,
    /// The service's own name of the failure.
    pub code: Option<AttrValue>,
    pub text: AttrValue,
    /// One plain sentence of what to do.
    pub advice: Option<AttrValue>,
    /// What can be done about it at once.
    pub action: Option<MessageAction>,
}

/// A button in a message; it is told where to show what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageAction {
    pub text: AttrValue,
    pub onclick: Callback<Messages>,
}

impl Message {
    pub fn success(text: impl Into<AttrValue>) -> Self {
        Self {
            kind: MessageKind::Success,
            code: None,
            text: text.into(),
            advice: None,
            action: None,
        }
    }

    pub fn failure(text: impl Into<AttrValue>, advice: impl Into<AttrValue>) -> Self {
        Self {
            kind: MessageKind::Failure,
            code: None,
            text: text.into(),
            advice: Some(advice.into()),
            action: None,
        }
    }

    #[must_use]
    pub fn with_code(self, code: impl Into<AttrValue>) -> Self {
        Self {
            code: Some(code.into()),
            ..self
        }
    }

    #[must_use]
    pub fn with_action(
        self,
        text: impl Into<AttrValue>,
        onclick: impl Into<Callback<Messages>>,
    ) -> Self {
        Self {
            action: Some(MessageAction {
                text: text.into(),
                onclick: onclick.into(),
            }),
            ..self
        }
    }
}

/// The one message, which stays until the next act, until it is dismissed or until its place is
/// left.
#[derive(Clone, Debug, PartialEq)]
pub struct Messages {
    place: AttrValue,
    /// The message and its place.
    shown: Option<(AttrValue, Message)>,
    show: Callback<Option<(AttrValue, Message)>>,
}

impl Messages {
    /// Shows a message here.
    pub fn show(&self, message: Message) {
        self.show_at(self.place.clone(), message);
    }

    /// Shows a message at the place to which the act leads.
    pub fn show_at(&self, place: impl Into<AttrValue>, message: Message) {
        self.show.emit(Some((place.into(), message)));
    }

    pub fn clear(&self) {
        self.show.emit(None);
    }
}

#[derive(Properties, PartialEq)]
pub struct MessagesProviderProps {
    /// What stands for the page that is shown.
    pub place: AttrValue,
    pub children: Html,
}

/// Keeps the message for all that is inside.
#[component]
pub fn MessagesProvider(props: &MessagesProviderProps) -> Html {
    let shown = use_state_eq(|| None);
    let show = {
        let setter = shown.setter();
        use_callback((), move |message, ()| setter.set(message))
    };
    let messages = Messages {
        place: props.place.clone(),
        shown: (*shown).clone(),
        show,
    };
    html! {
        <ContextProvider<Messages> context={messages}>
            { props.children.clone() }
        </ContextProvider<Messages>>
    }
}

/// The message, for showing and clearing; without a [`MessagesProvider`] nothing is shown.
#[hook]
pub fn use_messages() -> Messages {
    use_context().unwrap_or_else(|| Messages {
        place: AttrValue::default(),
        shown: None,
        show: Callback::noop(),
    })
}

/// Where the message appears: success in a `status` region that is always there, failure in
/// an `alert`.
#[component]
pub fn MessageArea() -> Html {
    let messages = use_messages();
    let ondismiss = {
        let messages = messages.clone();
        Callback::from(move |()| messages.clear())
    };
    let shown = |kind: MessageKind| {
        let shown = messages.shown.clone();
        let message =
            shown.filter(|(place, message)| *place == messages.place && message.kind == kind);
        message.map(|(_, message)| html! { <MessageBox {message} ondismiss={ondismiss.clone()} /> })
    };
    html! {
        <div class="messages messages--act">
            <div role="status">{ shown(MessageKind::Success) }</div>
            { shown(MessageKind::Failure) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct MessageBoxProps {
    pub message: Message,
    #[prop_or_default]
    pub ondismiss: Option<Callback<()>>,
}

/// One message, as a box; a failure is an `alert`.
#[component]
pub fn MessageBox(props: &MessageBoxProps) -> Html {
    let messages = use_messages();
    let message = &props.message;
    let (class, icon, role) = match message.kind {
        MessageKind::Success => ("message message--success", Icon::Check, None),
        MessageKind::Failure => ("message message--failure", Icon::Cross, Some("alert")),
    };
    html! {
        <div {class} {role}>
            <span class="message__icon">{ icon.draw() }</span>
            <div class="message__text">
                <p>
                    if let Some(code) = &message.code {
                        <strong>{ code }{ ": " }</strong>
                    }
                    { &message.text }
                </p>
                if let Some(advice) = &message.advice {
                    <p>{ advice }</p>
                }
            </div>
            if let Some(MessageAction { text, onclick }) = &message.action {
                <Button onclick={onclick.reform(move |_| messages.clone())}>{ text }</Button>
            }
            if let Some(ondismiss) = &props.ondismiss {
                <Button
                    kind={ButtonKind::Icon}
                    label="Dismiss"
                    onclick={ondismiss.reform(|_| ())}
                >
                    { Icon::Close.draw() }
                </Button>
            }
        </div>
    }
}
