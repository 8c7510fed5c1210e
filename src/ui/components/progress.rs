use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    pub label: AttrValue,
    pub done: u32,
    pub total: u32,
}

/// How much of something is done, as a bar and in figures.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    html! {
        <div class="progress">
            <progress
                class="progress__bar"
                aria-label={&props.label}
                max={props.total.to_string()}
                value={props.done.to_string()}
            />
            <span class="progress__figures">{ format!("{} of {}", props.done, props.total) }</span>
        </div>
    }
}
