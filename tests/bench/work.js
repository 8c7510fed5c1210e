import { readFile } from "node:fs/promises";
import { definition, open, openYardstick } from "./page.js";

const ROUNDS = 5;
const WORK = await readFile(new URL("work.py", import.meta.url), "utf8");
const KINDS = ["fib(24)", "integer loop", "json", "dict"];

/**
 * What Python computes, timed by Python itself.
 * @param {import("./page.js").Bench} bench
 */
export async function measureWork({ browser, site, pyodide, report }) {
  const context = await browser.newContext();
  const page = await open(context, site);
  const limits = { Timeout: 60, MemorySize: 1024 };
  await page.evaluate(
    (definition) => bench.call("POST", "", definition),
    { ...definition("work", WORK), ...limits },
  );
  const yardstick = await openYardstick(context, pyodide);
  await yardstick.evaluate(async (work) => {
    await start();
    python.runPython(work);
  }, WORK);
  const ratios = [];
  for (const kind of KINDS) {
    const ours = [];
    const theirs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await page.evaluate((kind) => bench.call("POST", "/work/invocations", kind), kind));
      theirs.push(await yardstick.evaluate((kind) => python.globals.get("lambda_handler")(kind, null), kind));
    }
    ratios.push(report.add(kind, "ms", ours, { yardstick: theirs }).ratio ?? 0);
  }
  const mean = ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / ratios.length);
  report.add("Geometric mean of these four ratios", "×", [mean], { aim: 2 });
  await context.close();
}
