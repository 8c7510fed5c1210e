use yew::prelude::*;

use crate::ui::components::{Button, ButtonKind, Field};

/// A key and its value, as they are being typed.
pub(super) type Variable = (String, String);

/// What an input or a button does to all variables, given the text of the input.
type Change = Box<dyn Fn(&mut Vec<Variable>, String)>;

#[derive(Properties, PartialEq)]
pub(super) struct VariablesProps {
    pub(super) variables: Vec<Variable>,
    pub(super) onchange: Callback<Vec<Variable>>,
}

/// The environment variables, one row each.
#[component]
pub(super) fn Variables(props: &VariablesProps) -> Html {
    let edit = |change: Change| {
        let variables = props.variables.clone();
        props.onchange.reform(move |text| {
            let mut variables = variables.clone();
            change(&mut variables, text);
            variables
        })
    };
    let add = edit(Box::new(|all, _| all.push(Variable::default())));
    html! {
        <fieldset class="form__group">
            <legend>{ "Environment variables" }</legend>
            { for props.variables.iter().enumerate().map(|(index, (key, value))| html! {
                <div class="variable" key={index}>
                    <Field
                        label={format!("Key {}", index + 1)}
                        code={true}
                        value={key.clone()}
                        oninput={edit(Box::new(move |all, text| all[index].0 = text))}
                    />
                    <Field
                        label={format!("Value {}", index + 1)}
                        code={true}
                        value={value.clone()}
                        oninput={edit(Box::new(move |all, text| all[index].1 = text))}
                    />
                    <Button
                        kind={ButtonKind::Link}
                        label={format!("Remove variable {}", index + 1)}
                        onclick={
                            edit(Box::new(move |all, _| { all.remove(index); }))
                                .reform(|_| String::new())
                        }
                    >
                        { "Remove" }
                    </Button>
                </div>
            }) }
            <div>
                <Button onclick={add.reform(|_| String::new())}>{ "Add variable" }</Button>
            </div>
        </fieldset>
    }
}
