import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { compare } from "./expectation.js";
import { isNewEnough } from "./cpython.js";

/**
 * The table of differences, which `cargo xtask handlers --write` makes and the page shows.
 *
 * @typedef {import("./corpus.js").Handler} Handler
 * @typedef {import("./expectation.js").Results} Results
 *
 * @typedef {object} Row a handler that does not do here what it does on Lambda, or in CPython
 * @property {string} handler
 * @property {string} about
 * @property {string} lambda
 * @property {string} cpython
 * @property {string} guest
 * @property {string} why
 */

const TABLE = new URL("../../../src/ui/pages/differences.json", import.meta.url);

/**
 * @param {Handler[]} corpus
 * @param {Record<string, Results>} guest
 * @param {{ version: string, results: Record<string, Results> } | null} cpython
 * @param {Row[]} before where to take from what CPython gives when it is not asked
 * @returns {Row[]}
 */
export function tabulate(corpus, guest, cpython, before) {
  return corpus.flatMap((handler) => {
    const { name, about, differs } = handler;
    const here = compare(handler, guest[name]);
    if (here === null) return [];
    const known = before.find((row) => row.handler === name)?.cpython;
    const asked = cpython !== null && isNewEnough(handler, cpython.version);
    const there = asked ? compare(handler, cpython.results[name])?.got ?? here.expected : known ?? here.expected;
    const shown = { lambda: here.expected, cpython: there, guest: here.got };
    const texts = Object.fromEntries(Object.entries(shown).map(([runner, text]) => [runner, withoutPlaceholders(text)]));
    return [/** @type {Row} */ ({ handler: name, about, ...texts, why: differs.guest ?? "" })];
  });
}

/** @param {string} text */
function withoutPlaceholders(text) {
  return text.replace(/\{(any|number|time|uuid)\}/g, "…").trim();
}

/** @returns {Row[]} */
export function readTable() {
  return existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, "utf8")) : [];
}

/** @param {Row[]} table */
export function writeTable(table) {
  writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`);
}
