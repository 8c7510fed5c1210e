use yew::prelude::*;

use crate::traffic::Sheet;
use crate::ui::components::{Column, Table};

#[derive(Properties, PartialEq)]
pub(super) struct SheetTableProps {
    pub(super) label: AttrValue,
    pub(super) sheet: Sheet,
}

/// A sheet as a table: its first column says what a row is of.
#[component]
pub(super) fn SheetTable(props: &SheetTableProps) -> Html {
    let columns = props
        .sheet
        .columns
        .iter()
        .enumerate()
        .map(|(place, heading)| {
            let heading = heading.clone();
            if place == 0 {
                Column::text(heading)
            } else {
                Column::number(heading)
            }
        });
    let cell = |cell: &String| {
        if cell.is_empty() {
            "–".to_owned()
        } else {
            cell.clone()
        }
    };
    html! {
        <Table label={&props.label} columns={columns.collect::<Vec<Column>>()}>
            { for props.sheet.rows.iter().map(|row| html! {
                <tr key={row.first().cloned().unwrap_or_default()}>
                    { for row.iter().enumerate().map(|(place, text)| if place == 0 {
                        html! { <th scope="row">{ text }</th> }
                    } else {
                        html! { <td class="number">{ cell(text) }</td> }
                    }) }
                </tr>
            }) }
        </Table>
    }
}
