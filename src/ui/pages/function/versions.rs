use yew::prelude::*;

use super::delete::Doomed;
use super::{Open, TabProps};
use crate::lambda::{Qualifier, Version};
use crate::ui::components::{Button, ButtonKind, Column, EmptyState, Table};
use crate::ui::pages::format;

/// All published versions, newest first, whatever is selected.
#[component]
pub(super) fn VersionsTab(props: &TabProps) -> Html {
    let function = props.selection.function();
    let publish = html! {
        <Button onclick={props.open.reform(|_| Open::Publish)}>{ "Publish new version" }</Button>
    };
    if function.versions().next().is_none() {
        return html! {
            <EmptyState
                title="No versions"
                text="A version is a copy of code and configuration that never changes. Aliases point at versions."
            >
                { publish }
            </EmptyState>
        };
    }
    let columns = [
        "Version",
        "Description",
        "Aliases",
        "State",
        "Published",
        "Code SHA-256",
        "Actions",
    ];
    html! {
        <div class="stack">
            <div class="button-row">{ publish }</div>
            <Table label="Versions" columns={columns.map(Column::text).to_vec()}>
                { for function.versions().rev().map(|version| row(version, props)) }
            </Table>
        </div>
    }
}

fn row(version: &Version, props: &TabProps) -> Html {
    let number = version.number();
    let (state, update) = version.status();
    let aliases = props.selection.function().aliases_of(number);
    let aliases: Vec<String> = aliases.map(ToString::to_string).collect();
    let selected = *props.selection.qualifier() == Qualifier::Version(number);
    html! {
        <tr key={number.to_string()} aria-current={selected.then_some("true")}>
            <td>{ number.to_string() }</td>
            <td class="cell-long">{ version.description() }</td>
            <td class="cell-long">{ aliases.join(", ") }</td>
            <td>{ format::state(state, update) }</td>
            <td>{ format::time(version.published()) }</td>
            <td class="cell-long">
                <code>{ version.configuration().code.digest().to_string() }</code>
            </td>
            <td>
                <Button
                    kind={ButtonKind::Link}
                    label={format!("View version {number}")}
                    onclick={props.select.reform(move |_| Qualifier::Version(number))}
                >
                    { "View" }
                </Button>
                <Button
                    kind={ButtonKind::Link}
                    label={format!("Delete version {number}")}
                    onclick={props.open.reform(move |_| Open::Delete(Doomed::Version(number)))}
                >
                    { "Delete" }
                </Button>
            </td>
        </tr>
    }
}
