use yew::prelude::*;

use super::icon::Icon;

/// How something is; each has a shape of its own besides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Success,
    Failure,
    Warning,
    Info,
    Pending,
    Inactive,
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
        Status::Info => ("badge badge--info", Icon::Info),
        Status::Pending => ("badge badge--inactive", Icon::Clock),
        Status::Inactive => ("badge badge--inactive", Icon::Circle),
    };
    html! { <span {class}>{ icon.draw() }{ &props.text }</span> }
}
