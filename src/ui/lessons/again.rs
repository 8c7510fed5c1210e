//! Beginning a step anew: what it takes back, and how that is put back.

use yew::prelude::*;

use super::steps::StepHandle;
use super::told::{Told, use_told};
use crate::lessons::{Lesson, Reach};
use crate::ui::components::{ConfirmDialog, Message, Messages, use_messages};
use crate::ui::playground::{Playground, TakenBack, use_playground};

#[derive(Properties, PartialEq)]
pub(super) struct AgainDialogProps {
    pub(super) step: StepHandle,
    pub(super) onclose: Callback<()>,
}

/// Says what beginning a step anew takes back, before it does.
#[component]
pub(super) fn AgainDialog(props: &AgainDialogProps) -> Html {
    let playground = use_playground();
    let told = use_told();
    let step = props.step.0;
    let messages = use_messages();
    let losses = playground
        .learning()
        .progress
        .lesson()
        .map(|lesson| losses(&told, lesson, &playground.reset_reach(step)));
    let onconfirm = {
        let (onclose, playground, told) =
            (props.onclose.clone(), playground.handle(), told.clone());
        Callback::from(move |()| {
            onclose.emit(());
            messages.clear();
            if let Some(taken) = playground.reset_step(step) {
                messages.show(taken_back(&told, taken, playground.clone()));
            }
        })
    };
    html! {
        <ConfirmDialog
            title={told.get(step.id).replace("**", "")}
            act={told.get("panel.again")}
            {onconfirm}
            onclose={&props.onclose}
        >
            { for losses.unwrap_or_default().iter().map(|loss| html! { <p>{ loss }</p> }) }
        </ConfirmDialog>
    }
}

/// What beginning a step anew takes back, in sentences.
fn losses(told: &Told, lesson: &Lesson, reach: &Reach) -> Vec<String> {
    let mut losses = vec![told.with("panel.reset", |facts| {
        facts.count("changes", reach.changes());
    })];
    let steps = reach.steps_of(lesson);
    if steps > 0 {
        losses.push(told.with("panel.reset-others", |facts| facts.count("steps", steps)));
    }
    let lessons: Vec<_> = reach
        .lessons_but(lesson)
        .map(|it| told.get(it.id))
        .collect();
    if !lessons.is_empty() {
        losses.push(told.with("panel.reset-lessons", |facts| {
            facts.text("lessons", &lessons.join(", "));
        }));
    }
    let functions: Vec<_> = reach.functions().iter().map(ToString::to_string).collect();
    if !functions.is_empty() {
        losses.push(told.with("panel.reset-functions", |facts| {
            facts.text("functions", &functions.join(", "));
        }));
    }
    losses
}

/// Says what was taken back, and offers it again.
fn taken_back(told: &Told, taken: TakenBack, playground: Playground) -> Message {
    let text = told.with("panel.reset-done", |facts| {
        facts.count("changes", taken.changes);
    });
    let onclick = move |messages: Messages| {
        messages.clear();
        playground.undo_reset(&taken);
    };
    Message::success(text).with_action("Undo", onclick)
}
