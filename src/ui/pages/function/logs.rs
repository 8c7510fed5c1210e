use std::rc::Rc;

use yew::prelude::*;
use yew_router::prelude::*;

use super::TabProps;
use crate::ui::components::{Button, Choice, EmptyState, Select};
use crate::ui::playground::use_playground;
use crate::ui::routes::{FunctionQuery, Route, Tab};

/// The function's log streams, one for each execution environment.
#[component]
pub(super) fn LogsTab(props: &TabProps) -> Html {
    let playground = use_playground();
    let location = use_location();
    let query = location.and_then(|location| location.query::<FunctionQuery>().ok());
    let linked = query.and_then(|query| query.stream).map(Rc::from);
    let chosen = use_state(|| linked);
    let streams = playground.log_streams(props.selection.function().name());
    let stream = (*chosen)
        .as_ref()
        .and_then(|name| streams.iter().find(|stream| stream.name == *name))
        .or_else(|| streams.first());
    let Some(stream) = stream else {
        let test = Route::FunctionTab {
            name: props.selection.function().name().to_string(),
            tab: Tab::Test,
        };
        return html! {
            <EmptyState
                title="No log streams"
                text="Each execution environment writes a stream of its own, named after the version that runs in it. Test the function to see one."
            >
                <Button onclick={props.visit.reform(move |_| test.clone())}>{ "Open the Test tab" }</Button>
            </EmptyState>
        };
    };
    let choices: Vec<Choice> = streams
        .iter()
        .map(|stream| Choice::new(stream.name.to_string(), stream.name.to_string()))
        .collect();
    html! {
        <div class="stack">
            <Select
                label="Log stream"
                hint="The one written to last is at the top; the brackets hold the version."
                groups={vec![choices.into()]}
                value={stream.name.to_string()}
                onchange={move |name: String| chosen.set(Some(name.into()))}
            />
            <pre class="log" tabindex="0" role="region" aria-label="Log events">
                { stream.text() }
            </pre>
        </div>
    }
}
