import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutterLineClass } from "@codemirror/view";

/**
 * A line with something to say about it.
 *
 * @typedef {object} Mark
 * @property {number} line counted from 1
 * @property {string} text
 * @property {boolean} main whether it is where the error is, not just on the way there
 */

/** Replaces the marks. */
export const setMarks = /** @type {typeof StateEffect.define<readonly Mark[]>} */ (StateEffect.define)();

/** @type {StateField<readonly Mark[]>} */
export const marks = StateField.define({
  create: () => /** @type {readonly Mark[]} */ ([]),
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        return effect.value;
      }
    }
    // What is edited is not what the marks were about.
    return transaction.docChanged ? [] : shown;
  },
  provide: (field) => [
    EditorView.decorations.compute([field], (state) => {
      const lines = state.field(field).map(({ line, text, main }) =>
        Decoration.line({
          class: main ? "cm-marked cm-marked--main" : "cm-marked",
          attributes: { "data-mark": text },
        }).range(lineStart(state, line)),
      );
      return Decoration.set(lines, true);
    }),
    gutterLineClass.compute([field], (state) => {
      const lines = state.field(field).map(({ line, main }) => (main ? MAIN : OTHER).range(lineStart(state, line)));
      return RangeSet.of(lines, true);
    }),
  ],
});

/**
 * Where a line begins, or the last one if there are not so many.
 *
 * @param {import("@codemirror/state").EditorState} state
 * @param {number} line counted from 1
 */
export function lineStart({ doc }, line) {
  return doc.line(Math.min(Math.max(line, 1), doc.lines)).from;
}

/** A line number with a sign beside it. */
class Sign extends GutterMarker {
  /** @param {string} elementClass */
  constructor(elementClass) {
    super();
    this.elementClass = elementClass;
  }
}

const MAIN = new Sign("cm-markedNumber cm-markedNumber--main");
const OTHER = new Sign("cm-markedNumber");
