//! The Versions tab: all versions, or two states of the function compared.

mod comparison;
mod difference;
mod users;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::comparison::ComparisonView;
use self::users::{alias_links, run_links};
use super::delete::Doomed;
use super::{Compared, Open, TabProps};
use crate::comparison::restoring;
use crate::lambda::{Qualifier, Version};
use crate::ui::components::{Button, ButtonKind, Column, EmptyState, Table};
use crate::ui::hooks::rescue_focus;
use crate::ui::pages::format;

/// All versions, or the two states that are compared.
#[component]
pub(super) fn VersionsTab(props: &TabProps) -> Html {
    match &props.compared {
        Some(compared) => {
            html! { <ComparisonView tab={props.clone()} compared={compared.clone()} /> }
        }
        None => html! { <VersionList ..props.clone() /> },
    }
}

/// All published versions, newest first, whatever is selected.
#[component]
fn VersionList(props: &TabProps) -> Html {
    // What led elsewhere is gone with the list.
    use_effect_with((), |()| || spawn_local(async { rescue_focus() }));
    let function = props.selection.function();
    let publish = html! {
        <Button onclick={props.open.reform(|_| Open::Publish)}>{ "Publish new version" }</Button>
    };
    let Some(newest) = function.versions().next_back() else {
        return html! {
            <EmptyState
                title="No versions"
                text="A version is a copy of code and configuration that never changes. Aliases point at versions."
            >
                { publish }
            </EmptyState>
        };
    };
    let columns = [
        "Version",
        "Description",
        "Aliases",
        "Runs",
        "State",
        "Published",
        "Code SHA-256",
        "Actions",
    ];
    let newest = Qualifier::Version(newest.number());
    html! {
        <div class="stack">
            <div class="button-row">
                { publish }
                <Button onclick={compare(props, newest, Qualifier::Latest)}>{ "Compare with $LATEST" }</Button>
            </div>
            <Table label="Versions" columns={columns.map(Column::text).to_vec()}>
                { for function.versions().rev().map(|version| row(version, props)) }
            </Table>
        </div>
    }
}

fn row(version: &Version, props: &TabProps) -> Html {
    let function = props.selection.function();
    let number = version.number();
    let qualifier = Qualifier::Version(number);
    let (state, update) = version.status();
    let selected = *props.selection.qualifier() == qualifier;
    let earlier = function.versions().rev().find(|it| it.number() < number);
    let onclick = match earlier {
        Some(earlier) => compare(
            props,
            Qualifier::Version(earlier.number()),
            qualifier.clone(),
        ),
        None => compare(props, qualifier.clone(), Qualifier::Latest),
    };
    html! {
        <tr key={number.to_string()} aria-current={selected.then_some("true")}>
            <td>{ number.to_string() }</td>
            <td class="cell-long">{ version.description() }</td>
            <td class="cell-name">{ alias_links(props, &qualifier) }</td>
            <td>{ run_links(props, &qualifier) }</td>
            <td>{ format::state(state, update) }</td>
            <td>{ format::time(version.published()) }</td>
            <td class="cell-digest">
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
                <Button kind={ButtonKind::Link} label={format!("Compare version {number}")} {onclick}>
                    { "Compare" }
                </Button>
                if !restoring(function, version).is_empty() {
                    <Button
                        kind={ButtonKind::Link}
                        label={format!("Restore version {number}")}
                        onclick={props.open.reform(move |_| Open::Restore(number))}
                    >
                        { "Restore" }
                    </Button>
                }
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

/// What shows two states of the function beside each other.
fn compare(props: &TabProps, before: Qualifier, after: Qualifier) -> Callback<MouseEvent> {
    let name = props.selection.function().name().to_string();
    let compared = Compared { before, after };
    props.visit.reform(move |_| compared.route(&name))
}
