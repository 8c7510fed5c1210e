use yew::prelude::*;

use super::icon::Icon;

/// How something is; each has a shape of its own besides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Success,
    Failure,
    Warning,
    Pending,
}

#[derive(Properties, PartialEq)]
pub struct StatusBadgeProps {
    pub status: Status,
    pub text: AttrValue,
}

/// A state in an icon and a word.
#[component]
pub fn StatusBadge(props: &StatusBadgeProps) -> Html {
    let (class, icon) = match props.status {
        Status::Success => ("badge badge--success", Icon::Check),
        Status::Failure => ("badge badge--failure", Icon::Cross),
        Status::Warning => ("badge badge--warning", Icon::Warning),
        Status::Pending => ("badge badge--pending", Icon::Clock),
    };
    html! { <span {class}>{ icon.draw() }{ &props.text }</span> }
}
