use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::hooks::{use_id, use_module};

/// What an [`Editor`] holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    Python,
    Json,
}

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub label: AttrValue,
    pub value: AttrValue,
    /// Called with the whole text at each edit.
    #[prop_or_default]
    pub oninput: Callback<String>,
    #[prop_or_default]
    pub language: Language,
    #[prop_or_default]
    pub readonly: bool,
}

/// A text box for code: a plain one at once, that of `@codemirror` as soon as it is loaded.
///
/// The change keeps text, focus and selection, and there is one text box of that name at any time.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let label_id = use_id();
    let hint_id = format!("{label_id}-hint");
    let area = use_node_ref();
    let frame = use_node_ref();
    let module = use_module("editor");
    let loaded = module.is_some();
    let tab_indents = loaded && props.language == Language::Python && !props.readonly;

    let handover = use_mut_ref(Handover::default);
    if loaded && let Some(area) = area.cast::<HtmlTextAreaElement>() {
        // The next thing to happen is that the text area goes.
        handover.replace(Handover::from(&area));
    }
    // CodeMirror is to call the present callback, not that of the render in which it was started.
    let oninput = use_mut_ref(Callback::<String>::noop);
    oninput.replace(props.oninput.clone());

    let editor = use_mut_ref(|| None::<Mounted>);
    {
        let editor = editor.clone();
        let frame = frame.clone();
        let text = props.value.clone();
        let label_id = label_id.clone();
        let hint_id = tab_indents.then(|| hint_id.clone());
        let deps = (module, props.language, props.readonly);
        use_effect_with(deps, move |(module, language, readonly)| {
            if let (Some(module), Some(parent)) = (module, frame.cast::<HtmlElement>()) {
                let options: EditorOptions = Object::new().unchecked_into();
                options.set_parent(&parent);
                options.set_text(&text);
                options.set_labelled_by(&label_id);
                options.set_described_by(hint_id);
                options.set_language(language.name());
                options.set_read_only(*readonly);
                let handover = handover.take();
                options.set_focus(handover.focus);
                options.set_selection_start(handover.selection.0);
                options.set_selection_end(handover.selection.1);
                editor.replace(Some(Mounted::new(
                    module.unchecked_ref(),
                    &options,
                    oninput,
                )));
            }
            move || drop(editor.take())
        });
    }
    use_effect_with(props.value.clone(), move |text| {
        if let Some(editor) = &*editor.borrow() {
            editor.handle.set_text(text);
        }
    });

    let oninput = props
        .oninput
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <div class={classes!("editor", format!("editor--{}", props.language.name()))}>
            <span class="field__label" id={label_id.clone()}>{ &props.label }</span>
            if loaded {
                <div ref={frame} class="editor__frame" />
            } else {
                <textarea
                    ref={area}
                    class="editor__frame editor__area"
                    value={props.value.clone()}
                    readonly={props.readonly}
                    wrap="off"
                    autocapitalize="none"
                    autocomplete="off"
                    spellcheck="false"
                    aria-labelledby={label_id}
                    {oninput}
                />
            }
            if tab_indents {
                <p class="field__hint" id={hint_id}>
                    { "Tab indents. To leave the editor with the keyboard, press Escape, then Tab." }
                </p>
            }
        </div>
    }
}

impl Language {
    fn name(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::Json => "json",
        }
    }
}

/// What the editor takes over from the text area that it replaces.
#[derive(Default)]
struct Handover {
    focus: bool,
    selection: (u32, u32),
}

impl From<&HtmlTextAreaElement> for Handover {
    fn from(area: &HtmlTextAreaElement) -> Self {
        let active = area
            .owner_document()
            .and_then(|document| document.active_element());
        let position =
            |position: Result<Option<u32>, JsValue>| position.ok().flatten().unwrap_or(0);
        Self {
            focus: active.is_some_and(|active| active == ***area),
            selection: (
                position(area.selection_start()),
                position(area.selection_end()),
            ),
        }
    }
}

/// An editor in the page, as long as this lives.
struct Mounted {
    handle: EditorHandle,
    /// Kept because the editor calls it.
    _onchange: Closure<dyn FnMut(String)>,
}

impl Mounted {
    fn new(
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
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

#[wasm_bindgen]
extern "C" {
    /// `src/js/editor.js`.
    type EditorModule;
    #[wasm_bindgen(method, js_name = createEditor)]
    fn create_editor(this: &EditorModule, options: &EditorOptions) -> EditorHandle;

    type EditorHandle;
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &EditorHandle, text: &str);
    #[wasm_bindgen(method)]
    fn destroy(this: &EditorHandle);

    type EditorOptions;
    #[wasm_bindgen(method, setter)]
    fn set_parent(this: &EditorOptions, parent: &HtmlElement);
    #[wasm_bindgen(method, setter)]
    fn set_text(this: &EditorOptions, text: &str);
    #[wasm_bindgen(method, setter = labelledBy)]
    fn set_labelled_by(this: &EditorOptions, id: &str);
    #[wasm_bindgen(method, setter = describedBy)]
    fn set_described_by(this: &EditorOptions, id: Option<String>);
    #[wasm_bindgen(method, setter)]
    fn set_language(this: &EditorOptions, name: &str);
    #[wasm_bindgen(method, setter = readOnly)]
    fn set_read_only(this: &EditorOptions, read_only: bool);
    #[wasm_bindgen(method, setter)]
    fn set_focus(this: &EditorOptions, focus: bool);
    #[wasm_bindgen(method, setter = selectionStart)]
    fn set_selection_start(this: &EditorOptions, position: u32);
    #[wasm_bindgen(method, setter = selectionEnd)]
    fn set_selection_end(this: &EditorOptions, position: u32);
    #[wasm_bindgen(method, setter = onChange)]
    fn set_on_change(this: &EditorOptions, callback: &Closure<dyn FnMut(String)>);
}
