import {
  SearchQuery,
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  setSearchQuery,
} from "@codemirror/search";
import { runScopeHandlers } from "@codemirror/view";

/** No more matches than these are counted. */
const COUNTED = 999;

/**
 * What searches in the text, made of the page's own controls, and says how many matches there are.
 *
 * @param {import("@codemirror/view").EditorView} view
 * @returns {import("@codemirror/view").Panel}
 */
export function searchPanel(view) {
  const query = getSearchQuery(view.state);
  const find = textBox("Find", query.search);
  // The editor puts the focus there.
  find.setAttribute("main-field", "true");
  const replacement = textBox("Replace with", query.replace);
  const matchCase = checkBox("Match case", query.caseSensitive);
  const wholeWord = checkBox("Whole word", query.wholeWord);
  const regexp = checkBox("Regular expression", query.regexp);
  const matches = element("span", { className: "search__matches" });
  matches.setAttribute("aria-live", "polite");

  const commit = () => {
    const changed = new SearchQuery({
      search: find.value,
      replace: replacement.value,
      caseSensitive: matchCase.box.checked,
      wholeWord: wholeWord.box.checked,
      regexp: regexp.box.checked,
    });
    if (!changed.eq(getSearchQuery(view.state))) {
      view.dispatch({ effects: setSearchQuery.of(changed) });
    }
  };
  const dom = element("div", { className: "search" });
  dom.setAttribute("role", "search");
  dom.setAttribute("aria-label", "Find in this text");
  dom.append(
    row(find, matches, button("Previous", () => findPrevious(view)), button("Next", () => findNext(view))),
    row(matchCase.label, wholeWord.label, regexp.label),
  );
  if (!view.state.readOnly) {
    const once = button("Replace", () => replaceNext(view));
    dom.append(row(replacement, once, button("Replace all", () => replaceAll(view))));
  }
  const close = button("×", () => closeSearchPanel(view));
  close.className = "button button--icon search__close";
  close.setAttribute("aria-label", "Close the search");
  dom.append(close);
  dom.addEventListener("input", commit);
  dom.addEventListener("keydown", (event) => {
    if (runScopeHandlers(view, event, "search-panel")) {
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === find) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(view);
    } else if (event.key === "Enter" && event.target === replacement) {
      event.preventDefault();
      replaceNext(view);
    }
  });

  const count = () => {
    matches.textContent = countMatches(view.state);
  };
  return {
    dom,
    top: true,
    mount() {
      find.select();
      count();
    },
    update({ docChanged, selectionSet, startState, state }) {
      const query = getSearchQuery(state);
      if (!query.eq(getSearchQuery(startState))) {
        find.value = query.search;
        replacement.value = query.replace;
        matchCase.box.checked = query.caseSensitive;
        wholeWord.box.checked = query.wholeWord;
        regexp.box.checked = query.regexp;
        count();
      } else if (docChanged || selectionSet) {
        count();
      }
    },
  };
}

/**
 * Such as `2 of 7`, or `7 matches` where none is selected.
 *
 * @param {import("@codemirror/state").EditorState} state
 */
function countMatches(state) {
  const query = getSearchQuery(state);
  if (query.search === "") {
    return "";
  }
  if (!query.valid) {
    return "Not a regular expression";
  }
  const { from, to } = state.selection.main;
  let total = 0;
  let selected = 0;
  const cursor = query.getCursor(state);
  for (let match = cursor.next(); !match.done; match = cursor.next()) {
    total += 1;
    if (total > COUNTED) {
      return `More than ${COUNTED} matches`;
    }
    if (match.value.from === from && match.value.to === to) {
      selected = total;
    }
  }
  if (selected > 0) {
    return `${selected} of ${total}`;
  }
  return total === 0 ? "No match" : total === 1 ? "1 match" : `${total} matches`;
}

/**
 * @param {string} name
 * @param {string} value
 */
function textBox(name, value) {
  const box = element("input", { className: "input", placeholder: name, value, autocomplete: "off", spellcheck: false });
  box.setAttribute("aria-label", name);
  return box;
}

/**
 * @param {string} name
 * @param {boolean} checked
 */
function checkBox(name, checked) {
  const box = element("input", { type: "checkbox", checked });
  const label = element("label", { className: "search__option" });
  label.append(box, name);
  return { box, label };
}

/**
 * @param {string} text
 * @param {() => void} onclick
 */
function button(text, onclick) {
  const made = element("button", { type: "button", className: "button button--link", textContent: text });
  made.addEventListener("click", onclick);
  return made;
}

/** @param {HTMLElement[]} controls */
function row(...controls) {
  const made = element("div", { className: "search__row" });
  made.append(...controls);
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} properties
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, properties) {
  const made = document.createElement(name);
  Object.assign(made, properties);
  return made;
}
