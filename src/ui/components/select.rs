use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon::Icon;
use crate::ui::hooks::use_id;

/// One thing to choose: the value that it stands for and the words shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: AttrValue,
    pub text: AttrValue,
}

impl Choice {
    pub fn new(value: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Self {
        Self {
            value: value.into(),
            text: text.into(),
        }
    }
}

/// Choices that belong together, under a heading if they have one.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    pub heading: Option<AttrValue>,
    pub choices: Vec<Choice>,
}

impl From<Vec<Choice>> for Choices {
    fn from(choices: Vec<Choice>) -> Self {
        Self {
            heading: None,
            choices,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct SelectProps {
    pub label: AttrValue,
    pub groups: Vec<Choices>,
    pub value: AttrValue,
    pub onchange: Callback<String>,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Puts the label before the box rather than above it.
    #[prop_or_default]
    pub inline: bool,
}

/// A native list to choose one thing from.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let id = use_id();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described_by = [
        props.hint.as_ref().map(|_| hint_id.as_str()),
        props.error.as_ref().map(|_| error_id.as_str()),
    ];
    let described_by: Vec<&str> = described_by.into_iter().flatten().collect();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));

    let node = use_node_ref();
    {
        // The browser chooses on its own when options come and go, so the value is set after each
        // render.
        let node = node.clone();
        let value = props.value.clone();
        use_effect(move || {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(&value);
            }
        });
    }
    let onchange = props
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |choice: &Choice| {
        html! {
            <option value={choice.value.clone()} selected={choice.value == props.value}>
                { &choice.text }
            </option>
        }
    };
    html! {
        <div class={classes!("field", props.inline.then_some("field--inline"))}>
            <label class="field__label" for={id.clone()}>{ &props.label }</label>
            <select
                ref={node}
                {id}
                class="input input--select"
                aria-describedby={described_by}
                aria-invalid={props.error.is_some().then_some("true")}
                {onchange}
            >
                { for props.groups.iter().map(|group| match &group.heading {
                    Some(heading) => html! {
                        <optgroup label={heading.clone()}>
                            { for group.choices.iter().map(option) }
                        </optgroup>
                    },
                    None => html! { <>{ for group.choices.iter().map(option) }</> },
                }) }
            </select>
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
