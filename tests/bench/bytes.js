import { definition, open, sentence } from "./page.js";

/**
 * What comes over the wire on a first visit.
 * @param {import("./page.js").Bench} bench
 */
export async function measureBytes({ browser, site, report }) {
  const context = await browser.newContext();
  /** @type {Map<string, number>} */
  const files = new Map();
  // Not asked of the page: it does not hear of what its workers load.
  context.on("response", (response) => {
    // What is kept for when there is no network comes later.
    if (response.request().serviceWorker() !== null) return;
    files.set(response.url(), Number(response.headers()["content-length"]));
  });
  const page = await open(context, site, "networkidle");
  await page.evaluate((definition) => bench.firstResult(definition), definition("bytes", sentence("one")));
  const sum = (/** @type {RegExp} */ names) => {
    const chosen = [...files].filter(([address]) => names.test(new URL(address).pathname));
    return chosen.reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6;
  };
  report.add("Guest over the wire", "MB", [sum(/^\/guest-/)], { aim: 4 });
  report.add("The page's own module over the wire", "MB", [sum(/_bg\.wasm$/)], { aim: 0.25 });
  report.add("All that comes before the first result", "MB", [sum(/./)]);
  const library = await page.evaluate(() => {
    const { library } = JSON.parse(document.getElementById("assets")?.textContent ?? "{}");
    return fetch(library).then((response) => Number(response.headers.get("content-length")));
  });
  report.add("What of Python's library comes when it is imported", "MB", [library / 1e6]);
  await context.close();
}
