use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::format;
use crate::lambda::{CloudDelays, Function, Version};
use crate::ui::components::{Button, Status, StatusBadge};
use crate::ui::hooks::rescue_focus;
use crate::ui::playground::use_playground;

/// Says what the cloud is not done with, and finishes it on request; empty while all is settled.
#[component]
pub fn Unsettled() -> Html {
    let playground = use_playground();
    let service = playground.service();
    let unsettled: Vec<&Function> = service
        .functions()
        .filter(|function| function.pending_since().is_some())
        .collect();
    let text = (!unsettled.is_empty()).then(|| sentence(&unsettled, service.delays()));
    // It is announced as it changes, so the region itself is always there.
    html! {
        <div aria-live="polite">
            if let Some(text) = text {
                <Strip {text} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct StripProps {
    text: String,
}

#[component]
fn Strip(props: &StripProps) -> Html {
    let playground = use_playground();
    use_effect_with((), |()| || spawn_local(async { rescue_focus() }));
    html! {
        <div class="unsettled">
            <StatusBadge status={Status::Pending} text={props.text.clone()} />
            <Button onclick={move |_| playground.settle()}>{ "Settle now" }</Button>
        </div>
    }
}

/// What is not settled, and when it will be.
fn sentence(unsettled: &[&Function], delays: CloudDelays) -> String {
    let what = match unsettled {
        [function] => format!("{} {}", function.name(), under_way(function)),
        _ => format!(
            "{} are not settled",
            format::count(unsettled.len(), "function")
        ),
    };
    match delays {
        CloudDelays::After(delay) => {
            let seconds = delay.as_secs_f64();
            format!("{what}: this takes {seconds} s.")
        }
        CloudDelays::None | CloudDelays::UntilSettled => {
            format!("{what} until you press Settle now.")
        }
    }
}

fn under_way(function: &Function) -> &'static str {
    let latest = function.latest();
    if latest.is_pending() {
        "is being created"
    } else if latest.is_updating() {
        "is being updated"
    } else if function
        .versions()
        .next_back()
        .is_some_and(Version::is_pending)
    {
        "has a version that is not active"
    } else {
        "gets provisioned concurrency ready"
    }
}
