use yew::prelude::*;
use yew_router::prelude::*;

use crate::lessons::{Completion, LESSONS, Lesson};
use crate::ui::components::{Button, ButtonKind, Column, Status, StatusBadge, Table};
use crate::ui::lessons::{Told, use_told, visit};
use crate::ui::playground::{UsePlayground, use_playground};

/// The lessons, how far the learner is in each, and a button to open it.
#[component]
pub(super) fn ProgressTable() -> Html {
    let playground = use_playground();
    let told = use_told();
    let columns = [
        Column::text(told.get("panel")),
        Column::text(told.get("learn.state")),
        Column::number(told.get("panel.done")),
        Column::number(told.get("panel.skipped")),
        Column::number(told.get("panel.ahead")),
        Column::text(told.get("learn.act")),
    ];
    let navigator = use_navigator();
    let open = {
        let playground = playground.handle();
        Callback::from(move |lesson| {
            playground.open_lesson(lesson);
            visit(&playground, navigator.as_ref());
        })
    };
    let rows = LESSONS.into_iter().zip(1..);
    html! {
        <Table label={told.get("learn")} columns={columns.to_vec()}>
            { for rows.map(|(lesson, number)| row(lesson, number, &playground, &told, &open)) }
        </Table>
    }
}

fn row(
    lesson: &'static Lesson,
    number: u32,
    playground: &UsePlayground,
    told: &Told,
    open: &Callback<&'static Lesson>,
) -> Html {
    let completion = Completion::of(lesson, playground.learning().progress.of(lesson));
    let (done, skipped, ahead) = (completion.done(), completion.skipped(), completion.open());
    let (status, state) = match (done, skipped, ahead) {
        (0, 0, _) => (None, "learn.not-begun"),
        (_, 0, 0) => (Some(Status::Success), "learn.complete"),
        (_, _, 0) => (Some(Status::Warning), "learn.over-with-skips"),
        _ => (Some(Status::Pending), "learn.begun"),
    };
    let state = told.get(state);
    let state = match status {
        Some(status) => html! { <StatusBadge {status} text={state} /> },
        None => html! { <span class="note">{ state }</span> },
    };
    let onclick = open.reform(move |_| lesson);
    let label = told.with("learn.open", |facts| facts.number("number", number));
    html! {
        <tr key={lesson.id}>
            <th scope="row">{ format!("{number}. {}", told.get(lesson.id)) }</th>
            <td>{ state }</td>
            <td class="number">{ done }</td>
            <td class="number">{ skipped }</td>
            <td class="number">{ ahead }</td>
            <td><Button kind={ButtonKind::Link} {onclick}>{ label }</Button></td>
        </tr>
    }
}
