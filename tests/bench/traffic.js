import { definition, open, sentence, zip } from "./page.js";
import { fairRange } from "./statistics.js";

const ROUNDS = 5;
const INVOCATIONS = 10_000;

/** How likely the check of the split is to fail by chance, to each side. */
const TAIL = 1e-6;

/**
 * Many invocations through a weighted alias, fired by the page's own button.
 * @param {import("./page.js").Bench} bench
 */
export async function measureTraffic({ browser, site, report }) {
  const context = await browser.newContext();
  const page = await open(context, site);
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
  report.add("10,000 invocations through a 50/50 alias", "ms", totals, { aim: 1_000 });
  report.add("Longest main-thread task meanwhile (0: none over 50)", "ms", [Math.max(...longest)], { aim: 50 });
  await context.close();
}
