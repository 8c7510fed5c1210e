use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::TabProps;
use super::environments::Environments;
use super::event::{Event, EventBox};
use super::result::{ResultRegion, TestResult};
use super::traffic::routing;
use crate::faults::JsonFault;
use crate::lambda::{FunctionName, Invoke};
use crate::lessons::Deed;
use crate::ui::advice::failure;
use crate::ui::components::{Button, ButtonKind, Field, Message, Messages, use_messages};
use crate::ui::playground::{Playground, use_playground};

/// Sends an event to what is selected and shows what comes back.
#[component]
pub(super) fn TestTab(props: &TabProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let function = props.selection.function().name();
    let saved = playground.events(function);
    let event = &props.event;

    let test = {
        let (playground, messages) = (playground.handle(), messages.clone());
        let result = props.result.setter();
        let invoke = Invoke {
            function_name: function.to_string(),
            qualifier: props.selection.requested().map(ToString::to_string),
            log_type: Some("Tail".to_owned()),
            payload: Rc::from(event.json.as_bytes()),
            ..Invoke::default()
        };
        Callback::from(move |()| {
            messages.clear();
            result.set(Some(TestResult::Running));
            let (playground, result, invoke) = (playground.clone(), result.clone(), invoke.clone());
            spawn_local(async move {
                result.set(match playground.invoke(invoke).await {
                    Ok((_, record)) => record.map(TestResult::Done),
                    Err(error) => Some(TestResult::Refused(failure(&error))),
                });
            });
        })
    };
    {
        // What a lesson shows is done here as soon as the page is at what it is about.
        let (playground, test) = (playground.handle(), test.clone());
        let wanted = (function.clone(), props.selection.qualifier().clone());
        use_effect(move || {
            let is_here = |deed: &Deed| matches!(deed, Deed::Test(name, qualifier) if (name, qualifier) == (&wanted.0, &wanted.1));
            if playground.take_wish(is_here).is_some() {
                test.emit(());
            }
        });
    }
    let save = {
        let (playground, function) = (playground.handle(), function.clone());
        let event = event.clone();
        Callback::from(move |_| {
            messages.show(problem(&event).unwrap_or_else(|| save(&playground, &function, &event)));
        })
    };
    let rename = {
        let event = event.clone();
        Callback::from(move |name| event.set(event.with_name(name)))
    };
    let running = *props.result == Some(TestResult::Running);
    html! {
        <div class="test">
            <div class="test__event">
                <EventBox event={event.clone()} {saved} />
                <div class="button-row">
                    <Button
                        kind={ButtonKind::Primary}
                        onclick={test.reform(|_| ())}
                        disabled_reason={running.then_some("The function is running.")}
                    >
                        { "Test" }
                    </Button>
                </div>
                <div class="test__save">
                    <Field
                        label="Event name"
                        value={event.name.clone()}
                        oninput={rename}
                    />
                    <Button onclick={save}>{ "Save event" }</Button>
                </div>
            </div>
            <ResultRegion
                result={(*props.result).clone()}
                loading={playground.loading()}
                selection={props.selection.clone()}
                show_source={props.show_source.clone()}
            />
            <Environments
                selection={props.selection.clone()}
                routing={routing(props.selection.function(), props.selection.qualifier())}
            />
        </div>
    }
}

/// Saves an event under its name; one that had the name can be had back.
fn save(playground: &Playground, function: &FunctionName, event: &Event) -> Message {
    let before = playground.events(function).remove(&event.name);
    playground.save_event(function, &event.name, &event.json);
    let Some(before) = before.filter(|before| *before != event.json) else {
        return Message::success(format!("Saved the event {}.", event.name));
    };
    let undo = {
        let (playground, function, name) =
            (playground.clone(), function.clone(), event.name.clone());
        move |messages: Messages| {
            playground.save_event(&function, &name, &before);
            messages.show(Message::success(format!(
                "The event {name} is saved as it was. What you wrote is still in the box."
            )));
        }
    };
    let text = format!(
        "Saved the event {} in the place of the earlier one.",
        event.name
    );
    Message::success(text).with_action("Undo", undo)
}

/// Why an event cannot be saved.
fn problem(event: &Event) -> Option<Message> {
    if event.name.trim().is_empty() {
        let advice = "Give it one, so that you find it again.";
        return Some(Message::failure("The event has no name.", advice));
    }
    let fault = JsonFault::find(&event.json)?;
    let advice = "Correct it, then save the event again.";
    Some(Message::failure(
        format!("The event is not JSON: {fault}."),
        advice,
    ))
}
