use yew::prelude::*;

use crate::ui::hooks::use_id;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    #[default]
    Normal,
    /// Looks like text, for what stands in a row of text.
    Link,
    /// Shows an [`Icon`](super::Icon) alone and needs a label.
    Icon,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Normal => "button button--normal",
            Self::Link => "button button--link",
            Self::Icon => "button button--icon",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    pub children: Html,
    #[prop_or_default]
    pub kind: ButtonKind,
    /// The accessible name, where the visible words alone do not say enough.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// Whether what it opens and closes is open.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Submits the form it stands in.
    #[prop_or_default]
    pub submits: bool,
    /// Why it cannot be used now. It can still be reached, so that the reason can be read.
    #[prop_or_default]
    pub disabled_reason: Option<AttrValue>,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let reason_id = use_id();
    let disabled = props.disabled_reason.is_some();
    let onclick = {
        let onclick = props.onclick.clone();
        Callback::from(move |event: MouseEvent| {
            if disabled {
                event.prevent_default();
            } else {
                onclick.emit(event);
            }
        })
    };
    // The button is the same element whether or not it can be used, so that it keeps focus.
    html! {
        <span class={classes!("button-frame", disabled.then_some("button-frame--reason"))}>
            <button
                class={props.kind.class()}
                type={if props.submits { "submit" } else { "button" }}
                aria-label={props.label.clone()}
                aria-expanded={props.expanded.map(|expanded| expanded.to_string())}
                aria-disabled={disabled.then_some("true")}
                aria-describedby={disabled.then(|| reason_id.clone())}
                {onclick}
            >
                { props.children.clone() }
            </button>
            if let Some(reason) = &props.disabled_reason {
                <span class="button-reason" id={reason_id} role="tooltip">{ reason }</span>
            }
        </span>
    }
}
