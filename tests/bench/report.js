import { median } from "./statistics.js";

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
 * @property {number} [atLeast] the least that the value should be
 * @property {boolean} [met]
 *
 * @typedef {object} Figures what is kept of a bench
 * @property {{ cpus: number, model: string, chromium: string, node: string }} machine
 * @property {Row[]} rows
 */

const HEADINGS = ["Measure", "Median", "Pyodide", "Ratio", "Aim", "Met"];

/** Between these two the README holds the table. */
const MARKS = ["<!-- cargo xtask bench --write -->\n", "<!-- end of the bench -->\n"];

/** What has been measured. */
export class Report {
  /** @type {Row[]} */
  rows = [];

  /**
   * Adds a row.
   * @param {string} name
   * @param {string} unit
   * @param {number[]} samples
   * @param {{ yardstick?: number[], aim?: number, atLeast?: number }} [options]
   */
  add(name, unit, samples, { yardstick, aim, atLeast } = {}) {
    const value = median(samples);
    const theirs = yardstick && median(yardstick);
    const ratio = theirs && value / theirs;
    const hasAim = aim !== undefined || atLeast !== undefined;
    const met = hasAim ? (ratio ?? value) <= (aim ?? Infinity) && value >= (atLeast ?? 0) : undefined;
    const row = { name, unit, value, samples, yardstick: theirs, ratio, aim, atLeast, met };
    this.rows.push(row);
    console.error(`    measured: ${name}`);
    return row;
  }
}

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

/**
 * A text with the table in its place.
 * @param {string} text
 * @param {Figures} figures
 */
export function withTable(text, { machine, rows }) {
  const [begin, end] = MARKS.map((mark) => text.indexOf(mark));
  if (begin < 0 || end < begin) throw new Error("the README has no place for the table");
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  const lines = [line(HEADINGS), line(["---", ...HEADINGS.slice(1).map(() => "---:")]), ...rows.map((row) => line(cells(row)))];
  const where = `\nChromium ${machine.chromium} on ${machine.cpus} cores (${machine.model}).\n`;
  return `${text.slice(0, begin)}${MARKS[0]}${lines.join("")}${where}${text.slice(end)}`;
}

/** @param {Row} row */
function cells({ name, unit, value, yardstick, ratio, aim, atLeast, met }) {
  const quantity = (/** @type {number | undefined} */ number) =>
    number === undefined ? "" : `${round(number)} ${unit}`;
  const times = (/** @type {number | undefined} */ number) => (number === undefined ? "" : `${number.toFixed(2)} ×`);
  const verdict = met === undefined ? "" : met ? "yes" : "no";
  const least = atLeast === undefined ? "" : `≥ ${quantity(atLeast)}`;
  const most = aim === undefined ? "" : `≤ ${ratio === undefined ? quantity(aim) : times(aim)}`;
  return [name, quantity(value), quantity(yardstick), times(ratio), least || most, verdict];
}

/** @param {number} number */
function round(number) {
  return number.toLocaleString("en", { maximumFractionDigits: number < 10 ? 2 : number < 100 ? 1 : 0 });
}
