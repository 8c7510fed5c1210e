use std::rc::Rc;

use yew::prelude::*;

use super::sheet_table::SheetTable;
use crate::traffic::{Report, Runs, Stage, common_draws, compare, count};
use crate::ui::components::{Button, ButtonKind, Column, Table};

#[derive(Properties, PartialEq)]
pub(super) struct KeptRunsProps {
    pub(super) runs: Rc<Runs>,
    pub(super) onshow: Callback<u32>,
    pub(super) oncompare: Callback<Option<u32>>,
}

/// The latest runs, to look at again or to put side by side.
#[component]
pub(super) fn KeptRuns(props: &KeptRunsProps) -> Html {
    let heading = crate::ui::hooks::use_id();
    let runs = &*props.runs;
    html! {
        <section class="plots" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ "Runs" }</h2>
            if runs.reports().is_empty() {
                <p class="note">{ "The latest runs are kept here, as long as this function's page is open." }</p>
            } else {
                <Table label="Kept runs" columns={columns()}>
                    { for runs.reports().iter().map(|report| row(props, report)) }
                </Table>
            }
            if let (Some(shown), Some(beside)) = (runs.shown(), runs.beside()) {
                <div class="plots">
                    <h3>{ format!("Run {} beside run {}", shown.number, beside.number) }</h3>
                    <p class="note">{ common_draws(shown, beside) }</p>
                    <SheetTable label="Runs side by side" sheet={compare(shown, beside)} />
                    <div class="button-row">
                        <Button onclick={props.oncompare.reform(|_| None)}>{ "End comparison" }</Button>
                    </div>
                </div>
            }
        </section>
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::text("Run"),
        Column::text("Sent to"),
        Column::number("Invocations"),
        Column::text("Seed"),
        Column::text("Result"),
        Column::text("Look at it"),
    ]
}

fn row(props: &KeptRunsProps, report: &Report) -> Html {
    let number = report.number;
    let shown = props
        .runs
        .shown()
        .is_some_and(|shown| shown.number == number);
    let sent = match report.stage {
        Stage::Planned | Stage::Finished => count(report.planned),
        Stage::Running | Stage::Stopped => {
            format!("{} of {}", count(report.answered), count(report.planned))
        }
    };
    let seed = match report.seed.as_str() {
        "" => "none",
        seed => seed,
    };
    html! {
        <tr key={number} aria-current={shown.then_some("true")}>
            <td>{ number }</td>
            <td>{ report.target.to_string() }</td>
            <td class="number">{ sent }</td>
            <td class="cell-long">{ seed }</td>
            <td>{ report.result() }</td>
            <td>
                if shown {
                    { "shown above" }
                } else {
                    <Button
                        kind={ButtonKind::Link}
                        label={format!("Show run {number}")}
                        onclick={props.onshow.reform(move |_| number)}
                    >
                        { "Show" }
                    </Button>
                    <Button
                        kind={ButtonKind::Link}
                        label={format!("Compare run {number}")}
                        onclick={props.oncompare.reform(move |_| Some(number))}
                    >
                        { "Compare" }
                    </Button>
                }
            </td>
        </tr>
    }
}
