use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement, window};
use yew::prelude::*;

use super::button::{Button, ButtonKind};
use super::message::{Message, MessageBox};
use crate::ui::hooks::{rescue_focus, use_id};

#[derive(Properties, PartialEq)]
pub struct DialogProps {
    pub title: AttrValue,
    /// The words on the button that does it.
    pub submit: AttrValue,
    /// Called by that button and by Enter.
    pub onsubmit: Callback<()>,
    /// Called by Cancel and by Escape.
    pub onclose: Callback<()>,
    pub children: Html,
    /// What went wrong, shown below the form.
    #[prop_or_default]
    pub failure: Option<Message>,
    /// Room for more than a few fields.
    #[prop_or_default]
    pub wide: bool,
}

/// A modal dialog with one form, open as long as it is rendered.
///
/// Focus moves to its first control and afterwards back to where it was. While it is open the rest
/// of the page is out of reach, for assistive technology too.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let document = window().and_then(|window| window.document());
    let Some(body) = document.and_then(|document| document.body()) else {
        return Html::default();
    };
    // A portal's content is mounted with the component that renders it, so the effect that opens
    // the dialog belongs to a component inside.
    create_portal(
        html! {
            <Modal
                title={&props.title}
                submit={&props.submit}
                onsubmit={&props.onsubmit}
                onclose={&props.onclose}
                failure={props.failure.clone()}
                wide={props.wide}
            >
                { props.children.clone() }
            </Modal>
        },
        body.into(),
    )
}

#[component]
fn Modal(props: &DialogProps) -> Html {
    let node = use_node_ref();
    let heading = use_id();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let opened = node.cast::<HtmlDialogElement>().map(Opened::new);
            move || {
                if let Some(opened) = opened {
                    opened.close();
                }
            }
        });
    }
    let failure_node = use_node_ref();
    {
        let failure_node = failure_node.clone();
        use_effect_with(props.failure.clone(), move |_| {
            if let Some(failure) = failure_node.cast::<Element>() {
                failure.scroll_into_view();
            }
        });
    }
    let onsubmit = {
        let onsubmit = props.onsubmit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            onsubmit.emit(());
        })
    };
    let oncancel = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            onclose.emit(());
        })
    };
    html! {
        <dialog
            ref={node}
            class={classes!("dialog", props.wide.then_some("dialog--wide"))}
            aria-labelledby={heading.clone()}
            {oncancel}
            onclose={props.onclose.reform(|_| ())}
        >
            <form class="dialog__form" novalidate={true} {onsubmit}>
                <h2 class="dialog__title" id={heading}>{ &props.title }</h2>
                <div class="dialog__content">
                    { props.children.clone() }
                    if let Some(failure) = &props.failure {
                        <div ref={failure_node}><MessageBox message={failure.clone()} /></div>
                    }
                </div>
                <div class="dialog__actions">
                    <Button kind={ButtonKind::Link} onclick={props.onclose.reform(|_| ())}>
                        { "Cancel" }
                    </Button>
                    <Button kind={ButtonKind::Primary} submits={true}>{ &props.submit }</Button>
                </div>
            </form>
        </dialog>
    }
}

/// An open dialog and what it covers.
struct Opened {
    dialog: HtmlDialogElement,
    covered: Vec<Element>,
}

impl Opened {
    fn new(dialog: HtmlDialogElement) -> Self {
        let _ = dialog.show_modal();
        let siblings = dialog.parent_element().map(|parent| parent.children());
        let covered: Vec<Element> = siblings
            .iter()
            .flat_map(|siblings| (0..siblings.length()).filter_map(|at| siblings.item(at)))
            .filter(|sibling| *sibling != **dialog && !sibling.has_attribute("inert"))
            .collect();
        // Being modal makes the rest inert, but not every tool that reads the page knows.
        for element in &covered {
            let _ = element.set_attribute("inert", "");
            let _ = element.set_attribute("aria-hidden", "true");
        }
        Self { dialog, covered }
    }

    /// Closes the dialog, which gives focus back.
    fn close(self) {
        for element in &self.covered {
            let _ = element.remove_attribute("inert");
            let _ = element.remove_attribute("aria-hidden");
        }
        self.dialog.close();
        spawn_local(async { rescue_focus() });
    }
}
