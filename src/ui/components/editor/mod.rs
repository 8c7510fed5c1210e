mod module;

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::module::{EditorOptions, Mounted};
use super::button::{Button, ButtonKind};
use super::icon::Icon;
use crate::ui::hooks::{use_id, use_module};

/// What an [`Editor`] holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    Python,
    Json,
}

/// A place in a text, both counted from 1, columns in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// Something to say about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: Position,
    pub text: AttrValue,
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
    /// What is wrong in the text: the last is told below it, the others led there.
    #[prop_or_default]
    pub marks: Vec<Mark>,
    /// Where the person is to be taken.
    #[prop_or_default]
    pub goal: Option<Position>,
    /// Called when they are there.
    #[prop_or_default]
    pub onreached: Callback<()>,
}

/// A text box for code: a plain one at once, that of `@codemirror` as soon as it is loaded.
///
/// The change keeps text, focus and selection, and there is one text box of that name at any time.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let label_id = use_id();
    let hint_id = format!("{label_id}-hint");
    let fault_id = format!("{label_id}-fault");
    let area = use_node_ref();
    let frame = use_node_ref();
    let module = use_module("editor");
    let loaded = module.is_some();
    let tab_indents = loaded && props.language == Language::Python && !props.readonly;
    let described_by = if tab_indents {
        format!("{hint_id} {fault_id}")
    } else {
        fault_id.clone()
    };

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
        let described_by = described_by.clone();
        let deps = (module.clone(), props.language, props.readonly);
        use_effect_with(deps, move |(module, language, readonly)| {
            if let (Some(module), Some(parent)) = (module, frame.cast::<HtmlElement>()) {
                let options: EditorOptions = Object::new().unchecked_into();
                options.set_parent(&parent);
                options.set_text(&text);
                options.set_labelled_by(&label_id);
                options.set_described_by(&described_by);
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
    {
        let editor = editor.clone();
        let deps = (
            module,
            props.readonly,
            props.value.clone(),
            props.marks.clone(),
        );
        use_effect_with(deps, move |(_, _, text, marks)| {
            if let Some(editor) = &*editor.borrow() {
                editor.set_text(text);
                editor.set_marks(marks);
            }
        });
    }
    let go_to = {
        let (area, text) = (area.clone(), props.value.clone());
        Callback::from(move |position: Position| {
            if let Some(editor) = &*editor.borrow() {
                editor.go_to(position);
            } else if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                let offset = position.offset_in(&text);
                let _ = area.focus();
                let _ = area.set_selection_range(offset, offset);
            }
        })
    };
    {
        let (goal, go_to) = (props.goal, go_to.clone());
        let onreached = props.onreached.clone();
        use_effect(move || {
            if let Some(position) = goal {
                go_to.emit(position);
                onreached.emit(());
            }
        });
    }

    let fault = props.marks.last();
    let is_json = props.language == Language::Json;
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
                    aria-describedby={described_by}
                    aria-invalid={(is_json && fault.is_some()).then_some("true")}
                    {oninput}
                />
            }
            <div class="editor__fault">
                <p class="field__error" id={fault_id} aria-live="polite">
                    if let Some(mark) = fault {
                        { Icon::Warning.draw() }
                        <span>{ mark.told(is_json) }</span>
                    }
                </p>
                if let Some(&Mark { at, .. }) = fault {
                    <Button kind={ButtonKind::Link} onclick={go_to.reform(move |_| at)}>
                        { format!("Go to line {}", at.line) }
                    </Button>
                }
            </div>
            if tab_indents {
                <p class="field__hint" id={hint_id}>
                    { "Tab indents, Ctrl+F finds. To leave the editor with the keyboard, press Escape, then Tab." }
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

impl Position {
    /// How many UTF-16 units of a text come before.
    fn offset_in(self, text: &str) -> u32 {
        let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        let before = self.line.saturating_sub(1) as usize;
        let lines: u32 = text.split_inclusive('\n').take(before).map(units).sum();
        lines + self.column.saturating_sub(1)
    }
}

impl Mark {
    fn told(&self, with_column: bool) -> String {
        let Self { at, text } = self;
        if with_column {
            format!("Line {}, column {}: {text}", at.line, at.column)
        } else {
            format!("Line {}: {text}", at.line)
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
