use std::rc::Rc;

use yew::prelude::*;

use crate::traffic::{Explanation, count};

#[derive(Properties, PartialEq)]
pub(super) struct DrawsProps {
    pub(super) explanations: Rc<[Explanation]>,
}

/// The first draws of a run, each on the line from 0 to 1 that the weight divides.
#[component]
pub(super) fn Draws(props: &DrawsProps) -> Html {
    let heading = crate::ui::hooks::use_id();
    html! {
        <section class="draws" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ "Single draws" }</h2>
            <p class="note">
                if props.explanations.is_empty() {
                    { "Where a weight decides, each invocation's own draw is shown here once it was sent." }
                } else {
                    { "Each invocation draws a number u from 0 to 1; below the weight, the additional version runs. A draw \
                       depends on the seed and the invocation's place in the run alone." }
                }
            </p>
            if !props.explanations.is_empty() {
                <ol class="draws__list" aria-label="First draws">
                    { for props.explanations.iter().map(draw) }
                </ol>
            }
        </section>
    }
}

fn draw(explanation: &Explanation) -> Html {
    let percent = |fraction: f64| format!("{:.2}", fraction * 100.0);
    let at = percent(explanation.draw);
    let weight = percent(explanation.weight.fraction());
    let chosen = explanation.is_additional().then_some("draw--additional");
    html! {
        <li class={classes!("draw", chosen)} key={explanation.index}>
            <span class="draw__place">{ format!("#{} ", count(explanation.index + 1)) }</span>
            <svg class="draw__line" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect class="draw__track" x="0" y="4" width="100" height="4" />
                <rect class="draw__weight" x="0" y="4" width={weight} height="4" />
                <line class="draw__mark" x1={at.clone()} x2={at} y1="0" y2="12" />
            </svg>
            <span class="draw__words">{ explanation.to_string() }</span>
        </li>
    }
}
