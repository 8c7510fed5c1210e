use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, KeyboardEvent, window};
use yew::prelude::*;

use crate::ui::components::{Message, Messages, use_messages};
use crate::ui::playground::{Playground, use_playground};

/// What takes the latest deed back and what makes it again; both say so.
#[derive(Clone, PartialEq)]
pub struct UseUndo {
    pub undo: Callback<()>,
    pub redo: Callback<()>,
}

#[hook]
pub fn use_undo() -> UseUndo {
    let playground = use_playground();
    let messages = use_messages();
    let undo = {
        let (playground, messages) = (playground.handle(), messages.clone());
        Callback::from(move |()| undo(&playground, &messages))
    };
    let redo = {
        let playground = playground.handle();
        Callback::from(move |()| redo(&playground, &messages))
    };
    UseUndo { undo, redo }
}

/// Undoes at Ctrl+Z and redoes at Ctrl+Shift+Z, or Ctrl+Y, wherever these do not belong to a text or a dialog.
#[hook]
pub fn use_undo_keys() {
    let latest = use_mut_ref(|| None);
    latest.replace(Some(use_undo()));
    use_effect_with((), move |()| {
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let Some(redoes) = redoes(&event).filter(|_| !is_taken(&event)) else {
                return;
            };
            event.prevent_default();
            let latest = latest.borrow().clone();
            if let Some(UseUndo { undo, redo }) = latest {
                if redoes { redo } else { undo }.emit(());
            }
        });
        let target = window();
        if let Some(window) = &target {
            let function = listener.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback("keydown", function);
        }
        move || {
            if let Some(window) = target {
                let function = listener.as_ref().unchecked_ref();
                let _ = window.remove_event_listener_with_callback("keydown", function);
            }
        }
    });
}

/// What the button in the message after an act does: takes everything back that followed a step.
#[must_use]
pub fn undo_to(step: usize, playground: Playground) -> Callback<Messages> {
    Callback::from(move |messages: Messages| {
        let position = playground.position();
        if position.present > step && playground.check_present().is_ok() {
            playground.go_to(step);
            messages.show(undone(&playground, &position.line[step].to_string()));
        }
    })
}

fn undo(playground: &Playground, messages: &Messages) {
    if let Some(change) = playground.undo() {
        messages.show(undone(playground, &change.to_string()));
    }
}

fn redo(playground: &Playground, messages: &Messages) {
    if let Some(change) = playground.redo() {
        let playground = playground.clone();
        let message = Message::success(format!("Done again: {change}."));
        let onclick = move |messages: Messages| undo(&playground, &messages);
        messages.show(message.with_action("Undo", onclick));
    }
}

fn undone(playground: &Playground, what: &str) -> Message {
    let playground = playground.clone();
    let onclick = move |messages: Messages| redo(&playground, &messages);
    Message::success(format!("Undone: {what}.")).with_action("Redo", onclick)
}

/// Whether keys mean redo, or undo; nothing if they mean neither.
fn redoes(event: &KeyboardEvent) -> Option<bool> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", shift) => Some(shift),
        ("y", false) => Some(true),
        _ => None,
    }
}

/// Whether keys belong to a text that is written, or to a dialog.
fn is_taken(event: &KeyboardEvent) -> bool {
    let Some(document) = window().and_then(|window| window.document()) else {
        return true;
    };
    let has_dialog = matches!(document.query_selector("dialog[open]"), Ok(Some(_)));
    let active = document.active_element();
    let writes = active
        .and_then(|active| active.dyn_into::<HtmlElement>().ok())
        .is_some_and(|active| {
            active.is_content_editable()
                || ["INPUT", "TEXTAREA", "SELECT"].contains(&active.tag_name().as_str())
        });
    event.default_prevented() || has_dialog || writes
}
