// Runs the corpus of handlers in the built worker and guest, and in CPython where one is installed.

import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import { readCorpus } from "./support/corpus.js";
import { isNewEnough, runInCPython } from "./support/cpython.js";
import { readTable, tabulate, writeTable } from "./support/differences.js";
import { compare } from "./support/expectation.js";

const HARNESS = fileURLToPath(new URL("support/environments.js", import.meta.url));
const CORPUS = readCorpus();
const NO_CPYTHON = "There is no python3 on the PATH: handlers are not compared with CPython.";

/** Equal for all, so that the names of temporary files are the same in every run. */
const SEED = new Uint8Array(32);

/** How long a handler may take in the guest, whatever its own timeout says, in milliseconds. */
const PATIENCE = 30_000;

const test = base.extend({
  // One page for all: only the first environment has to wait for Python.
  guest: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ baseURL: base.info().project.use.baseURL });
      await page.route("**/empty-page", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
      await page.goto("/empty-page");
      await page.addScriptTag({ path: HARNESS });
      const results = new Map();
      await use(async (handler) => {
        if (!results.has(handler)) results.set(handler, await runInGuest(page, handler));
        return results.get(handler);
      });
      await page.close();
    },
    { scope: "worker" },
  ],
  cpython: [({}, use) => use(runInCPython(CORPUS)), { scope: "worker", timeout: 120_000 }],
});

/** Makes a handler's calls in an environment of its own. */
function runInGuest(page, { package: files, runtime, handler, variables, calls }) {
  return page.evaluate(
    async ([files, options, calls, patience]) => {
      const environment = await environments.start(Object.fromEntries(files), options);
      const start = { ...environment.started, payload: environment.started.error ?? "" };
      const results = [];
      const silence = { outcome: "silence", payload: "", log: "", exitStatus: null };
      for (const { event, timeout, clientContext } of start.outcome === "ok" ? calls : []) {
        const answer = environment.invoke(JSON.parse(event), { timeout, clientContext });
        const result = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, patience, silence))]);
        results.push(result);
        if (result.outcome !== "ok" && result.outcome !== "error") break;
      }
      environment.end();
      return { start, calls: results };
    },
    [files, { runtime, handler, variables, seed: SEED }, calls, PATIENCE],
  );
}

/** Where a runner differs from Lambda, the corpus says why, and must not say so for longer than it is true. */
function check(handler, results, why) {
  const difference = compare(handler, results);
  const says = why === undefined ? handler.name : `${handler.name}: "${why}" is no longer true`;
  if (why === undefined) expect.soft(difference, says).toBeNull();
  else expect.soft(difference, says).not.toBeNull();
}

for (const folder of new Set(CORPUS.map(({ name }) => name.split("/")[0]))) {
  const handlers = CORPUS.filter(({ name }) => name.startsWith(`${folder}/`));

  test(`handlers of ${folder} in the guest`, async ({ guest }) => {
    test.setTimeout(180_000);
    for (const handler of handlers) check(handler, await guest(handler), handler.differs.guest);
  });

  test(`handlers of ${folder} in CPython`, ({ cpython }) => {
    test.skip(cpython === null, NO_CPYTHON);
    for (const handler of handlers.filter((handler) => isNewEnough(handler, cpython.version))) {
      check(handler, cpython.results[handler.name], handler.differs.cpython);
    }
  });
}

test("the table of differences is what the runs give", async ({ guest, cpython }) => {
  test.setTimeout(300_000);
  if (cpython === null) console.log(`  ${NO_CPYTHON}`);
  const results = {};
  for (const handler of CORPUS) results[handler.name] = await guest(handler);
  const table = tabulate(CORPUS, results, cpython, readTable());
  if (process.env.WRITE_DIFFERENCES) writeTable(table);
  expect(readTable()).toEqual(table);
});
