// Invokes one function for a long time, with faults and changes in between: node soak.js SITE MINUTES INVOCATIONS.
// Every call is accounted for, and the page's memory must stay flat.

import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { median } from "../bench/statistics.js";
import { launchOptions } from "../chromium.js";
import { Ledger } from "./ledger.js";
import { measure } from "./memory.js";
import { ALIASES, Plan, VERSIONS } from "./plan.js";

const CALLERS = 4;

/** Calls between two changes of the aliases: few enough changes that the history, which keeps them all, stays small. */
const RUN = 2_000;

/** Runs between two changes of the code of `$LATEST`. */
const RUNS_TO_UPDATE = 4;

/** How often memory is measured, and how many measurements do not count: until then the page warms up. */
const MEASUREMENTS = 20;
const WARM_UP = 4;

/** By how much memory may grow from the first half of the measurements to the second. */
const GROWTH = 0.1;

const SEED = 4;
const NAME = "soaked";
const SOURCE = await readFile(new URL("handler.py", import.meta.url), "utf8");

const [site, minutes, invocations] = process.argv.slice(2);
const runs = Math.ceil(Number(invocations) / RUN);
const plan = new Plan(SEED);
const ledger = new Ledger();

/** @type {import("./memory.js").Memory[]} */
const samples = [];

/** @type {Record<string, number>} */
const editions = {};

/** @type {Record<string, string[]>} */
const routes = Object.fromEntries([...VERSIONS, "$LATEST"].map((version) => [version, [version]]));

const browser = await chromium.launch(launchOptions);
try {
  const context = await browser.newContext();
  await context.addInitScript({ path: fileURLToPath(new URL("in-page.js", import.meta.url)) });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(site);
  const session = await context.newCDPSession(page);
  const send = (/** @type {[method: string, path: string, body: unknown]} */ ...request) =>
    page.evaluate((request) => soak.send(...request), request);

  await prepare(send);
  const begin = performance.now();
  console.log("minutes   calls  environments     page  browser");
  for (let run = 1; run <= runs; run += 1) {
    await change(send, run);
    const calls = Array.from({ length: RUN }, (_, index) => plan.call((run - 1) * RUN + index));
    const answers = await page.evaluate(
      ([calls, callers]) => soak.run(calls, callers),
      /** @type {const} */ ([calls, CALLERS]),
    );
    ledger.enter(calls, answers, routes, editions);
    if (Math.floor((run * MEASUREMENTS) / runs) > samples.length) {
      const memory = await measure(session);
      samples.push(memory);
      const time = ((performance.now() - begin) / 60_000).toFixed(1);
      const figures = [memory.page, memory.browser].map((figure) => `${figure.toFixed(1)} MB`.padStart(9));
      console.log(time.padStart(7), String(run * RUN).padStart(7), String(ledger.processes).padStart(12), ...figures);
    }
    await pause(Math.max(0, begin + (run / runs) * Number(minutes) * 60_000 - performance.now()));
  }
} finally {
  await browser.close();
}
conclude();

/**
 * Publishes the versions, and makes the aliases.
 * @param {(method: string, path: string, body: unknown) => Promise<any>} send
 */
async function prepare(send) {
  await send("POST", "", {
    FunctionName: NAME,
    Runtime: "python3.13",
    Handler: "lambda_function.lambda_handler",
    Role: "arn:aws:iam::123456789012:role/soak",
    Timeout: 3,
    Code: { ZipFile: edition(0) },
  });
  for (const version of VERSIONS) {
    editions[version] = Number(version);
    await send("PUT", `/${NAME}/code`, { ZipFile: edition(editions[version]), Publish: true });
  }
  editions["$LATEST"] = editions[/** @type {string} */ (VERSIONS.at(-1))];
  for (const alias of ALIASES) {
    await send("POST", `/${NAME}/aliases`, { Name: alias, FunctionVersion: VERSIONS[0] });
  }
}

/**
 * Moves the aliases, and now and then the code of `$LATEST`.
 * @param {(method: string, path: string, body: unknown) => Promise<any>} send
 * @param {number} run
 */
async function change(send, run) {
  for (const alias of ALIASES) {
    const { main, additional, weight } = plan.routing();
    await send("PUT", `/${NAME}/aliases/${alias}`, {
      FunctionVersion: main,
      RoutingConfig: { AdditionalVersionWeights: { [additional]: weight } },
    });
    routes[alias] = [main, additional];
  }
  if (run % RUNS_TO_UPDATE === 0) {
    editions["$LATEST"] += 1;
    await send("PUT", `/${NAME}/code`, { ZipFile: edition(editions["$LATEST"]) });
  }
}

/** The deployment package of an edition of the code, in base64. @param {number} number */
function edition(number) {
  const source = SOURCE.replace("EDITION = 0", `EDITION = ${number}`);
  return Buffer.from(zipSync({ "lambda_function.py": strToU8(source) })).toString("base64");
}

/** Tells what became of the calls and how far memory grew, and fails where that is too far. */
function conclude() {
  const list = (/** @type {Map<string, number>} */ counts) =>
    [...counts].sort().map(([key, count]) => `${key} ${count}`).join(", ");
  console.log(`\nEach of ${runs * RUN} calls came back once, from the version it was sent to.`);
  console.log(`By version: ${list(ledger.versions)}.\nBy end: ${list(ledger.outcomes)}.`);
  const counted = samples.slice(WARM_UP);
  const half = counted.length / 2;
  for (const part of /** @type {const} */ (["page", "browser"])) {
    // One measurement may fall into the start or the end of environments: the median does not.
    const [before, after] = [counted.slice(0, half), counted.slice(half)].map((some) => median(some.map((it) => it[part])));
    const growth = after / before - 1;
    const verdict = growth < GROWTH ? "flat" : "NOT FLAT";
    console.log(`The ${part}: ${before.toFixed(1)} MB, then ${after.toFixed(1)} MB, ${(growth * 100).toFixed(1)} % more: ${verdict}`);
    if (growth >= GROWTH) process.exitCode = 1;
  }
}
