use yew::prelude::*;

use crate::lambda::{Function, Qualifier};
use crate::traffic::{MAX_CONCURRENCY, MAX_INVOCATIONS, Seed, count};
use crate::ui::components::{Button, ButtonKind, CopyButton, Field, FieldKind, Select};
use crate::ui::playground::use_playground;
use crate::ui::routes::{FunctionQuery, Route, Tab, address};

/// What is typed above a run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    /// Nothing until somebody chooses.
    target: Option<Qualifier>,
    invocations: String,
    concurrency: String,
    seed: String,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            target: None,
            invocations: Self::DEFAULT_INVOCATIONS.to_string(),
            concurrency: Self::DEFAULT_CONCURRENCY.to_string(),
            seed: String::new(),
        }
    }
}

impl Form {
    pub(super) const DEFAULT_INVOCATIONS: u32 = 100;
    pub(super) const DEFAULT_CONCURRENCY: u32 = 2;

    /// The form as it is typed for so many invocations of a target, so many of them at once.
    pub(super) fn sending(&self, target: &Qualifier, invocations: u32, concurrency: u32) -> Self {
        Self {
            target: Some(target.clone()),
            invocations: invocations.to_string(),
            concurrency: concurrency.to_string(),
            seed: self.seed.clone(),
        }
    }

    /// Where invocations go: what was chosen, as long as it exists, or what the page has selected.
    pub(super) fn target(&self, function: &Function, selected: &Qualifier) -> Qualifier {
        let chosen = self.target.as_ref();
        let exists = |target: &&Qualifier| function.configuration(target).is_some();
        chosen.filter(exists).unwrap_or(selected).clone()
    }

    /// How many invocations, or what is wrong with what was typed.
    pub(super) fn invocations(&self) -> Result<u32, String> {
        whole(&self.invocations, MAX_INVOCATIONS)
    }

    /// How many callers, or what is wrong with what was typed.
    pub(super) fn concurrency(&self) -> Result<u32, String> {
        whole(&self.concurrency, MAX_CONCURRENCY)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ControlsProps {
    pub(super) form: UseStateHandle<Form>,
    pub(super) function: Function,
    pub(super) target: Qualifier,
    pub(super) running: bool,
    pub(super) onfire: Callback<()>,
    pub(super) onstop: Callback<()>,
}

/// What to send where, and the buttons that begin and end it.
#[component]
pub(super) fn Controls(props: &ControlsProps) -> Html {
    let playground = use_playground();
    let ControlsProps { form, function, .. } = props;
    let change = |change: fn(&mut Form, String)| {
        let form = form.clone();
        Callback::from(move |text| {
            let mut changed = (*form).clone();
            change(&mut changed, text);
            form.set(changed);
        })
    };
    let seed = playground.seed();
    // What was typed is shown as it was typed, while it means the page's seed.
    let seed_text = if Seed::new(&form.seed) == seed {
        form.seed.clone()
    } else {
        seed.text().to_owned()
    };
    let onseed = {
        let change = change(|form, text| form.seed = text);
        let playground = playground.handle();
        Callback::from(move |text: String| {
            playground.set_seed(Seed::new(&text));
            change.emit(text);
        })
    };
    let wrong = form.invocations().is_err() || form.concurrency().is_err();
    let busy = match (props.running, wrong) {
        (true, _) => Some("A run is under way."),
        (false, true) => Some("Correct the numbers first."),
        (false, false) => None,
    };
    let onsubmit = {
        let onfire = props.onfire.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if busy.is_none() {
                onfire.emit(());
            }
        })
    };
    let number = |max: u32| FieldKind::Number {
        min: 1.0,
        max: max.into(),
        step: "1".into(),
    };
    html! {
        <form class="form traffic__controls" novalidate={true} {onsubmit}>
            <div class="form__row">
                <Select
                    label="Send to"
                    groups={super::super::qualifiers(function)}
                    value={props.target.to_string()}
                    onchange={change(|form, text| form.target = Some(Qualifier::classify(&text)))}
                />
                <Field
                    label="Number of invocations"
                    kind={number(MAX_INVOCATIONS)}
                    value={form.invocations.clone()}
                    oninput={change(|form, text| form.invocations = text)}
                    error={form.invocations().err()}
                />
                <Field
                    label="Concurrency"
                    kind={number(MAX_CONCURRENCY)}
                    value={form.concurrency.clone()}
                    oninput={change(|form, text| form.concurrency = text)}
                    error={form.concurrency().err()}
                />
                <Field
                    label="Seed"
                    optional={true}
                    value={seed_text}
                    oninput={onseed}
                />
            </div>
            <p class="field__hint">
                { "Each invocation sends the event of the Test tab. Firing again with the same seed repeats the run; \
                   without a seed every run is random." }
            </p>
            <div class="button-row">
                <Button kind={ButtonKind::Primary} submits={true} disabled_reason={busy}>
                    { "Fire" }
                </Button>
                <Button
                    onclick={props.onstop.reform(|_| ())}
                    disabled_reason={(!props.running).then_some("Nothing is under way.")}
                >
                    { "Stop" }
                </Button>
                if !seed.is_empty() {
                    <CopyButton what="link with the seed" text={link(function, &props.target, &seed)} />
                }
            </div>
        </form>
    }
}

/// The address at which this tab opens with the target selected and the seed set.
fn link(function: &Function, target: &Qualifier, seed: &Seed) -> String {
    let route = Route::FunctionTab {
        name: function.name().to_string(),
        tab: Tab::Traffic,
    };
    let query = [
        ("qualifier", FunctionQuery::of(target).qualifier),
        ("seed", Some(seed.text().to_owned())),
    ];
    address(&route, &query)
}

/// A whole number from 1, or what to type instead.
fn whole(text: &str, max: u32) -> Result<u32, String> {
    let number = text.trim().parse().ok();
    number
        .filter(|number| (1..=max).contains(number))
        .ok_or_else(|| format!("Type a whole number from 1 to {}.", count(max)))
}
