use yew::prelude::*;

use crate::traffic::count;

#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    pub label: AttrValue,
    pub done: u32,
    pub total: u32,
    /// What is counted, in front of which the figures stand.
    #[prop_or_default]
    pub unit: AttrValue,
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
            <span class="progress__figures">{ format!("{} of {} {}", count(props.done), count(props.total), props.unit).trim_end().to_owned() }</span>
        </div>
    }
}
