use yew::prelude::*;

/// All lessons, and how far the learner is in each.
#[component]
pub fn LearnPage() -> Html {
    html! { <h1 tabindex="-1">{ "Lessons" }</h1> }
}
