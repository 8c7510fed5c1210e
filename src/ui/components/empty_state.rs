use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EmptyStateProps {
    /// What there is none of.
    pub title: AttrValue,
    /// What it would be good for.
    pub text: AttrValue,
    /// The one next act.
    #[prop_or_default]
    pub children: Html,
}

/// Stands where a list or a result will be.
#[component]
pub fn EmptyState(props: &EmptyStateProps) -> Html {
    html! {
        <div class="empty-state">
            <p class="empty-state__title">{ &props.title }</p>
            <p class="empty-state__text">{ &props.text }</p>
            { props.children.clone() }
        </div>
    }
}
