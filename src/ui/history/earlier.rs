use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::components::{Button, ButtonKind, Message, use_messages};
use crate::ui::hooks::rescue_focus;
use crate::ui::pages::format;
use crate::ui::playground::{Position, use_playground};

/// Says that another state than the present one is shown, and leads on from there; empty otherwise.
#[component]
pub fn EarlierState() -> Html {
    let playground = use_playground();
    let position = playground.position();
    // It is announced as it changes, so the region itself is always there.
    html! {
        <div aria-live="polite">
            if position.is_looking_back() {
                <Banner {position} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct BannerProps {
    position: Position,
}

#[component]
fn Banner(props: &BannerProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    use_effect_with((), |()| || spawn_local(async { rescue_focus() }));
    let position = &props.position;
    let proceed = {
        let playground = playground.handle();
        let (step, total) = (position.shown, position.line.len());
        move |_| {
            playground.go_to(step);
            messages.show(Message::success(continued(step, total)));
        }
    };
    let return_to_now = {
        let playground = playground.handle();
        move |_| playground.return_to_now()
    };
    html! {
        <div class="earlier">
            <p>{ sentence(position) }</p>
            <div class="button-row">
                <Button kind={ButtonKind::Primary} onclick={proceed}>
                    { "Continue from here" }
                </Button>
                <Button onclick={return_to_now}>{ "Return to now" }</Button>
            </div>
        </div>
    }
}

fn sentence(position: &Position) -> String {
    let Position { line, shown, .. } = position;
    let latest = shown.checked_sub(1).and_then(|index| line.get(index));
    let after = latest.map_or_else(
        || "before the first change".to_owned(),
        |change| format!("after {change} at {}", format::time(change.moment.at)),
    );
    format!(
        "You are looking at step {shown} of {}, {after}. Nothing can be changed or run here.",
        line.len()
    )
}

/// What is said once the present is at a step.
fn continued(step: usize, total: usize) -> String {
    match total - step {
        0 => format!("Continued from step {step}."),
        1 => format!(
            "Continued from step {step}. Your next change drops the one that was ahead; until then, Redo brings it back."
        ),
        left => format!(
            "Continued from step {step}. Your next change drops the {left} that were ahead; until then, Redo brings them back."
        ),
    }
}
