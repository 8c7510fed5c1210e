// Measures the built page against Pyodide in one headless Chromium:
// node bench.js SITE PYODIDE [JSON FILE], with the addresses where the two are served.

import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { launchOptions } from "../chromium.js";
import { table } from "./report.js";
import { fairRange, median } from "./statistics.js";

const ROUNDS = 5;
const STARTS = 15;
const WARM_CALLS = 300;
const INVOCATIONS = 10_000;

/** How likely the check of the split is to fail by chance, to each side. */
const TAIL = 1e-6;

/** Milliseconds in which the page has surely put another idle worker in stock. */
const RESTOCK = 1_000;

const IN_PAGE = fileURLToPath(new URL("in-page.js", import.meta.url));
const WORK = await readFile(new URL("work.py", import.meta.url), "utf8");
const KINDS_OF_WORK = ["fib(24)", "integer loop", "json", "dict"];

const [site, pyodide, jsonFile] = process.argv.slice(2);

/** @type {import("./report.js").Row[]} */
const rows = [];

const browser = await chromium.launch(launchOptions);
try {
  await measureFirstResult();
  await measureEnvironments();
  await measureTraffic();
  await measureWork();
  await measureBytes();
} finally {
  await browser.close();
}
console.log(table(rows));
if (jsonFile !== undefined) {
  const [{ model }] = cpus();
  const machine = { cpus: cpus().length, model, chromium: browser.version(), node: process.version };
  await writeFile(jsonFile, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
}

/** From navigation to the first Python result, with nothing cached. */
async function measureFirstResult() {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await open("commit");
    ours.push(await page.evaluate((definition) => bench.firstResult(definition), definition("first", sentence("one"))));
    await page.context().close();

    const yardstick = await openYardstick();
    theirs.push(
      await yardstick.evaluate(async () => {
        const begin = performance.now();
        await start();
        python.runPython('"this is version one."');
        return performance.now() - begin;
      }),
    );
    await yardstick.context().close();
  }
  report("Navigation to the first result, nothing cached", "ms", ours, { yardstick: theirs, aim: 0.5 });
}

/** New execution environments, then calls in a warm one; both from the request to its answer. */
async function measureEnvironments() {
  const page = await open();
  const name = "greeter";
  await page.evaluate((definition) => bench.call("POST", "", definition), definition(name, sentence("one")));
  await page.evaluate((name) => bench.time(name), name);
  const cold = [];
  for (let round = 0; round < STARTS; round += 1) {
    // Each change of the configuration retires the environments of $LATEST.
    await page.evaluate(
      ([name, round]) => bench.call("PUT", `/${name}/configuration`, { Description: `Change ${round}` }),
      /** @type {const} */ ([name, round]),
    );
    await page.waitForTimeout(RESTOCK);
    cold.push(await page.evaluate((name) => bench.time(name), name));
  }
  report("New environment and its first answer", "ms", cold, { aim: 40 });

  const warm = await page.evaluate(
    async ([name, calls]) => {
      const times = [];
      for (let call = 0; call < calls; call += 1) times.push(await bench.time(name));
      return times;
    },
    /** @type {const} */ ([name, WARM_CALLS]),
  );
  report("Warm call of a trivial handler", "ms", warm, { aim: 2 });
  await page.context().close();
}

/** Many invocations through a weighted alias, fired by the page's own button. */
async function measureTraffic() {
  const page = await open();
  await page.evaluate(
    async ([definition, second]) => {
      const function_ = `/${definition.FunctionName}`;
      await bench.call("POST", "", { ...definition, Publish: true });
      await bench.call("PUT", `${function_}/code`, { ZipFile: second, Publish: true });
      await bench.call("POST", `${function_}/aliases`, {
        Name: "prod",
        FunctionVersion: "1",
        RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } },
      });
      location.hash = `#/functions${function_}/traffic`;
    },
    /** @type {const} */ ([definition("split", sentence("one")), zip(sentence("two"))]),
  );
  await page.getByRole("combobox", { name: "Send to" }).selectOption("prod");
  await page.getByRole("spinbutton", { name: "Number of invocations" }).fill(String(INVOCATIONS));
  const fire = page.getByRole("button", { name: "Fire" });
  const split = page.getByRole("table", { name: "Split by version" });
  const [least, most] = fairRange(INVOCATIONS, TAIL);
  const totals = [];
  const longest = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Waits until the button can be pressed, without doing so.
    await fire.click({ trial: true });
    const run = await page.evaluate(
      ([fire, split, count]) =>
        bench.fire(/** @type {HTMLElement} */ (fire), /** @type {HTMLTableElement} */ (split), count),
      /** @type {const} */ ([await fire.elementHandle(), await split.elementHandle(), INVOCATIONS]),
    );
    for (const [version, observed] of Object.entries(run.observed)) {
      if (observed < least || observed > most) {
        throw new Error(`version ${version} got ${observed} of ${INVOCATIONS}; ${least} to ${most} is normal`);
      }
    }
    totals.push(run.total);
    longest.push(run.longest);
  }
  report("10,000 invocations through a 50/50 alias", "ms", totals, { aim: 2_000 });
  report("Longest main-thread task meanwhile (0: none over 50)", "ms", longest, { aim: 50, of: Math.max });
  await page.context().close();
}

