import { measure } from "../soak/memory.js";
import { definition, open, sentence } from "./page.js";

const STARTS = 15;
const WARM_CALLS = 300;
const PAIRS = 5;
const IDLE = 10;

/** Milliseconds in which the page has surely put another idle worker in stock. */
const RESTOCK = 1_000;

/** A handler that takes so many turns of a loop as the event says. */
const BUSY = `
def lambda_handler(event, context):
    total = 0
    for number in range(event):
        total += number % 7
    return total
`;

/** Turns of its loop that take a good part of a second. */
const LONG = 1_000_000;

/**
 * New execution environments, calls in a warm one, two at once, and what ten idle ones hold.
 * @param {import("./page.js").Bench} bench
 */
export async function measureEnvironments({ browser, site, report }) {
  const context = await browser.newContext();
  const page = await open(context, site);
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
  report.add("New environment and its first answer", "ms", cold, { aim: 25 });

  const warm = await page.evaluate(
    async ([name, calls]) => {
      const times = [];
      for (let call = 0; call < calls; call += 1) times.push(await bench.time(name));
      return times;
    },
    /** @type {const} */ ([name, WARM_CALLS]),
  );
  report.add("Warm call of a trivial handler", "ms", warm, { aim: 0.5 });
  await context.close();

  await measurePairs(browser, site, report);
  await measureMemory(browser, site, report);
}

/**
 * How much sooner two calls are over when they run at once.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} site
 * @param {import("./report.js").Report} report
 */
async function measurePairs(browser, site, report) {
  const context = await browser.newContext();
  const page = await open(context, site);
  await page.evaluate(
    (definition) => bench.call("POST", "", definition),
    { ...definition("busy", BUSY), Timeout: 60 },
  );
  const gains = [];
  for (let round = 0; round <= PAIRS; round += 1) {
    gains.push(
      await page.evaluate(async (turns) => {
        const call = () => bench.call("POST", "/busy/invocations", turns);
        const begin = performance.now();
        await Promise.all([call(), call()]);
        const middle = performance.now();
        await call();
        await call();
        return (performance.now() - middle) / (middle - begin);
      }, LONG),
    );
  }
  // In the first round the environments start.
  report.add("Two environments at once, against one", "×", gains.slice(1), { atLeast: 1.7 });
  await context.close();
}

/**
 * What idle environments add to all that the browser holds.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} site
 * @param {import("./report.js").Report} report
 */
async function measureMemory(browser, site, report) {
  const context = await browser.newContext();
  const page = await open(context, site);
  const session = await context.newCDPSession(page);
  await page.evaluate((definition) => bench.call("POST", "", definition), definition("first", sentence("one")));
  await page.evaluate(() => bench.time("first"));
  await page.evaluate(
    (definition) => bench.call("POST", "", definition),
    { ...definition("many", BUSY), Timeout: 60 },
  );
  const held = async () => {
    await page.waitForTimeout(RESTOCK);
    return (await measure(session)).browser;
  };
  const before = await held();
  await page.evaluate(
    ([count, turns]) =>
      Promise.all(Array.from({ length: count }, () => bench.call("POST", "/many/invocations", turns))),
    /** @type {const} */ ([IDLE, LONG]),
  );
  const all = (await held()) - before;
  report.add("Memory of ten idle environments", "MB", [all], { aim: 400 });
  report.add("Memory of one of them", "MB", [all / IDLE], { aim: 40 });
  await context.close();
}
