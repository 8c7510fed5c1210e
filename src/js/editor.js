import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { jsonLanguage } from "@codemirror/lang-json";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import "./sheets.js";
import { typingOverSelection } from "./typing.js";

/**
 * @typedef {object} EditorOptions
 * @property {HTMLElement} parent
 * @property {string} text
 * @property {string} labelledBy the id of the element that names it
 * @property {string | undefined} describedBy the id of an element that tells more
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
    history(),
    drawSelection(),
    bracketMatching(),
    highlightSelectionMatches(),
    search({ top: true }),
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
      ...(describedBy ? { "aria-describedby": describedBy } : {}),
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        onChange(update.state.doc.toString());
      }
    }),
  ];
}
