use serde::Deserialize;
use yew::prelude::*;

use super::differences::with_code;
use crate::ui::components::{Column, Table};

/// Written by `cargo xtask handlers --write`.
const TABLE: &str = include_str!("differences.json");

/// A handler that does something else here than on Lambda.
#[derive(Deserialize)]
struct Row {
    about: String,
    lambda: String,
    cpython: String,
    guest: String,
    why: String,
}

/// The handlers of the project's corpus that give something else here than on Lambda.
#[component]
pub(super) fn Handlers() -> Html {
    let columns = ["Handler", "On Lambda", "In CPython", "Here", "Why"].map(Column::text);
    let rows = use_memo((), |()| rows());
    html! {
        <Table label="Handlers" columns={columns.to_vec()}>
            { for rows.iter().map(row) }
        </Table>
    }
}

fn rows() -> Vec<Row> {
    serde_json::from_str(TABLE).unwrap_or_default()
}

fn row(row: &Row) -> Html {
    html! {
        <tr>
            <th scope="row" class="words">{ with_code(&row.about) }</th>
            <td class="words"><code>{ &row.lambda }</code></td>
            if row.cpython == row.lambda {
                <td class="words">{ "The same" }</td>
            } else {
                <td class="words"><code>{ &row.cpython }</code></td>
            }
            <td class="words"><code>{ &row.guest }</code></td>
            <td class="words">{ with_code(&row.why) }</td>
        </tr>
    }
}
