use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::lambda::{Qualifier, Weight};
use crate::ui::components::{Field, FieldKind};
use crate::ui::hooks::use_id;

#[derive(Properties, PartialEq)]
pub(super) struct SharesProps {
    /// The version that gets what the weight leaves.
    pub(super) version: String,
    /// The version with the weight; empty for none.
    pub(super) additional: String,
    /// In per cent, as it was typed.
    pub(super) weight: String,
    pub(super) oninput: Callback<String>,
    /// What is wrong with the weight.
    pub(super) error: Option<String>,
}

/// One control for both shares of an alias: a slider and a number that move together, and what the API is sent.
#[component]
pub(super) fn Shares(props: &SharesProps) -> Html {
    let id = use_id();
    let weight = props.weight.trim().parse::<Weight>().ok();
    let is_shared = !props.additional.is_empty();
    let additional = weight.filter(|_| is_shared).unwrap_or_default();
    let position = weight.unwrap_or_default().fraction() * 100.0;
    let oninput = props
        .oninput
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let (first, second) = (name(&props.version), name(&props.additional));
    let rest = additional.remainder();
    let told = match (is_shared, weight) {
        (false, _) => format!("{first} gets everything: there is no additional version."),
        (true, None) => "The weight is a number from 0 to 100.".to_owned(),
        (true, Some(_)) => format!("{second} gets {additional}, {first} the other {rest}."),
    };
    html! {
        <div class="shares">
            <div class="shares__control">
                <div class="field">
                    <label class="field__label" for={id.clone()}>{ "Split" }</label>
                    <input
                        id={id.clone()}
                        class="shares__slider"
                        type="range"
                        min="0"
                        max="100"
                        step="1"
                        value={position.to_string()}
                        aria-valuetext={told}
                        {oninput}
                    />
                    <div class="shares__ends">
                        <span>
                            if is_shared {
                                { format!("{second}: ") }
                                <strong>{ additional.to_string() }</strong>
                            } else {
                                { "No additional version" }
                            }
                        </span>
                        <span>{ format!("{first}: ") }<strong>{ rest.to_string() }</strong></span>
                    </div>
                </div>
                <Field
                    label="Weight (%)"
                    kind={FieldKind::Number { min: 0.0, max: 100.0, step: "any".into() }}
                    value={props.weight.clone()}
                    oninput={props.oninput.clone()}
                    error={props.error.clone()}
                />
            </div>
            <p class="field__hint">
                { "The API is sent " }
                <code>{ sent(&props.additional, fraction(&props.weight)) }</code>
            </p>
        </div>
    }
}

/// A weight in per cent as the fraction that the API takes, whatever its size; nothing for what is no number.
pub(super) fn fraction(percent: &str) -> Option<f64> {
    let percent: f64 = percent.trim().parse().ok()?;
    Some(percent / 100.0)
}

/// The routing as the API is sent it.
fn sent(additional: &str, fraction: Option<f64>) -> String {
    let weights = match fraction {
        _ if additional.is_empty() => "{}".to_owned(),
        Some(fraction) => format!("{{\"{additional}\": {fraction}}}"),
        None => format!("{{\"{additional}\": …}}"),
    };
    format!("\"AdditionalVersionWeights\": {weights}")
}

fn name(version: &str) -> String {
    match version {
        Qualifier::LATEST => version.to_owned(),
        version => format!("Version {version}"),
    }
}
