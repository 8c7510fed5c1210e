use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::Icon;
use crate::ui::hooks::use_id;

/// What a [`Field`] takes.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum FieldKind {
    #[default]
    Text,
    /// A number, with the least and the greatest it may be and the size of a step.
    Number { min: f64, max: f64, step: AttrValue },
    /// Text of several lines.
    Area { rows: u32 },
}

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    pub label: AttrValue,
    pub value: AttrValue,
    pub oninput: Callback<String>,
    #[prop_or_default]
    pub kind: FieldKind,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Says beside the label that it may be left empty.
    #[prop_or_default]
    pub optional: bool,
    /// Shows what is typed in the type of code.
    #[prop_or_default]
    pub code: bool,
    #[prop_or_default]
    pub readonly: bool,
}

/// A labelled input, with its hint and its error tied to it.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let id = use_id();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described_by = [
        props.hint.as_ref().map(|_| hint_id.as_str()),
        props.error.as_ref().map(|_| error_id.as_str()),
    ];
    let described_by: Vec<&str> = described_by.into_iter().flatten().collect();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    let invalid = props.error.is_some().then_some("true");
    let class = classes!("input", props.code.then_some("input--code"));

    let control = match &props.kind {
        FieldKind::Area { rows } => {
            let oninput = props.oninput.reform(|event: InputEvent| {
                event.target_unchecked_into::<HtmlTextAreaElement>().value()
            });
            html! {
                <textarea
                    id={id.clone()}
                    {class}
                    rows={rows.to_string()}
                    value={props.value.clone()}
                    readonly={props.readonly}
                    spellcheck="false"
                    aria-describedby={described_by}
                    aria-invalid={invalid}
                    {oninput}
                />
            }
        }
        FieldKind::Text | FieldKind::Number { .. } => {
            let oninput = props.oninput.reform(|event: InputEvent| {
                event.target_unchecked_into::<HtmlInputElement>().value()
            });
            let (kind, min, max, step) = match &props.kind {
                FieldKind::Number { min, max, step } => (
                    "number",
                    Some(min.to_string()),
                    Some(max.to_string()),
                    Some(step.clone()),
                ),
                _ => ("text", None, None, None),
            };
            html! {
                <input
                    id={id.clone()}
                    {class}
                    type={kind}
                    {min}
                    {max}
                    {step}
                    value={props.value.clone()}
                    readonly={props.readonly}
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby={described_by}
                    aria-invalid={invalid}
                    {oninput}
                />
            }
        }
    };
    html! {
        <div class="field">
            <div class="field__head">
                <label class="field__label" for={id}>{ &props.label }</label>
                if props.optional {
                    <span class="field__optional">{ "optional" }</span>
                }
            </div>
            { control }
            if let Some(hint) = &props.hint {
                <p class="field__hint" id={hint_id}>{ hint }</p>
            }
            if let Some(error) = &props.error {
                <p class="field__error" id={error_id}>
                    { Icon::Warning.draw() }
                    { error }
                </p>
            }
        </div>
    }
}
