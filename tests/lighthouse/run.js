// Measures the site with Lighthouse, as its desktop and its mobile preset see it: node run.js SITE

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { launchOptions } from "../chromium.js";

const RUNS = 5;

/** The least score of each category, for each kind of device. */
const BARS = {
  desktop: { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 },
  mobile: { performance: 90, accessibility: 100, "best-practices": 100, seo: 100 },
};

/** What performance is made of, in the words of the table. */
const METRICS = {
  "first-contentful-paint": "first paint",
  "largest-contentful-paint": "largest paint",
  "speed-index": "speed index",
  "total-blocking-time": "blocked",
  "cumulative-layout-shift": "shift",
};

const [site] = process.argv.slice(2);
if (site === undefined) throw new Error("usage: node run.js SITE");

/** @type {Record<string, Record<string, string | number>>} */
const table = {};
/** @type {Set<string>} */
const findings = new Set();
for (const [device, bars] of Object.entries(BARS)) {
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    results.push(await measure(device));
  }
  /** @type {Record<string, string | number>} */
  const row = {};
  table[device] = row;
  for (const [category, bar] of Object.entries(bars)) {
    const score = median(results.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100)));
    row[category] = score;
    if (score < bar) findings.add(`${device}: ${category} is ${score}, less than ${bar}`);
  }
  for (const [audit, name] of Object.entries(METRICS)) {
    const value = median(results.map(({ audits }) => audits[audit]?.numericValue ?? NaN));
    row[name] = name === "shift" ? value.toFixed(3) : `${Math.round(value)} ms`;
  }
  for (const result of results) {
    for (const failure of failuresOf(result)) findings.add(`${device}: ${failure}`);
  }
}
console.log(`Medians of ${RUNS} runs`);
console.table(table);
for (const finding of findings) console.log(finding);
process.exitCode = Object.entries(BARS).some(([device, bars]) =>
  Object.entries(bars).some(([category, bar]) => Number(table[device]?.[category]) < bar),
)
  ? 1
  : 0;

/**
 * One run in a browser of its own, so that nothing is kept from the one before.
 *
 * @param {string} device
 */
async function measure(device) {
  const chrome = await launch({
    chromePath: launchOptions.executablePath,
    chromeFlags: ["--headless=new", ...launchOptions.args],
  });
  try {
    const flags = { port: chrome.port, onlyCategories: Object.keys(BARS.desktop), logLevel: /** @type {const} */ ("error") };
    const result = await lighthouse(site, flags, device === "desktop" ? desktopConfig : undefined);
    if (result === undefined) throw new Error("Lighthouse gave no result");
    const { runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
    return result.lhr;
  } finally {
    chrome.kill();
  }
}

/**
 * What counts and is not perfect, performance aside.
 *
 * @param {import("lighthouse").Result} result
 */
function failuresOf({ categories, audits }) {
  return Object.values(categories)
    .filter(({ id }) => id !== "performance")
    .flatMap(({ id, auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map((ref) => ({ category: id, audit: audits[ref.id] })))
    .filter(({ audit }) => audit !== undefined && audit.score !== null && audit.score < 1)
    .map(({ category, audit }) => `${category}: ${audit?.title}`);
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
