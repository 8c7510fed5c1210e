import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "../chromium.js";
import { definition, open, openYardstick, sentence } from "./page.js";

const ROUNDS = 5;
const VISITS = ["first", "second"];

/** Milliseconds in which a browser has surely kept what it compiled. */
const TO_KEEP = 3_000;

/**
 * From navigation to the first Python result: in a browser that has never seen the page, and in the same one, started
 * again.
 * @param {import("./report.js").Report} report
 * @param {string} site
 * @param {string} pyodide
 */
export async function measureStart(report, site, pyodide) {
  const ours = await times((context, visit) => firstResult(context, site, visit));
  const theirs = await times((context) => firstResultOfYardstick(context, pyodide));
  report.add("First result, first visit", "ms", ours.first, { yardstick: theirs.first, aim: 0.25 });
  report.add("First result, second visit", "ms", ours.second, { yardstick: theirs.second, aim: 0.15 });
}

/**
 * @param {(context: import("@playwright/test").BrowserContext, visit: string) => Promise<number>} measure
 * @returns {Promise<Record<string, number[]>>} by visit
 */
async function times(measure) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(VISITS.map((visit) => [visit, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const profile = await mkdtemp(join(tmpdir(), "bench-"));
    for (const visit of VISITS) {
      const context = await chromium.launchPersistentContext(profile, launchOptions);
      times[visit].push(await measure(context, visit));
      await context.pages()[0].waitForTimeout(TO_KEEP);
      await context.close();
    }
    await rm(profile, { recursive: true });
  }
  return times;
}

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} site
 * @param {string} visit
 */
async function firstResult(context, site, visit) {
  const page = await open(context, site, "commit");
  const time = await page.evaluate((definition) => bench.firstResult(definition), definition(visit, sentence("one")));
  // The whole site is kept by then.
  await page.evaluate(() => navigator.serviceWorker.ready);
  return time;
}

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} pyodide
 */
async function firstResultOfYardstick(context, pyodide) {
  const page = await openYardstick(context, pyodide);
  return page.evaluate(async () => {
    const begin = performance.now();
    await start();
    python.runPython('"this is version one."');
    return performance.now() - begin;
  });
}
