use yew::prelude::*;
use yew_router::prelude::*;

use super::{Open, TabProps};
use crate::lambda::LastUpdateStatus;
use crate::ui::components::{Button, Column, EmptyState, KeyValue, Table};
use crate::ui::pages::differences::PYTHON;
use crate::ui::pages::format;
use crate::ui::routes::Route;

/// The settings of what is selected.
#[component]
pub(super) fn ConfigurationTab(props: &TabProps) -> Html {
    let selection = &props.selection;
    let configuration = selection.configuration();
    let latest = selection.function().latest();
    let reserved = selection.function().reserved_concurrency();
    let update = selection.last_update_status().map(LastUpdateStatus::name);
    let pair = |key: &'static str, value: String| (AttrValue::from(key), Html::from(value));
    let mut pairs = vec![
        pair("State", selection.state().name().to_owned()),
        pair("Last update status", update.unwrap_or("–").to_owned()),
        pair(
            "Description",
            format::shown(configuration.description.as_str()),
        ),
        pair("Runtime", configuration.runtime.name()),
        (
            "Python that runs".into(),
            html! {
                <>
                    { PYTHON }
                    { ": see " }
                    <Link<Route> to={Route::Differences}>{ "Differences from AWS" }</Link<Route>>
                </>
            },
        ),
        pair("Handler", configuration.handler.clone()),
        pair("Memory", format!("{} MB", configuration.memory_size)),
        pair("Timeout", format!("{} s", configuration.timeout.as_secs())),
        pair("Role", configuration.role.clone()),
        pair("Code size", format!("{} bytes", configuration.code.size())),
        pair("Code SHA-256", configuration.code.digest().to_string()),
    ];
    if selection.is_latest() {
        let reserved = reserved.map_or("Not reserved".to_owned(), |number| number.to_string());
        pairs.push(pair("Reserved concurrency", reserved));
        pairs.push(pair("Last modified", format::time(latest.last_modified())));
    }
    let variables = configuration.variables();
    html! {
        <div class="stack">
            <div class="button-row">
                <Button
                    onclick={props.open.reform(|_| Open::EditConfiguration)}
                    disabled_reason={selection.frozen().map(AttrValue::from)}
                >
                    { "Edit configuration" }
                </Button>
                if let Some(reason) = selection.frozen() {
                    <p class="note">{ reason }</p>
                }
            </div>
            <KeyValue {pairs} />
            <h2>{ "Environment variables" }</h2>
            if configuration.variables().next().is_none() {
                <EmptyState
                    title="No environment variables"
                    text="Versions keep the variables they were published with."
                >
                    if selection.is_latest() {
                        <Button onclick={props.open.reform(|_| Open::EditConfiguration)}>
                            { "Add variables" }
                        </Button>
                    }
                </EmptyState>
            } else {
                <Table
                    label="Environment variables"
                    columns={["Key", "Value"].map(Column::text).to_vec()}
                >
                    { for variables.map(|(key, value)| html! {
                        <tr key={key.clone()}>
                            <td><code>{ key }</code></td>
                            <td class="cell-long"><code>{ value }</code></td>
                        </tr>
                    }) }
                </Table>
            }
        </div>
    }
}
