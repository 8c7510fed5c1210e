// Measures the built page against Pyodide in headless Chromium, and prints a table:
// node bench/bench.js [--json FILE] [--write] SITE PYODIDE, with the addresses where the two are served.
// With --write the figures are kept in figures.json, and the README shows them.

import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "../chromium.js";
import { measureBytes } from "./bytes.js";
import { measureEnvironments } from "./environments.js";
import { Report, table, withTable } from "./report.js";
import { measureStart } from "./start.js";
import { measureTraffic } from "./traffic.js";
import { measureWork } from "./work.js";

const FIGURES = fileURLToPath(new URL("figures.json", import.meta.url));
const README = fileURLToPath(new URL("../../README.md", import.meta.url));

const { values, positionals } = parseArgs({
  options: { json: { type: "string" }, write: { type: "boolean" } },
  allowPositionals: true,
});
const [site, pyodide] = positionals;

const report = new Report();
await measureStart(report, site, pyodide);
const browser = await chromium.launch(launchOptions);
try {
  const bench = { browser, site, pyodide, report };
  await measureEnvironments(bench);
  await measureTraffic(bench);
  await measureWork(bench);
  await measureBytes(bench);
} finally {
  await browser.close();
}
console.log(table(report.rows));
const [{ model }] = cpus();
const machine = { cpus: cpus().length, model, chromium: browser.version(), node: process.version };
const figures = `${JSON.stringify({ machine, rows: report.rows }, null, 2)}\n`;
if (values.json !== undefined) await writeFile(values.json, figures);
if (values.write) {
  await writeFile(FIGURES, figures);
  await writeFile(README, withTable(await readFile(README, "utf8"), JSON.parse(figures)));
}
