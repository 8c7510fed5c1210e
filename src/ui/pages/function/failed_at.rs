use std::rc::Rc;

use yew::prelude::*;

use super::selection::Selection;
use crate::faults::{Fault, SourceLine};
use crate::lambda::{InvocationRecord, Qualifier};
use crate::ui::components::{Button, Mark, Position};
use crate::ui::playground::{Playground, use_playground};

#[derive(Properties, PartialEq)]
pub(super) struct FailedAtProps {
    pub(super) record: Rc<InvocationRecord>,
    pub(super) selection: Selection,
    pub(super) show_source: Callback<(Qualifier, SourceLine)>,
}

/// Where an invocation failed in the function's own files, and the way there as long as they are what ran.
#[component]
pub(super) fn FailedAt(props: &FailedAtProps) -> Html {
    let playground = use_playground();
    let Some(Fault { place, .. }) = fault(&props.record) else {
        return html! {};
    };
    let words = format!("line {} of {}", place.line, place.path);
    match source(&playground, &props.selection, &props.record, &place) {
        Some(qualifier) => {
            let onclick = props
                .show_source
                .reform(move |_| (qualifier.clone(), place.clone()));
            html! { <div><Button {onclick}>{ format!("Go to {words}") }</Button></div> }
        }
        None => html! { <p>{ format!("It failed at {words}, which has been changed since.") }</p> },
    }
}

/// What to mark in a deployed file of what is selected: where the latest run of this very code failed.
pub(super) fn marks(playground: &Playground, selection: &Selection, path: &str) -> Vec<Mark> {
    let code = selection.configuration().code.digest();
    let records = playground.records();
    let latest = records.iter().rev().find(|record| {
        let ran = &record.invocation;
        ran.function == *selection.function().name() && ran.configuration.code.digest() == code
    });
    let fault = latest.and_then(|record| fault(record));
    let lines = fault.map(|fault| fault.lines_of(path)).unwrap_or_default();
    let mark = |(line, text): (u32, String)| Mark {
        at: Position { line, column: 1 },
        text: text.into(),
    };
    lines.into_iter().map(mark).collect()
}

fn fault(record: &InvocationRecord) -> Option<Fault> {
    record.execution.failure?;
    let files = record.invocation.configuration.code.files();
    Fault::read(&record.execution.payload, files)
}

/// What shows a file as it ran: what is selected, the version that ran, or else one with the same code.
fn source(
    playground: &Playground,
    selection: &Selection,
    record: &InvocationRecord,
    place: &SourceLine,
) -> Option<Qualifier> {
    let function = selection.function();
    let ran = &record.invocation;
    let is_as_it_ran = |qualifier: &Qualifier| {
        let is_edited = *qualifier == Qualifier::Latest
            && !playground.is_looking_back()
            && playground.drafts(function.name()).contains(&place.path);
        let shown = function.configuration(qualifier);
        !is_edited
            && ran.function == *function.name()
            && shown.is_some_and(|shown| shown.code.digest() == ran.configuration.code.digest())
    };
    let versions = function.versions().rev();
    let versions = versions.map(|version| Qualifier::Version(version.number()));
    [selection.qualifier(), &ran.executed_version]
        .into_iter()
        .cloned()
        .chain(versions)
        .find(is_as_it_ran)
}
