use yew::prelude::*;
use yew_router::prelude::*;

use super::create_function::CreateFunctionButton;
use super::format;
use crate::lambda::Function;
use crate::ui::components::{ButtonKind, Column, EmptyState, Table};
use crate::ui::lessons::LearnButton;
use crate::ui::playground::use_playground;
use crate::ui::routes::Route;

/// All functions.
#[component]
pub fn FunctionsPage() -> Html {
    let playground = use_playground();
    let service = playground.service();
    let columns = [
        "Name",
        "Description",
        "Runtime",
        "State",
        "Versions",
        "Aliases",
        "Last modified",
    ];
    html! {
        <>
            <div class="page-head">
                <h1 tabindex="-1">{ "Functions" }</h1>
                if service.functions().len() > 0 {
                    <CreateFunctionButton kind={ButtonKind::Primary} />
                }
            </div>
            if service.functions().len() > 0 {
                <Table label="Functions" columns={columns.map(Column::text).to_vec()}>
                    { for service.functions().map(row) }
                </Table>
            } else {
                <EmptyState
                    title="No functions"
                    text="Create one, publish versions of it, and move aliases between them. Everything runs in this page: no account, no server, no cost."
                >
                    <CreateFunctionButton kind={ButtonKind::Primary} />
                    <LearnButton text="Start the tutorial" />
                </EmptyState>
            }
        </>
    }
}

fn row(function: &Function) -> Html {
    let name = function.name().to_string();
    let configuration = function.latest().configuration();
    let (state, update) = function.latest().status();
    html! {
        <tr key={name.clone()}>
            <td>
                <Link<Route> to={Route::Function { name: name.clone() }}>{ name }</Link<Route>>
            </td>
            <td class="cell-long">{ configuration.description.as_str() }</td>
            <td>{ configuration.runtime.name() }</td>
            <td>{ format::state(state, update) }</td>
            <td>{ function.versions().count() }</td>
            <td>{ function.aliases().count() }</td>
            <td>{ format::time(function.latest().last_modified()) }</td>
        </tr>
    }
}
