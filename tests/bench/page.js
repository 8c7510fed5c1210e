import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";

/**
 * What a measure works with.
 * @typedef {object} Bench
 * @property {import("@playwright/test").Browser} browser
 * @property {string} site
 * @property {string} pyodide
 * @property {import("./report.js").Report} report
 */

const IN_PAGE = fileURLToPath(new URL("in-page.js", import.meta.url));

/**
 * Opens the page.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} site
 * @param {"commit" | "load" | "networkidle"} [until]
 */
export async function open(context, site, until = "load") {
  await context.addInitScript({ path: IN_PAGE });
  const page = await context.newPage();
  await page.goto(site, { waitUntil: until });
  return page;
}

/**
 * Opens a page with nothing in it, which can start Pyodide.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} pyodide
 */
export async function openYardstick(context, pyodide) {
  const page = await context.newPage();
  await page.goto(new URL("package.json", pyodide).href);
  await page.evaluate((address) => {
    globalThis.start = async () => {
      const { loadPyodide } = await import(address);
      globalThis.python = await loadPyodide();
    };
  }, new URL("pyodide.mjs", pyodide).href);
  return page;
}

/**
 * Returns what CreateFunction takes.
 * @param {string} name
 * @param {string} source
 */
export function definition(name, source) {
  return {
    FunctionName: name,
    Runtime: "python3.13",
    Handler: "lambda_function.lambda_handler",
    Role: "arn:aws:iam::123456789012:role/bench",
    Code: { ZipFile: zip(source) },
  };
}

/** @param {string} source */
export function zip(source) {
  return Buffer.from(zipSync({ "lambda_function.py": strToU8(source) })).toString("base64");
}

/** @param {string} version */
export function sentence(version) {
  return `def lambda_handler(event, context):\n    return "this is version ${version}."\n`;
}
