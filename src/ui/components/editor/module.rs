use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Mark, Position};

/// An editor in the page, as long as this lives.
pub(super) struct Mounted {
    handle: EditorHandle,
    /// Kept because the editor calls it.
    _onchange: Closure<dyn FnMut(String)>,
}

impl Mounted {
    pub(super) fn new(
        module: &EditorModule,
        options: &EditorOptions,
        oninput: Rc<RefCell<Callback<String>>>,
    ) -> Self {
        let onchange = Closure::<dyn FnMut(String)>::new(move |text| {
            let oninput = oninput.borrow().clone();
            oninput.emit(text);
        });
        options.set_on_change(&onchange);
        Self {
            handle: module.create_editor(options),
            _onchange: onchange,
        }
    }

    pub(super) fn set_text(&self, text: &str) {
        self.handle.set_text(text);
    }

    pub(super) fn set_marks(&self, marks: &[Mark]) {
        let last = marks.len().saturating_sub(1);
        let marks = marks.iter().enumerate().map(|(index, mark)| {
            let marked: MarkObject = Object::new().unchecked_into();
            marked.set_line(mark.at.line);
            marked.set_text(&mark.text);
            marked.set_main(index == last);
            marked
        });
        self.handle.set_marks(&marks.collect::<Array>());
    }

    pub(super) fn go_to(&self, position: Position) {
        self.handle.go_to(position.line, position.column);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

#[wasm_bindgen]
extern "C" {
    /// `src/js/editor.js`.
    pub(super) type EditorModule;
    #[wasm_bindgen(method, js_name = createEditor)]
    fn create_editor(this: &EditorModule, options: &EditorOptions) -> EditorHandle;

    type EditorHandle;
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &EditorHandle, text: &str);
    #[wasm_bindgen(method, js_name = setMarks)]
    fn set_marks(this: &EditorHandle, marks: &Array);
    #[wasm_bindgen(method, js_name = goTo)]
    fn go_to(this: &EditorHandle, line: u32, column: u32);
    #[wasm_bindgen(method)]
    fn destroy(this: &EditorHandle);

    type MarkObject;
    #[wasm_bindgen(method, setter)]
    fn set_line(this: &MarkObject, line: u32);
    #[wasm_bindgen(method, setter)]
    fn set_text(this: &MarkObject, text: &str);
    #[wasm_bindgen(method, setter)]
    fn set_main(this: &MarkObject, main: bool);

    pub(super) type EditorOptions;
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_parent(this: &EditorOptions, parent: &HtmlElement);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_text(this: &EditorOptions, text: &str);
    #[wasm_bindgen(method, setter = labelledBy)]
    pub(super) fn set_labelled_by(this: &EditorOptions, id: &str);
    #[wasm_bindgen(method, setter = describedBy)]
    pub(super) fn set_described_by(this: &EditorOptions, ids: &str);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_language(this: &EditorOptions, name: &str);
    #[wasm_bindgen(method, setter = readOnly)]
    pub(super) fn set_read_only(this: &EditorOptions, read_only: bool);
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_focus(this: &EditorOptions, focus: bool);
    #[wasm_bindgen(method, setter = selectionStart)]
    pub(super) fn set_selection_start(this: &EditorOptions, position: u32);
    #[wasm_bindgen(method, setter = selectionEnd)]
    pub(super) fn set_selection_end(this: &EditorOptions, position: u32);
    #[wasm_bindgen(method, setter = onChange)]
    fn set_on_change(this: &EditorOptions, callback: &Closure<dyn FnMut(String)>);
}
