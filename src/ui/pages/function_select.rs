use yew::prelude::*;
use yew_router::prelude::*;

use crate::ui::components::{Choice, Select};
use crate::ui::playground::use_playground;
use crate::ui::routes::{Route, Tab};

/// Leads from a function's page to another function's, at the same tab; nothing where there is no other.
#[component]
pub fn FunctionSelect() -> Html {
    let playground = use_playground();
    let navigator = use_navigator();
    let (shown, tab) = match use_route::<Route>() {
        Some(Route::Function { name }) => (name, Tab::default()),
        Some(Route::FunctionTab { name, tab }) => (name, tab),
        Some(Route::Comparison { name, .. }) => (name, Tab::Versions),
        _ => return Html::default(),
    };
    let service = playground.service();
    let names = service
        .functions()
        .map(|function| function.name().to_string());
    let choices: Vec<Choice> = names.map(|name| Choice::new(name.clone(), name)).collect();
    let is_there = choices.iter().any(|choice| choice.value == shown);
    if !is_there || choices.len() < 2 {
        return Html::default();
    }
    let onchange = Callback::from(move |name| {
        if let Some(navigator) = &navigator {
            navigator.push(&Route::FunctionTab { name, tab });
        }
    });
    html! {
        <Select
            label="Function"
            groups={vec![choices.into()]}
            value={shown}
            {onchange}
            inline={true}
        />
    }
}
