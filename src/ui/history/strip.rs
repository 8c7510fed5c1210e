use web_sys::Element;
use yew::prelude::*;
use yew_router::prelude::*;

use super::undo::use_undo;
use crate::ui::components::{Button, use_messages};
use crate::ui::pages::format;
use crate::ui::playground::{Position, use_playground};
use crate::ui::routes::Route;

/// How many steps are shown, and how many of them follow the one that is shown as current.
const STEPS: usize = 12;
const FOLLOWING: usize = 4;

/// The latest changes under every page, and the ways back and forth; nothing as long as nothing was changed.
#[component]
pub fn HistoryStrip() -> Html {
    let playground = use_playground();
    let position = playground.position();
    if position.line.is_empty() {
        return html! {};
    }
    html! { <Strip {position} /> }
}

#[derive(Properties, PartialEq)]
struct StripProps {
    position: Position,
}

#[component]
fn Strip(props: &StripProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let undo = use_undo();
    let list = use_node_ref();
    let position = &props.position;
    let Position {
        line,
        present,
        shown,
    } = position;
    {
        let list = list.clone();
        use_effect_with(position.clone(), move |_| keep_current_in_view(&list));
    }
    let look_at = {
        let playground = playground.handle();
        Callback::from(move |step| {
            messages.clear();
            playground.look_at(step);
        })
    };
    let total = line.len();
    let last = total.min((shown + FOLLOWING).max(STEPS));
    let steps = (last.saturating_sub(STEPS) + 1..=last).filter_map(|step| {
        let change = line.get(step - 1)?;
        let class = classes!(
            "history__step",
            (step > *present).then_some("history__step--ahead")
        );
        Some(html! {
            <li key={step} {class} title={format::time(change.moment.at)}>
                <StepButton {step} current={step == *shown} onclick={&look_at} />
                <span>{ change.to_string() }</span>
            </li>
        })
    });
    let at_start = (*shown == 0).then_some("This is how it began.");
    let at_end = (*shown == total).then_some("Nothing comes after this.");
    let away = position
        .is_looking_back()
        .then_some("Continue from here, or return to now, first.");
    let undone = (*present == 0).then_some("There is nothing to undo.");
    let redone = (*present == total).then_some("There is nothing to redo.");
    let step_to = |step: usize| look_at.reform(move |_: MouseEvent| step);
    html! {
        <section class="history" aria-label="History">
            <Link<Route> to={Route::History}>{ "History" }</Link<Route>>
            <ol class="history__steps" ref={list}>{ for steps }</ol>
            <div class="button-row">
                <Button
                    onclick={step_to(shown.saturating_sub(1))}
                    disabled_reason={at_start.map(AttrValue::from)}
                >
                    { "Step back" }
                </Button>
                <Button
                    onclick={step_to(shown + 1)}
                    disabled_reason={at_end.map(AttrValue::from)}
                >
                    { "Step forward" }
                </Button>
                <Button
                    onclick={undo.undo.reform(|_| ())}
                    disabled_reason={away.or(undone).map(AttrValue::from)}
                >
                    { "Undo" }
                </Button>
                <Button
                    onclick={undo.redo.reform(|_| ())}
                    disabled_reason={away.or(redone).map(AttrValue::from)}
                >
                    { "Redo" }
                </Button>
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub struct StepButtonProps {
    pub step: usize,
    /// Whether it is the step that is shown.
    pub current: bool,
    pub onclick: Callback<usize>,
}

/// Shows the state at a step. Its name does not tell the change, so that no two controls seem to do the same act.
#[component]
pub fn StepButton(props: &StepButtonProps) -> Html {
    let step = props.step;
    html! {
        <button
            class="history__number"
            type="button"
            aria-label={format!("Go to step {step}")}
            aria-current={props.current.then_some("true")}
            onclick={props.onclick.reform(move |_| step)}
        >
            { step }
        </button>
    }
}

/// Scrolls the list, and nothing else, so that the current step is to be seen.
fn keep_current_in_view(list: &NodeRef) {
    let Some(list) = list.cast::<Element>() else {
        return;
    };
    let Ok(Some(current)) = list.query_selector("li:has([aria-current])") else {
        return;
    };
    let (frame, current) = (
        list.get_bounding_client_rect(),
        current.get_bounding_client_rect(),
    );
    let beyond = (current.right() - frame.right()).max(0.0);
    let before = (current.left() - frame.left()).min(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "a distance in pixels")]
    list.set_scroll_left(list.scroll_left() + (beyond + before).round() as i32);
}
