use std::time::Duration;

use yew::prelude::*;

use crate::traffic::{Split, count};
use crate::ui::components::{Column, Table};

#[derive(Properties, PartialEq)]
pub(super) struct SplitTableProps {
    pub(super) rows: Vec<Split>,
}

/// What each version was to get, and what it got and did.
#[component]
pub(super) fn SplitTable(props: &SplitTableProps) -> Html {
    let columns = [
        Column::text("Version"),
        Column::number("Weight"),
        Column::number("Expected"),
        Column::number("Normal range"),
        Column::number("Observed"),
        Column::number("Share"),
        Column::number("Errors"),
        Column::number("Cold starts"),
        Column::number("p50"),
        Column::number("p95"),
    ];
    html! {
        <Table label="Split by version" columns={columns.to_vec()}>
            { for props.rows.iter().map(row) }
        </Table>
    }
}

fn row(row: &Split) -> Html {
    let normal = match (*row.normal.start(), *row.normal.end()) {
        (low, high) if low == high => count(low),
        (low, high) => format!("{} to {}", count(low), count(high)),
    };
    let figures = [
        row.weight.map(|weight| weight.to_string()),
        Some(expected(row.expected)),
        Some(normal),
        Some(count(row.observed)),
        row.share.map(|share| format!("{:.1} %", share * 100.0)),
        Some(count(row.errors)),
        Some(count(row.cold_starts)),
        row.p50.map(milliseconds),
        row.p95.map(milliseconds),
    ];
    html! {
        <tr key={row.version.to_string()}>
            <td>{ row.version.to_string() }</td>
            { for figures.into_iter().map(|figure| html! {
                <td class="number">{ figure.unwrap_or_else(|| "–".to_owned()) }</td>
            }) }
        </tr>
    }
}

/// A mean of counts: whole where it is, with one decimal where not.
fn expected(mean: f64) -> String {
    let text = format!("{mean:.1}");
    match text.strip_suffix(".0") {
        Some(whole) => whole
            .parse::<u32>()
            .map_or_else(|_| whole.to_owned(), count),
        None => text,
    }
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.2} ms", duration.as_secs_f64() * 1000.0)
}
