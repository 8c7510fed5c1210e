import { StyleModule } from "style-mod";

/** @type {Map<StyleModule, CSSStyleSheet>} */
const sheets = new Map();

// CodeMirror's rules would go into a style element, for which the page's policy has no allowance; a sheet that a script
// makes needs none. Rules that come later win, as where style-mod mounts them itself.
StyleModule.mount = (root, modules) => {
  const adopted = new Set(root.adoptedStyleSheets);
  for (const module of [modules].flat()) {
    adopted.add(sheetOf(module));
  }
  root.adoptedStyleSheets = [...adopted];
};

/** @param {StyleModule} module */
function sheetOf(module) {
  let sheet = sheets.get(module);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(module.getRules());
    sheets.set(module, sheet);
  }
  return sheet;
}