/** What Python computes, timed by Python itself. */
async function measureWork() {
  const page = await open();
  const limits = { Timeout: 60, MemorySize: 1024 };
  await page.evaluate(
    (definition) => bench.call("POST", "", definition),
    { ...definition("work", WORK), ...limits },
  );
  const yardstick = await openYardstick();
  await yardstick.evaluate(async (work) => {
    await start();
    python.runPython(work);
  }, WORK);
  for (const kind of KINDS_OF_WORK) {
    const ours = [];
    const theirs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await page.evaluate((kind) => bench.call("POST", "/work/invocations", kind), kind));
      theirs.push(await yardstick.evaluate((kind) => python.globals.get("lambda_handler")(kind, null), kind));
    }
    report(kind, "ms", ours, { yardstick: theirs });
  }
  await page.context().close();
  await yardstick.context().close();
}

/** What comes over the wire on a first visit. */
async function measureBytes() {
  const page = await open("networkidle");
  await page.evaluate((definition) => bench.firstResult(definition), definition("bytes", sentence("one")));
  const first = await page.evaluate(() => bench.loaded());
  const sum = (/** @type {[string, number][]} */ files) => files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6;
  const isGuest = (/** @type {[string, number]} */ [name]) => new URL(name).pathname.startsWith("/guest-");
  const files = Object.entries(first);
  report("Page shell over the wire", "MB", [sum(files.filter((file) => !isGuest(file)))], { aim: 0.5 });
  report("Guest over the wire", "MB", [sum(files.filter(isGuest))], { aim: 6 });
  await page.context().close();
}

/**
 * Opens the page with nothing cached.
 * @param {"commit" | "load" | "networkidle"} [until]
 */
async function open(until = "load") {
  const context = await browser.newContext();
  await context.addInitScript({ path: IN_PAGE });
  const page = await context.newPage();
  await page.goto(site, { waitUntil: until });
  return page;
}

/** Opens an empty page that can start Pyodide, with nothing cached. */
async function openYardstick() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/empty", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto(new URL("empty", pyodide).href);
  await page.evaluate((address) => {
    globalThis.start = async () => {
      const { loadPyodide } = await import(address);
      globalThis.python = await loadPyodide();
    };
  }, new URL("pyodide.mjs", pyodide).href);
  return page;
}

/**
 * Adds a row to the report.
 * @param {string} name
 * @param {string} unit
 * @param {number[]} samples
 * @param {{ yardstick?: number[], aim?: number, of?: (...samples: number[]) => number }} [options]
 */
function report(name, unit, samples, { yardstick, aim, of } = {}) {
  const value = of === undefined ? median(samples) : of(...samples);
  const theirs = yardstick && median(yardstick);
  const ratio = theirs && value / theirs;
  const met = aim === undefined ? undefined : (ratio ?? value) <= aim;
  rows.push({ name, unit, value, samples, yardstick: theirs, ratio, aim, met });
  console.error(`    measured: ${name}`);
}

/**
 * Returns what CreateFunction takes.
 * @param {string} name
 * @param {string} source
 */
function definition(name, source) {
  return {
    FunctionName: name,
    Runtime: "python3.13",
    Handler: "lambda_function.lambda_handler",
    Role: "arn:aws:iam::123456789012:role/bench",
    Code: { ZipFile: zip(source) },
  };
}

/** @param {string} source */
function zip(source) {
  return Buffer.from(zipSync({ "lambda_function.py": strToU8(source) })).toString("base64");
}

/** @param {string} version */
function sentence(version) {
  return `def lambda_handler(event, context):\n    return "this is version ${version}."\n`;
}
