import { EditorView } from "@codemirror/view";

/**
 * Lets CodeMirror replace a selection that somebody types over.
 *
 * Left to itself the browser would do so in the markup, and give the new text the selection's colour in a style
 * attribute, which the page's policy forbids.
 */
export const typingOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType } = event;
    // The browser's selection may be newer than the editor's.
    const selection = document.getSelection();
    if (inputType !== "insertText" || data === null || selection === null || selection.isCollapsed || view.state.readOnly) {
      return false;
    }
    const range = selection.getRangeAt(0);
    const from = view.posAtDOM(range.startContainer, range.startOffset);
    const to = view.posAtDOM(range.endContainer, range.endOffset);
    const text = view.state.toText(data);
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        userEvent: "input.type",
        scrollIntoView: true,
      });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) {
      view.dispatch(insert());
    }
    return true;
  },
});
