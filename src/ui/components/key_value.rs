use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct KeyValueProps {
    /// Names and what they stand for, in the order shown.
    pub pairs: Vec<(AttrValue, Html)>,
}

/// A list of named facts.
#[component]
pub fn KeyValue(props: &KeyValueProps) -> Html {
    html! {
        <dl class="key-value">
            { for props.pairs.iter().map(|(key, value)| html! {
                <div class="key-value__pair">
                    <dt>{ key }</dt>
                    <dd>{ value.clone() }</dd>
                </div>
            }) }
        </dl>
    }
}
