/**
 * One row of the report.
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit
 * @property {number} value a median
 * @property {number[]} samples
 * @property {number} [yardstick] the same of Pyodide
 * @property {number} [ratio] `value / yardstick`
 * @property {number} [aim] the most that the ratio or, without one, the value should be
 * @property {boolean} [met]
 */

const HEADINGS = ["Measure", "Median", "Pyodide", "Ratio", "Aim", "Met"];

/**
 * Words the rows as a table of plain text.
 * @param {Row[]} rows
 */
export function table(rows) {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  "),
    )
    .join("\n");
}

/** @param {Row} row */
function cells({ name, unit, value, yardstick, ratio, aim, met }) {
  const quantity = (/** @type {number | undefined} */ number) =>
    number === undefined ? "" : `${round(number)} ${unit}`;
  const times = (/** @type {number | undefined} */ number) => (number === undefined ? "" : `${number.toFixed(2)} ×`);
  const verdict = met === undefined ? "" : met ? "yes" : "no";
  const aimed = ratio === undefined ? quantity(aim) : times(aim);
  return [name, quantity(value), quantity(yardstick), times(ratio), aimed, verdict];
}

/** @param {number} number */
function round(number) {
  return number.toLocaleString("en", { maximumFractionDigits: number < 10 ? 2 : number < 100 ? 1 : 0 });
}
