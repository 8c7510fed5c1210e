use std::collections::BTreeMap;

use yew::prelude::*;

use crate::lambda::{Alias, CreateAlias, Function, Operation, Qualifier, UpdateAlias, Weight};
use crate::ui::advice::failure;
use crate::ui::components::{Choice, Dialog, Field, FieldKind, Message, Select, use_messages};
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
    let weight_error = use_state(|| None::<&'static str>);

    let onsubmit = {
        let operation = form.operation(&props.function, props.alias.is_some());
        let (form, refused, weight_error) = (form.clone(), refused.clone(), weight_error.clone());
        let (onclose, editing) = (props.onclose.clone(), props.alias.is_some());
        Callback::from(move |()| {
            messages.clear();
            refused.set(None);
            let Some(operation) = operation.clone() else {
                weight_error.set(Some("Give a number from 0 to 100."));
                return;
            };
            weight_error.set(None);
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
            <Select
                label="Version"
                groups={vec![versions.into()]}
                value={form.version.clone()}
                onchange={form.change(|form, value| form.version = value)}
            />
            <div class="form__row">
                <Select
                    label="Additional version"
                    groups={vec![additional.into()]}
                    value={form.additional.clone()}
                    onchange={form.change(|form, value| form.additional = value)}
                    error={form.conflict()}
                />
                <Field
                    label="Weight (%)"
                    kind={FieldKind::Number { min: 0.0, max: 100.0, step: "any".into() }}
                    hint={form.shares()}
                    error={*weight_error}
                    value={form.weight.clone()}
                    oninput={form.change(|form, text| form.weight = text)}
                />
            </div>
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
        let percent: f64 = self.weight.trim().parse().ok()?;
        Some(percent / 100.0)
    }

    /// What each version gets, or what the weight is for.
    fn shares(&self) -> String {
        if self.additional.is_empty() {
            return "The share of an additional version.".to_owned();
        }
        let rest = self.weight.parse().map(Weight::remainder);
        match rest {
            Ok(rest) => format!("Version {} gets the other {rest}.", self.version),
            Err(_) => "The share of the additional version, from 0 to 100.".to_owned(),
        }
    }

    /// Why the two versions do not go together.
    fn conflict(&self) -> Option<String> {
        if self.additional.is_empty() {
            None
        } else if self.additional == self.version {
            Some(format!("{} is the alias's version already.", self.version))
        } else if [&self.version, &self.additional].contains(&&Qualifier::LATEST.to_owned()) {
            Some("An alias can share between published versions only, not $LATEST.".to_owned())
        } else {
            None
        }
    }

    /// The operation, unless the weight is needed and no number.
    fn operation(&self, function: &Function, editing: bool) -> Option<Operation> {
        let mut weights = BTreeMap::new();
        if !self.additional.is_empty() {
            weights.insert(self.additional.clone(), self.fraction()?);
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
                name,
                function_version,
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
