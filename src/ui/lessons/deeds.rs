//! Doing what a step shows: where it is done, what is sent, and doing it.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;
use yew_router::prelude::*;

use crate::lambda::{FunctionName, Operation, Qualifier, rest};
use crate::lessons::Deed;
use crate::storage::Drafts;
use crate::ui::advice::failure;
use crate::ui::components::{Message, Messages};
use crate::ui::history::undo_to;
use crate::ui::playground::Playground;
use crate::ui::routes::{FunctionQuery, Route, Tab};

/// How long, in milliseconds, the place is shown before something happens there.
const LOOK: u32 = 500;

/// Shows where a deed is done, then does it.
pub(super) fn show(
    deed: Deed,
    playground: Playground,
    navigator: Option<Navigator>,
    messages: Messages,
    over: Callback<()>,
) {
    let place = place(&deed, &playground);
    if let (Some(navigator), Some((route, query))) = (&navigator, place) {
        // Any qualifier can be written into a query.
        let _ = navigator.push_with_query(&route, query);
    }
    messages.clear();
    spawn_local(async move {
        TimeoutFuture::new(LOOK).await;
        match deed {
            Deed::Apply(operation) => apply(*operation, &playground, navigator.as_ref(), &messages),
            Deed::SaveEvent { function, name } => playground.save_event(&function, &name, "{}"),
            Deed::Predict(guess) => playground.predict(guess),
            deed @ (Deed::Test(..) | Deed::Fire { .. }) => playground.wish(deed),
        }
        over.emit(());
    });
}

/// Goes to the function that the open lesson is about, or to where one is created.
pub fn visit(playground: &Playground, navigator: Option<&Navigator>) {
    let name = playground.lesson_function();
    let existing = name.filter(|name| playground.service().function(name).is_some());
    let route = existing.map_or(Route::Functions, |name| Route::Function {
        name: name.to_string(),
    });
    if let Some(navigator) = navigator {
        navigator.push(&route);
    }
}

/// What a deed sends, in a line: the operation and its address.
pub(super) fn sent(deed: &Deed) -> Option<String> {
    match deed {
        Deed::Apply(operation) => {
            let request = rest::write(operation);
            Some(format!(
                "{}: {} {}",
                operation.name(),
                request.method,
                request.path_and_query()
            ))
        }
        Deed::Test(function, qualifier) => Some(format!("Invoke: {function}, {qualifier}")),
        Deed::Fire {
            function,
            target,
            invocations,
            concurrency,
        } => {
            let callers = concurrency.map_or_else(String::new, |it| format!(", {it} at once"));
            Some(format!(
                "Invoke: {function}, {target}, {invocations} times{callers}"
            ))
        }
        Deed::SaveEvent { .. } | Deed::Predict(_) => None,
    }
}

fn apply(
    operation: Operation,
    playground: &Playground,
    navigator: Option<&Navigator>,
    messages: &Messages,
) {
    let name = operation.name();
    let created = match &operation {
        Operation::CreateFunction(create) => create.function_name.clone(),
        _ => None,
    };
    // What is deployed takes the place of what was being written, and nothing else does.
    let written = match &operation {
        Operation::UpdateFunctionCode(update) => update.function_name.parse().ok(),
        _ => None,
    };
    let written = written.map(|function| (playground.drafts(&function), function));
    let before = playground.position().present;
    match playground.apply(operation) {
        Ok(_) => {
            let mut message = Message::success(format!("Done for you: {name}."));
            if let Some((drafts, function)) = written.filter(|(drafts, _)| !drafts.is_empty()) {
                playground.edit_drafts(&function, Drafts::clear);
                message = replaced(name, before, &function, drafts, playground);
            }
            match created {
                Some(name) => {
                    let route = Route::Function { name };
                    messages.show_at(route.to_path(), message);
                    if let Some(navigator) = navigator {
                        navigator.push(&route);
                    }
                }
                None => messages.show(message),
            }
        }
        Err(error) => messages.show(failure(&error)),
    }
}

/// Says that edits gave way to what was deployed, and offers them back.
fn replaced(
    name: &str,
    before: usize,
    function: &FunctionName,
    drafts: Drafts,
    playground: &Playground,
) -> Message {
    let undo = undo_to(before, playground.clone());
    let (playground, function) = (playground.clone(), function.clone());
    let onclick = move |messages: Messages| {
        undo.emit(messages);
        let drafts = drafts.clone();
        playground.edit_drafts(&function, |it| *it = drafts);
    };
    let text = format!("Done for you: {name}. It took the place of what you had written.");
    Message::success(text).with_action("Undo", onclick)
}

/// Where on the page a deed is done; nothing for one that is done in the panel or on any page.
fn place(deed: &Deed, playground: &Playground) -> Option<(Route, FunctionQuery)> {
    let function = playground.lesson_function()?;
    playground.service().function(&function)?;
    let at = |tab: Tab, qualifier: &Qualifier| {
        let name = function.to_string();
        Some((
            Route::FunctionTab { name, tab },
            FunctionQuery::of(qualifier),
        ))
    };
    let latest = &Qualifier::Latest;
    match deed {
        Deed::Predict(_) => None,
        Deed::SaveEvent { .. } => at(Tab::Test, latest),
        Deed::Test(_, qualifier) => at(Tab::Test, qualifier),
        Deed::Fire { target, .. } => at(Tab::Traffic, target),
        Deed::Apply(operation) => match &**operation {
            Operation::CreateFunction(_) => None,
            Operation::UpdateFunctionCode(_) => at(Tab::Code, latest),
            Operation::PublishVersion(_) | Operation::DeleteFunction(_) => {
                at(Tab::Versions, latest)
            }
            Operation::CreateAlias(_) | Operation::UpdateAlias(_) | Operation::DeleteAlias(_) => {
                at(Tab::Aliases, latest)
            }
            // The environments that are kept ready are there to be seen.
            Operation::PutProvisionedConcurrencyConfig(put) => {
                let qualifier = put.qualifier.as_deref().unwrap_or_default();
                at(Tab::Test, &Qualifier::classify(qualifier))
            }
            _ => at(Tab::Configuration, latest),
        },
    }
}
