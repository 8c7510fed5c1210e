use yew::prelude::*;

use super::variables::{Variable, Variables};
use crate::lambda::{
    Configuration, DeleteFunctionConcurrency, Function, Operation, PutFunctionConcurrency,
    Settings, UpdateFunctionConfiguration,
};
use crate::ui::advice::failure;
use crate::ui::components::{Dialog, Field, FieldKind, Message, use_messages};
use crate::ui::hooks::use_form;
use crate::ui::playground::use_playground;

#[derive(Properties, PartialEq)]
pub(super) struct EditConfigurationDialogProps {
    pub(super) function: Function,
    pub(super) onclose: Callback<()>,
}

/// What was typed.
#[derive(Clone, PartialEq)]
struct Form {
    description: String,
    handler: String,
    role: String,
    memory_size: String,
    timeout: String,
    /// Empty where nothing is reserved.
    reserved_concurrency: String,
    variables: Vec<Variable>,
}

/// Changes the settings of `$LATEST` and the function's reserved concurrency.
#[component]
pub(super) fn EditConfigurationDialog(props: &EditConfigurationDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let form = use_form(|| Form::of(&props.function));
    let refused = use_state(|| None::<Message>);

    let onsubmit = {
        let operations = form.operations(&props.function);
        let (refused, onclose) = (refused.clone(), props.onclose.clone());
        Callback::from(move |()| {
            messages.clear();
            let Some(operations) = operations.clone() else {
                refused.set(Some(Message::failure(
                    "Memory, timeout and reserved concurrency are whole numbers.",
                    "Correct the numbers, then save again.",
                )));
                return;
            };
            for operation in operations {
                if let Err(error) = playground.apply(operation) {
                    refused.set(Some(failure(&error)));
                    return;
                }
            }
            onclose.emit(());
            messages.show(Message::success("Saved the configuration."));
        })
    };
    let number =
        |label: &'static str, hint: &'static str, range: (f64, f64), value: &String, set| {
            html! {
                <Field
                    {label}
                    {hint}
                    kind={FieldKind::Number { min: range.0, max: range.1, step: "1".into() }}
                    value={value.clone()}
                    oninput={form.change(set)}
                />
            }
        };
    html! {
        <Dialog
            title="Edit configuration"
            submit="Save"
            wide={true}
            {onsubmit}
            onclose={&props.onclose}
            failure={(*refused).clone()}
        >
            <Field
                label="Description"
                optional={true}
                value={form.description.clone()}
                oninput={form.change(|form, text| form.description = text)}
            />
            <Field
                label="Handler"
                code={true}
                value={form.handler.clone()}
                oninput={form.change(|form, text| form.handler = text)}
            />
            <Field
                label="Role"
                code={true}
                value={form.role.clone()}
                oninput={form.change(|form, text| form.role = text)}
            />
            <div class="form__row">
                { number("Memory (MB)", "128 to 10,240.", (128.0, 10_240.0), &form.memory_size,
                    |form, text| form.memory_size = text) }
                { number("Timeout (s)", "1 to 900.", (1.0, 900.0), &form.timeout,
                    |form, text| form.timeout = text) }
                { number("Reserved concurrency", "Empty for none reserved.", (0.0, 900.0),
                    &form.reserved_concurrency, |form, text| form.reserved_concurrency = text) }
            </div>
            <Variables
                variables={form.variables.clone()}
                onchange={form.change(|form, variables| form.variables = variables)}
            />
        </Dialog>
    }
}

impl Form {
    fn of(function: &Function) -> Self {
        let configuration: &Configuration = function.latest().configuration();
        let reserved = function.reserved_concurrency();
        let variables = configuration.variables();
        Self {
            description: configuration.description.to_string(),
            handler: configuration.handler.clone(),
            role: configuration.role.clone(),
            memory_size: configuration.memory_size.to_string(),
            timeout: configuration.timeout.as_secs().to_string(),
            reserved_concurrency: reserved.map_or(String::new(), |number| number.to_string()),
            variables: variables
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
        }
    }

    /// The operations that make the function what was typed, without those that would change
    /// nothing; none at all where a number is needed and something else was typed.
    fn operations(&self, function: &Function) -> Option<Vec<Operation>> {
        let before = Self::of(function);
        let function_name = function.name().to_string();
        let mut operations = Vec::new();
        let mut settings = before.clone();
        settings
            .reserved_concurrency
            .clone_from(&self.reserved_concurrency);
        if settings != *self {
            // A row left empty is no variable.
            let typed = |row: &&Variable| !row.0.is_empty() || !row.1.is_empty();
            let variables = self.variables.iter().filter(typed);
            let environment: Vec<Variable> = variables.cloned().collect();
            let settings = Settings {
                description: Some(self.description.clone()),
                handler: Some(self.handler.clone()),
                role: Some(self.role.clone()),
                memory_size: Some(self.memory_size.trim().parse().ok()?),
                timeout: Some(self.timeout.trim().parse().ok()?),
                environment: (self.variables != before.variables).then_some(environment),
                ..Settings::default()
            };
            let function_name = function_name.clone();
            operations.push(
                UpdateFunctionConfiguration {
                    function_name,
                    settings,
                    revision_id: None,
                }
                .into(),
            );
        }
        if self.reserved_concurrency != before.reserved_concurrency {
            operations.push(match self.reserved_concurrency.trim() {
                "" => DeleteFunctionConcurrency { function_name }.into(),
                number => PutFunctionConcurrency {
                    function_name,
                    reserved_concurrent_executions: Some(number.parse().ok()?),
                }
                .into(),
            });
        }
        Some(operations)
    }
}
