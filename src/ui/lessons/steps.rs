use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;
use yew_router::prelude::*;

use super::again::AgainDialog;
use super::deeds::{self, sent};
use super::markup::{marked, script_of};
use super::prediction::{HeldAgainst, PredictionForm};
use super::told::{Told, use_told};
use crate::lessons::{Ended, Kind, Lesson, LessonProgress, Step};
use crate::ui::components::{Button, ButtonKind, Icon, copy, use_messages};
use crate::ui::playground::use_playground;

#[derive(Properties, PartialEq)]
pub(super) struct StepsProps {
    pub(super) lesson: LessonHandle,
}

/// A lesson, equal to itself alone.
#[derive(Clone, Copy)]
pub(super) struct LessonHandle(pub(super) &'static Lesson);

impl PartialEq for LessonHandle {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

/// The steps of a lesson; the current one with all there is to it.
#[component]
pub(super) fn Steps(props: &StepsProps) -> Html {
    let playground = use_playground();
    let told = use_told();
    let again = use_state(|| None::<&'static str>);
    let lesson = props.lesson.0;
    let learning = playground.learning();
    let is_locked = learning.is_locked;
    let progress = learning.progress.of(lesson).cloned().unwrap_or_default();
    let current = learning.progress.step();
    drop(learning);
    // What came of the step before is what the learner has just seen.
    let latest = progress
        .steps
        .iter()
        .max_by_key(|(_, it)| it.at)
        .map(|(id, _)| *id);
    let list = use_node_ref();
    use_effect_with(current.map(|it| it.id), {
        let list = list.clone();
        move |_| show_current(&list)
    });

    let go = |step: &'static Step| {
        let playground = playground.handle();
        Callback::from(move |_| playground.choose_step(step))
    };
    let step = |step: &'static Step| {
        let is_current = current.is_some_and(|current| current.id == step.id);
        let ended = progress.steps.get(step.id).map(|it| it.ended);
        let title =
            html! { <h3 tabindex={is_current.then_some("-1")}>{ marked(&told.get(step.id)) }</h3> };
        let body = match ended {
            _ if is_current => html! {
                <div class="lesson__body">{ title }<Current step={StepHandle(step)} /></div>
            },
            None => html! {
                <div class="lesson__body">
                    { title }
                    if !is_locked {
                        <Button kind={ButtonKind::Link} onclick={go(step)}>
                            { told.get("panel.go") }
                        </Button>
                    }
                </div>
            },
            Some(ended) => {
                let again = again.clone();
                let onagain = Callback::from(move |_| again.set(Some(step.id)));
                let is_latest = Some(step.id) == latest;
                let seen = || seen(&told, lesson, step, ended, &progress);
                html! {
                    <div class="lesson__body">
                        <details open={is_latest && ended == Ended::Skipped}>
                            <summary>{ title }</summary>
                            <div class="lesson__body">
                                if !is_latest { { seen() } }
                                { asked(&told, step) }
                                <div class="button-row">
                                    if ended == Ended::Skipped && !is_locked {
                                        <Button kind={ButtonKind::Link} onclick={go(step)}>
                                            { told.get("panel.go") }
                                        </Button>
                                    }
                                    <Button kind={ButtonKind::Link} onclick={onagain}>
                                        { told.get("panel.again") }
                                    </Button>
                                </div>
                            </div>
                        </details>
                        // What has just been seen stands between what was asked and what is next.
                        if is_latest { { seen() } }
                    </div>
                }
            }
        };
        let (state, icon, word) = match (is_current, ended) {
            (true, _) => ("now", Icon::Play, "panel.now"),
            (false, Some(Ended::Done)) => ("done", Icon::Check, "panel.done"),
            (false, Some(Ended::Skipped)) => ("skipped", Icon::Skipped, "panel.skipped"),
            (false, None) => ("ahead", Icon::Circle, "panel.ahead"),
        };
        html! {
            <li
                key={step.id}
                class={format!("lesson__step lesson__step--{state}")}
                aria-current={is_current.then_some("step")}
            >
                <span class="lesson__mark">
                    { icon.draw() }
                    <span class="unseen">{ told.get(word) }</span>
                </span>
                { body }
            </li>
        }
    };
    let doomed = again.and_then(|id| lesson.step(id));
    html! {
        <>
            <ol class="lesson__steps" ref={list}>{ for lesson.steps.iter().map(step) }</ol>
            if let Some(step) = doomed {
                <AgainDialog
                    step={StepHandle(step)}
                    onclose={move |()| again.set(None)}
                />
            }
        </>
    }
}

/// Brings the current step into view; it takes the focus that went with the step before it.
fn show_current(list: &NodeRef) {
    let Some(step) = list
        .cast::<Element>()
        .and_then(|list| list.query_selector("[aria-current]").ok()?)
    else {
        return;
    };
    show(&step);
    let document = step.owner_document();
    let active = document.and_then(|document| document.active_element());
    let heading = step.query_selector("h3").ok().flatten();
    if active.is_none_or(|active| active.tag_name() == "BODY")
        && let Some(heading) = heading.and_then(|it| it.dyn_into::<HtmlElement>().ok())
    {
        let _ = heading.focus();
    }
}

/// Scrolls no further than it takes to have an element in view.
pub(super) fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What came of a step that is over.
fn seen(
    told: &Told,
    lesson: &Lesson,
    step: &'static Step,
    ended: Ended,
    progress: &LessonProgress,
) -> Html {
    // What came of a run is told under the run; what was expected was asked for in the step before.
    let before = lesson.steps.iter().take_while(|it| it.id != step.id).last();
    let guess = before.and_then(|before| progress.guesses.get(before.id));
    let outcome = progress.outcomes.get(step.id);
    let held = guess.zip(outcome).filter(
        |(_, outcome)| matches!(step.kind, Kind::Run { invocations } if invocations == outcome.of),
    );
    html! {
        if ended == Ended::Done {
            <p class="lesson__seen">{ marked(&told.get(&format!("{}.seen", step.id))) }</p>
            if let Some((guess, outcome)) = held {
                <HeldAgainst guess={*guess} outcome={outcome.clone()} />
            }
        }
    }
}

/// What a step that is over asked for, with all its hints.
fn asked(told: &Told, step: &Step) -> Html {
    let hints = (1..).map_while(|number: u8| told.find(&format!("{}.hint-{number}", step.id)));
    html! {
        <>
            <p class="lesson__asked">{ marked(&told.get(&format!("{}.text", step.id))) }</p>
            <ul class="lesson__hints">
                { for hints.map(|hint| html! { <li>{ marked(&hint) }</li> }) }
            </ul>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct StepProps {
    step: StepHandle,
}

/// A step, equal to itself alone.
#[derive(Clone, Copy)]
pub(super) struct StepHandle(pub(super) &'static Step);

impl PartialEq for StepHandle {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

/// The current step: what to do, what went wrong, hints, and how to have it shown.
#[component]
fn Current(props: &StepProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let navigator = use_navigator();
    let told = use_told();
    let step = props.step.0;
    let shown = use_state(|| None::<String>);
    let is_doing = use_state(|| false);

    let read = {
        let learning = playground.learning();
        let progress = learning
            .progress
            .lesson()
            .and_then(|it| learning.progress.of(it));
        progress
            .and_then(|it| it.hints.get(step.id).copied())
            .unwrap_or_default()
    };
    let hint = |number: u8| told.find(&format!("{}.hint-{number}", step.id));
    let hints: Vec<String> = (1..=read).map_while(hint).collect();
    let more = hint(read.saturating_add(1)).is_some();
    let slip = playground.slip();
    let said = use_node_ref();
    // What is said in a step that is longer than the panel comes into view.
    use_effect_with((slip.map(|it| it.id), read, (*shown).clone()), {
        let said = said.clone();
        move |news| {
            if *news != (None, 0, None)
                && let Some(said) = said.cast::<Element>()
            {
                show(&said);
            }
        }
    });
    let deed = playground.next_deed();
    let onshow = {
        let (playground, deed, shown) = (playground.handle(), deed.clone(), shown.clone());
        let (doing, messages) = (is_doing.setter(), messages.clone());
        Callback::from(move |_| {
            if let Some(deed) = deed.clone() {
                shown.set(sent(&deed));
                doing.set(true);
                let doing = doing.clone();
                deeds::show(
                    deed,
                    playground.clone(),
                    navigator.clone(),
                    messages.clone(),
                    Callback::from(move |()| doing.set(false)),
                );
            }
        })
    };
    let onhint = {
        let playground = playground.handle();
        move |_| playground.hint()
    };
    let onskip = {
        let playground = playground.handle();
        move |_| playground.skip_step()
    };
    let copier = |hint: &str| {
        let line = script_of(hint)?.to_owned();
        let messages = messages.clone();
        let onclick = move |_| copy("line".into(), line.clone(), messages.clone());
        Some(html! { <p><Button {onclick}>{ told.get("panel.copy") }</Button></p> })
    };
    let is_busy = *is_doing || playground.is_running();
    let busy = is_busy.then(|| AttrValue::from(told.get("panel.busy")));
    let show_me = match *shown {
        Some(_) => told.get("panel.next-shown"),
        None => told.get("panel.show"),
    };
    html! {
        <>
            <p>{ marked(&told.get(&format!("{}.text", step.id))) }</p>
            if let Kind::Predict { invocations } = step.kind {
                <PredictionForm {invocations} />
            }
            <div aria-live="polite" ref={said}>
                if let Some(slip) = slip {
                    <p class="lesson__slip">
                        { Icon::Warning.draw() }
                        <span>{ marked(&told.get(&format!("slip-{}", slip.id))) }</span>
                    </p>
                }
                if !hints.is_empty() {
                    <ul class="lesson__hints">
                        { for hints.iter().map(|hint| html! { <li>{ marked(hint) }{ copier(hint) }</li> }) }
                    </ul>
                }
                if let Some(request) = &*shown {
                    <p class="lesson__sent">
                        { told.with("panel.sent", |facts| facts.text("request", request)) }
                    </p>
                }
            </div>
            <div class="button-row">
                if more {
                    <Button onclick={onhint}>{ told.get("panel.hint") }</Button>
                }
                if deed.is_some() {
                    <Button onclick={onshow} disabled_reason={busy}>{ show_me }</Button>
                }
                if !playground.learning().is_locked {
                    <Button kind={ButtonKind::Link} onclick={onskip}>
                        { told.get("panel.skip") }
                    </Button>
                }
            </div>
        </>
    }
}
