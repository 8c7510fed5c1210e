use std::collections::BTreeMap;

use yew::prelude::*;

use super::shares::{Shares, fraction};
use crate::lambda::{Alias, CreateAlias, Function, Operation, Qualifier, UpdateAlias, Weight};
use crate::ui::advice::{failure, objection};
use crate::ui::components::{Choice, Dialog, Field, Message, Select, use_messages};
use crate::ui::hooks::use_form;
use crate::ui::playground::use_playground;

#[derive(Properties, PartialEq)]
pub(super) struct AliasDialogProps {
    pub(super) function: Function,
    /// The alias to edit; without one a new one is created.
    #[prop_or_default]
    pub(super) alias: Option<Alias>,
    pub(super) onclose: Callback<()>,
}

/// What was typed and chosen.
#[derive(Clone, PartialEq)]
struct Form {
    name: String,
    description: String,
    version: String,
    /// Empty for none.
    additional: String,
    /// In per cent.
    weight: String,
}

/// Creates or edits an alias.
#[component]
pub(super) fn AliasDialog(props: &AliasDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let form = use_form(|| match &props.alias {
        Some(alias) => Form::of(alias),
        None => Form::new(&props.function),
    });
    let refused = use_state(|| None::<Message>);
    let is_sent = use_state(|| false);

    let onsubmit = {
        let operation = form.operation(&props.function, props.alias.is_some());
        let (form, refused, is_sent) = (form.clone(), refused.clone(), is_sent.clone());
        let (onclose, editing) = (props.onclose.clone(), props.alias.is_some());
        Callback::from(move |()| {
            messages.clear();
            refused.set(None);
            is_sent.set(true);
            let Some(operation) = operation.clone() else {
                return;
            };
            match playground.apply(operation) {
                Ok(_) => {
                    onclose.emit(());
                    let act = if editing { "Saved" } else { "Created" };
                    messages.show(Message::success(format!("{act} the alias {}.", form.name)));
                }
                Err(error) => refused.set(Some(failure(&error))),
            }
        })
    };
    let versions = versions(&props.function);
    let mut additional = vec![Choice::new("", "None")];
    additional.extend(versions.clone());
    let editing = props.alias.is_some();
    html! {
        <Dialog
            title={if editing { "Edit alias" } else { "Create alias" }}
            submit="Save"
            {onsubmit}
            onclose={&props.onclose}
            failure={(*refused).clone()}
        >
            <Field
                label="Name"
                hint={editing.then_some("An alias keeps its name.")}
                readonly={editing}
                value={form.name.clone()}
                oninput={form.change(|form, text| form.name = text)}
            />
            <Field
                label="Description"
                optional={true}
                value={form.description.clone()}
                oninput={form.change(|form, text| form.description = text)}
            />
            <div class="form__row">
                <Select
                    label="Version"
                    groups={vec![versions.into()]}
                    value={form.version.clone()}
                    onchange={form.change(|form, value| form.version = value)}
                />
                <Select
                    label="Additional version"
                    groups={vec![additional.into()]}
                    value={form.additional.clone()}
                    onchange={form.change(|form, value| form.additional = value)}
                    error={form.conflict(&props.function)}
                />
            </div>
            <Shares
                version={form.version.clone()}
                additional={form.additional.clone()}
                weight={form.weight.clone()}
                oninput={form.change(|form, text| form.weight = text)}
                error={form.weight_error(&props.function, *is_sent)}
            />
        </Dialog>
    }
}

impl Form {
    /// A new alias for the newest version.
    fn new(function: &Function) -> Self {
        let newest = function.versions().next_back();
        Self {
            name: String::new(),
            description: String::new(),
            version: newest.map_or(Qualifier::LATEST.to_owned(), |version| {
                version.number().to_string()
            }),
            additional: String::new(),
            weight: "0".to_owned(),
        }
    }

    fn of(alias: &Alias) -> Self {
        let additional = alias.routing().additional();
        let percent = |weight: Weight| weight.to_string().trim_end_matches(" %").to_owned();
        Self {
            name: alias.name().to_string(),
            description: alias.description().to_owned(),
            version: alias.routing().primary().to_string(),
            additional: additional.map_or(String::new(), |(version, _)| version.to_string()),
            weight: additional.map_or("0".to_owned(), |(_, weight)| percent(weight)),
        }
    }

    /// The weight as a fraction, whatever its size; nothing for what is no number.
    fn fraction(&self) -> Option<f64> {
        fraction(&self.weight)
    }

    /// What the service says of the two versions, whatever the weight.
    fn conflict(&self, function: &Function) -> Option<String> {
        if self.additional.is_empty() {
            return None;
        }
        let weight = self.weight.parse().unwrap_or(Weight::default());
        let weights = BTreeMap::from([(self.additional.clone(), Some(weight.fraction()))]);
        let refused = function.route(&self.version, &weights).err()?;
        Some(objection(&refused))
    }

    /// What is wrong with the weight; what is no number yet is told only once it was to be sent.
    fn weight_error(&self, function: &Function, is_sent: bool) -> Option<String> {
        if self.additional.is_empty() || self.conflict(function).is_some() {
            return None;
        }
        let Some(fraction) = self.fraction() else {
            return is_sent.then(|| "Give a number from 0 to 100.".to_owned());
        };
        let weights = BTreeMap::from([(self.additional.clone(), Some(fraction))]);
        let refused = function.route(&self.version, &weights).err()?;
        Some(objection(&refused))
    }

    /// The operation, unless the weight is needed and no number.
    fn operation(&self, function: &Function, editing: bool) -> Option<Operation> {
        let mut weights = BTreeMap::new();
        if !self.additional.is_empty() {
            weights.insert(self.additional.clone(), Some(self.fraction()?));
        }
        let function_name = function.name().to_string();
        let (name, description) = (self.name.clone(), Some(self.description.clone()));
        let function_version = self.version.clone();
        Some(if editing {
            UpdateAlias {
                function_name,
                name,
                function_version: Some(function_version),
                description,
                weights: Some(weights),
                revision_id: None,
            }
            .into()
        } else {
            CreateAlias {
                function_name,
                name: Some(name),
                function_version: Some(function_version),
                description,
                weights,
            }
            .into()
        })
    }
}

/// Every version, `$LATEST` first.
fn versions(function: &Function) -> Vec<Choice> {
    let published = function.versions().rev().map(|version| {
        let number = version.number().to_string();
        let text = match version.description() {
            "" => number.clone(),
            description => format!("{number} – {description}"),
        };
        Choice::new(number, text)
    });
    std::iter::once(Choice::new(Qualifier::LATEST, Qualifier::LATEST))
        .chain(published)
        .collect()
}
