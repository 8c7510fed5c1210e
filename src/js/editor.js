import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { jsonLanguage } from "@codemirror/lang-json";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { lineStart, marks, setMarks } from "./marks.js";
import { searchPanel } from "./search-panel.js";
import "./sheets.js";
import { typingOverSelection } from "./typing.js";

/**
 * @typedef {object} EditorOptions
 * @property {HTMLElement} parent
 * @property {string} text
 * @property {string} labelledBy the id of the element that names it
 * @property {string} describedBy the ids of elements that tell more
 * @property {"python" | "json"} language
 * @property {boolean} readOnly
 * @property {boolean} focus
 * @property {number} selectionStart
 * @property {number} selectionEnd
 * @property {(text: string) => void} onChange called with the whole text when somebody edits it
 */

/** How long after Escape the Tab key moves focus, in milliseconds. */
const TAB_AFTER_ESCAPE = 2_000;

const languages = { python: pythonLanguage, json: jsonLanguage };

/**
 * Puts an editor into an element. How it looks is up to the page's style sheet.
 *
 * @param {EditorOptions} options
 */
export function createEditor(options) {
  const extensions = extensionsFor(options);
  const clip = (/** @type {number} */ position) => Math.min(position, options.text.length);
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: clip(options.selectionStart), head: clip(options.selectionEnd) },
      extensions,
    }),
    scrollTo: EditorView.scrollIntoView(clip(options.selectionEnd)),
  });
  if (options.focus) {
    view.focus();
  }
  return {
    /**
     * Replaces the text from outside. That is another text, not an edit, so nothing can be undone across it.
     *
     * @param {string} text
     */
    setText(text) {
      if (text !== view.state.doc.toString()) {
        view.setState(EditorState.create({ doc: text, extensions }));
      }
    },
    /**
     * Marks lines, instead of those that were marked.
     *
     * @param {import("./marks.js").Mark[]} marked
     */
    setMarks(marked) {
      if (marked.length + view.state.field(marks).length > 0) {
        view.dispatch({ effects: setMarks.of(marked) });
      }
    },
    /**
     * Takes the person to a place in the text.
     *
     * @param {number} line counted from 1
     * @param {number} column counted from 1
     */
    goTo(line, column) {
      const start = lineStart(view.state, line);
      const anchor = Math.min(start + column - 1, view.state.doc.lineAt(start).to);
      view.focus();
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    },
    destroy() {
      view.destroy();
    },
  };
}

/** @param {EditorOptions} options */
function extensionsFor({ labelledBy, describedBy, language, readOnly, onChange }) {
  const tab = language === "python" && !readOnly ? [indentWithTab] : [];
  return [
    lineNumbers(),
    marks,
    history(),
    drawSelection(),
    bracketMatching(),
    highlightSelectionMatches(),
    search({ createPanel: searchPanel }),
    indentOnInput(),
    typingOverSelection,
    languages[language],
    indentUnit.of(language === "python" ? "    " : "  "),
    syntaxHighlighting(classHighlighter),
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...tab]),
    readOnly ? EditorState.readOnly.of(true) : highlightActiveLine(),
    // The way out for the keyboard where Tab indents: Escape, then Tab soon after. By itself CodeMirror offers it only
    // if Escape had nothing else to do.
    EditorView.domEventObservers({
      keydown(event, view) {
        if (event.key === "Escape") {
          view.setTabFocusMode(TAB_AFTER_ESCAPE);
        }
      },
    }),
    EditorView.contentAttributes.of({
      "aria-labelledby": labelledBy,
      // Read only it would be out of the keyboard's reach.
      tabindex: "0",
      "aria-describedby": describedBy,
    }),
    EditorView.contentAttributes.of((view) =>
      language === "json" && view.state.field(marks).length > 0 ? { "aria-invalid": "true" } : null,
    ),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        onChange(update.state.doc.toString());
      }
    }),
  ];
}
