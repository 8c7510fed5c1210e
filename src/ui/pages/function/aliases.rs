use yew::prelude::*;

use super::delete::Doomed;
use super::{Open, TabProps};
use crate::lambda::{Alias, Qualifier};
use crate::release::Step;
use crate::ui::components::{Button, ButtonKind, Column, EmptyState, Table};

/// All aliases, whatever is selected.
#[component]
pub(super) fn AliasesTab(props: &TabProps) -> Html {
    let function = props.selection.function();
    let create = html! {
        <Button onclick={props.open.reform(|_| Open::CreateAlias)}>{ "Create alias" }</Button>
    };
    if function.aliases().next().is_none() {
        return html! {
            <EmptyState
                title="No aliases"
                text="An alias is a name that callers use. It points at one version, or at two with a weight, and can be moved at any time."
            >
                { create }
            </EmptyState>
        };
    }
    let columns = [
        Column::text("Name"),
        Column::text("Version"),
        Column::number("Weight"),
        Column::text("Additional version"),
        Column::number("Additional weight"),
        Column::text("Description"),
        Column::text("Actions"),
    ];
    html! {
        <div class="stack">
            <div class="button-row">{ create }</div>
            <Table label="Aliases" columns={columns.to_vec()}>
                { for function.aliases().map(|alias| row(alias, props)) }
            </Table>
        </div>
    }
}

fn row(alias: &Alias, props: &TabProps) -> Html {
    let name = alias.name();
    let additional = alias.routing().additional();
    let weight = additional.map_or("100 %".to_owned(), |(_, weight)| {
        weight.remainder().to_string()
    });
    let qualifier = Qualifier::Alias(name.clone());
    let selected = *props.selection.qualifier() == qualifier;
    let edited = alias.clone();
    let function = props.selection.function().name();
    let steps = Step::ALL
        .into_iter()
        .filter(|step| step.request(function, alias).is_some());
    let deleted = name.clone();
    html! {
        <tr key={name.to_string()} aria-current={selected.then_some("true")}>
            <td class="cell-name">
                <Button
                    kind={ButtonKind::Link}
                    label={format!("Select {name}")}
                    onclick={props.select.reform(move |_| qualifier.clone())}
                >
                    { name.to_string() }
                </Button>
            </td>
            <td>{ alias.routing().primary().to_string() }</td>
            <td class="number">{ weight }</td>
            <td>{ additional.map(|(version, _)| version.to_string()) }</td>
            <td class="number">{ additional.map(|(_, weight)| weight.to_string()) }</td>
            <td class="cell-long">{ alias.description() }</td>
            <td>
                <div class="row-buttons">
                    // With keys each stays the element that it is when others come, and so keeps the focus.
                    <Button
                        key="edit"
                        kind={ButtonKind::Link}
                        label={format!("Edit {name}")}
                        onclick={props.open.reform(move |_| Open::EditAlias(edited.clone()))}
                    >
                        { "Edit" }
                    </Button>
                    <Button
                        key="delete"
                        kind={ButtonKind::Link}
                        label={format!("Delete {name}")}
                        onclick={
                            props.open.reform(move |_| Open::Delete(Doomed::Alias(deleted.clone())))
                        }
                    >
                        { "Delete" }
                    </Button>
                    { for steps.map(|step| step_button(alias, step, props)) }
                </div>
            </td>
        </tr>
    }
}

/// The button for one act on an alias that shares.
fn step_button(alias: &Alias, step: Step, props: &TabProps) -> Html {
    let moved = alias.clone();
    html! {
        <Button
            key={step.label()}
            kind={ButtonKind::Link}
            label={format!("{} {}", step.label(), alias.name())}
            onclick={props.open.reform(move |_| Open::MoveAlias(moved.clone(), step))}
        >
            { step.label() }
        </Button>
    }
}
