use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

use super::icon::Icon;
use crate::ui::hooks::use_id;

/// One thing that a menu does: the value that stands for it and the words on it.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuItem {
    pub value: AttrValue,
    pub text: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct MenuButtonProps {
    pub label: AttrValue,
    pub items: Vec<MenuItem>,
    pub onchoose: Callback<AttrValue>,
}

/// A button that opens a menu.
///
/// Arrow keys, Home and End move through it, Enter or Space choose, Escape and Tab close it.
#[component]
pub fn MenuButton(props: &MenuButtonProps) -> Html {
    let id = use_id();
    let menu_id = format!("{id}-menu");
    let button = use_node_ref();
    let container = use_node_ref();
    // The item that has focus, while the menu is open.
    let current = use_state_eq(|| None::<usize>);
    let nodes = use_mut_ref(Vec::<NodeRef>::new);
    nodes
        .borrow_mut()
        .resize_with(props.items.len(), NodeRef::default);
    let count = props.items.len();

    {
        let nodes = nodes.clone();
        use_effect_with(*current, move |current| {
            let item = current.and_then(|index| nodes.borrow()[index].cast::<HtmlElement>());
            if let Some(item) = item {
                let _ = item.focus();
            }
        });
    }
    let close = {
        let current = current.clone();
        let button = button.clone();
        Callback::from(move |()| {
            current.set(None);
            if let Some(button) = button.cast::<HtmlElement>() {
                let _ = button.focus();
            }
        })
    };
    let onclick = {
        let current = current.clone();
        Callback::from(move |_| current.set(if current.is_some() { None } else { Some(0) }))
    };
    let onkeydown = {
        let current = current.clone();
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            let next = match (event.key().as_str(), *current) {
                ("ArrowDown", None) | ("Home", Some(_)) => 0,
                ("ArrowUp", None) | ("End", Some(_)) => count - 1,
                ("ArrowDown", Some(index)) => (index + 1) % count,
                ("ArrowUp", Some(index)) => (index + count - 1) % count,
                ("Escape", Some(_)) => {
                    event.prevent_default();
                    close.emit(());
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            current.set(Some(next));
        })
    };
    let onfocusout = {
        let current = current.clone();
        let container = container.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event
                .related_target()
                .and_then(|to| to.dyn_into::<Node>().ok());
            let inside = container
                .get()
                .is_some_and(|container| container.contains(to.as_ref()));
            if !inside {
                current.set(None);
            }
        })
    };
    html! {
        <div class="menu" ref={container} {onkeydown} {onfocusout}>
            <button
                ref={button}
                id={id.clone()}
                class="button button--normal"
                type="button"
                aria-haspopup="menu"
                aria-expanded={if current.is_some() { "true" } else { "false" }}
                aria-controls={current.map(|_| menu_id.clone())}
                {onclick}
            >
                { &props.label }
                { Icon::CaretDown.draw() }
            </button>
            if current.is_some() {
                <div class="menu__list" role="menu" id={menu_id} aria-labelledby={id}>
                    { for props.items.iter().enumerate().map(|(index, item)| {
                        let close = close.clone();
                        let choose = props.onchoose.clone();
                        let value = item.value.clone();
                        // The menu is closed first, so that a dialog opened by the choice gives
                        // focus back to the button.
                        let onclick = move |_| {
                            close.emit(());
                            choose.emit(value.clone());
                        };
                        html! {
                            <button
                                ref={nodes.borrow()[index].clone()}
                                class="menu__item"
                                type="button"
                                role="menuitem"
                                tabindex="-1"
                                {onclick}
                            >
                                { &item.text }
                            </button>
                        }
                    }) }
                </div>
            }
        </div>
    }
}
