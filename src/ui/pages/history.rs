use std::rc::Rc;

use yew::prelude::*;

use super::{CreateFunctionButton, format};
use crate::lambda::rest::{self, Request};
use crate::lambda::{Act, Change};
use crate::ui::components::{Button, ButtonKind, EmptyState, copy, use_messages};
use crate::ui::history::StepButton;
use crate::ui::playground::use_playground;

/// Every change as the call that it was, the latest first.
#[component]
pub fn HistoryPage() -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let position = playground.position();
    let look_at = {
        let playground = playground.handle();
        use_callback((), move |step, ()| playground.look_at(step))
    };
    let copy_script = {
        let done = position.line[..position.present].to_vec();
        move |_| {
            let script = rest::script(done.iter().map(|change| &**change));
            copy("Script".into(), script, messages.clone());
        }
    };
    let steps = position
        .line
        .iter()
        .enumerate()
        .rev()
        .map(|(index, change)| {
            let step = index + 1;
            html! {
                <Step
                    key={step}
                    {step}
                    change={Rc::clone(change)}
                    current={step == position.shown}
                    ahead={step > position.present}
                    onclick={&look_at}
                />
            }
        });
    html! {
        <>
            <div class="page-head">
                <h1 tabindex="-1">{ "History" }</h1>
                if position.present > 0 {
                    <Button onclick={copy_script}>{ "Copy as a script" }</Button>
                }
            </div>
            if position.line.is_empty() {
                <EmptyState
                    title="Nothing was changed yet"
                    text="Everything you change is listed here as the call of Lambda's API that it is. You can look at any earlier state, and go on from there."
                >
                    <CreateFunctionButton kind={ButtonKind::Primary} />
                </EmptyState>
            } else {
                <p class="note">
                    { "Go to any step to look around there. Ctrl+Z takes the latest change back, Ctrl+Shift+Z makes it again." }
                </p>
                <ol class="history-list" reversed=true>{ for steps }</ol>
            }
        </>
    }
}

#[derive(Properties)]
struct StepProps {
    step: usize,
    change: Rc<Change>,
    current: bool,
    /// Whether it was taken back.
    ahead: bool,
    onclick: Callback<usize>,
}

/// A change is never changed, so that the same one needs no second look.
impl PartialEq for StepProps {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            step,
            change,
            current,
            ahead,
            onclick,
        } = self;
        Rc::ptr_eq(change, &other.change)
            && (step, current, ahead) == (&other.step, &other.current, &other.ahead)
            && *onclick == other.onclick
    }
}

#[component]
fn Step(props: &StepProps) -> Html {
    let change = &props.change;
    let request = request(change);
    html! {
        <li class="history-list__step">
            <StepButton step={props.step} current={props.current} onclick={&props.onclick} />
            <div class="history-list__call">
                <p>
                    <strong>{ change.to_string() }</strong>
                    if props.ahead {
                        { " (undone)" }
                    }
                </p>
                if let Some(request) = &request {
                    <p><code>{ format!("{} {}", request.method, request.path_and_query()) }</code></p>
                    if let Some(body) = body(request) {
                        <pre>{ body }</pre>
                    }
                }
            </div>
            <time class="note">{ format::time(change.moment.at) }</time>
        </li>
    }
}

/// The request that a change was, without its package.
fn request(change: &Change) -> Option<Request> {
    let Act::Operation(operation) = &change.act else {
        return None;
    };
    let mut operation = operation.clone();
    if let Some(zip) = operation.zip_file_mut() {
        zip.take();
    }
    Some(rest::write(&operation))
}

/// A request's body as text; nothing where it says nothing.
fn body(request: &Request) -> Option<String> {
    let body = String::from_utf8_lossy(&request.body);
    (!matches!(&*body, "" | "{}")).then(|| body.into_owned())
}
