use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::ui::hooks::use_id;

/// One tab: the value that stands for it and the word on it.
#[derive(Clone, Debug, PartialEq)]
pub struct TabItem {
    pub value: AttrValue,
    pub text: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The name of the list of tabs.
    pub label: AttrValue,
    pub tabs: Vec<TabItem>,
    /// The value of the selected tab.
    pub selected: AttrValue,
    pub onselect: Callback<AttrValue>,
    /// What the selected tab shows.
    pub children: Html,
}

/// Tabs over one panel; arrow keys, Home and End select, as far as the list goes round.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let id = use_id();
    let panel_id = format!("{id}-panel");
    let selected = props
        .tabs
        .iter()
        .position(|tab| tab.value == props.selected)
        .unwrap_or(0);
    let nodes = use_mut_ref(Vec::<NodeRef>::new);
    nodes
        .borrow_mut()
        .resize_with(props.tabs.len(), NodeRef::default);

    {
        let node = nodes.borrow()[selected].clone();
        use_effect_with(selected, move |_| {
            if let Some(tab) = node.cast::<HtmlElement>() {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                options.set_inline(ScrollLogicalPosition::Nearest);
                tab.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let onkeydown = {
        let nodes = nodes.clone();
        let tabs = props.tabs.clone();
        let onselect = props.onselect.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = neighbour(&event.key(), selected, tabs.len()) else {
                return;
            };
            event.prevent_default();
            if let Some(tab) = nodes.borrow()[next].cast::<HtmlElement>() {
                let _ = tab.focus();
            }
            onselect.emit(tabs[next].value.clone());
        })
    };
    html! {
        <div class="tabs">
            <div class="tabs__list" role="tablist" aria-label={&props.label} {onkeydown}>
                { for props.tabs.iter().enumerate().map(|(index, tab)| html! {
                    <button
                        ref={nodes.borrow()[index].clone()}
                        class="tabs__tab"
                        type="button"
                        role="tab"
                        id={tab_id(&id, index)}
                        aria-selected={if index == selected { "true" } else { "false" }}
                        aria-controls={panel_id.clone()}
                        tabindex={if index == selected { "0" } else { "-1" }}
                        onclick={
                            let value = tab.value.clone();
                            props.onselect.reform(move |_| value.clone())
                        }
                    >
                        { &tab.text }
                    </button>
                }) }
            </div>
            <div
                class="tabs__panel"
                role="tabpanel"
                id={panel_id.clone()}
                aria-labelledby={tab_id(&id, selected)}
                tabindex="0"
            >
                { props.children.clone() }
            </div>
        </div>
    }
}

fn tab_id(id: &str, index: usize) -> String {
    format!("{id}-tab-{index}")
}

/// The tab that a key leads to from the selected one.
fn neighbour(key: &str, selected: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((selected + 1) % count),
        "ArrowLeft" => Some((selected + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}
