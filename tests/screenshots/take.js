// Takes the pictures of the README, wide and narrow, light and dark: node take.js SITE FOLDER

import { mkdir, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "../chromium.js";
import { Screens } from "../e2e/support/screens.js";

const SIZES = { 1280: { width: 1280, height: 900 }, 360: { width: 360, height: 780 } };
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** What is to be seen, in this order: each leaves the playground as the next one wants it. */
const PICTURES = /** @type {Record<string, (screens: Screens) => Promise<void>>} */ ({
  start: (screens) => screens.empty(),
  function: async (screens) => {
    await screens.release();
    await screens.tab("Code");
  },
  traffic: async (screens) => {
    await screens.fire(1000);
    await showResults(screens.page);
  },
  alias: (screens) => screens.aliasDialog(),
  history: (screens) => screens.history(),
  learn: async (screens) => {
    await screens.lesson(6);
    await screens.button("Make the function").click();
    await screens.button("Hint").click();
    await screens.page.evaluate(() => scrollTo(0, 0));
  },
});

const [site, folder] = process.argv.slice(2);
if (site === undefined || folder === undefined) throw new Error("usage: node take.js SITE FOLDER");
await mkdir(folder, { recursive: true });

const browser = await chromium.launch(launchOptions);
try {
  const encoder = await browser.newPage();
  let total = 0;
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ baseURL: site, viewport, colorScheme, timezoneId: "UTC" });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      // The same times in each picture of a history.
      await page.clock.setFixedTime(new Date("2026-01-15T10:00:00Z"));
      const screens = new Screens(page);
      for (const [name, show] of Object.entries(PICTURES)) {
        await page.setViewportSize(viewport);
        await show(screens);
        const webp = await encode(encoder, await take(page));
        const file = `${name}-${size}-${colorScheme}.webp`;
        await writeFile(`${folder}/${file}`, webp);
        total += webp.length;
        console.log(`${file.padEnd(28)} ${kilobytes(webp.length)}`);
        await page.keyboard.press("Escape");
      }
      await context.close();
    }
  }
  console.log(`${"all".padEnd(28)} ${kilobytes(total)}`);
} finally {
  await browser.close();
}

/**
 * Makes room for a run's plots: below the map in a tall window, below the run's sentence on a phone.
 *
 * @param {import("@playwright/test").Page} page
 */
async function showResults(page) {
  // Expected and observed, for each of two versions: charts are drawn when there is time for it.
  const shares = page.getByRole("region", { name: "Split plot" }).locator("text").filter({ hasText: /^Version \d: / });
  await shares.nth(3).waitFor();
  if (page.viewportSize()?.width === SIZES[360].width) {
    await page.getByText(/^Run 1:/).evaluate((sentence) => sentence.scrollIntoView());
  } else {
    await page.setViewportSize({ width: SIZES[1280].width, height: 1290 });
  }
}

/**
 * A picture of the window once everything is saved, without the marks of mouse and keyboard.
 *
 * @param {import("@playwright/test").Page} page
 */
async function take(page) {
  await page.getByText("Saved in this browser.").waitFor({ state: "attached" });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  return page.screenshot({ animations: "disabled" });
}

/**
 * The same picture as WebP, a third of its size, made by the browser itself.
 *
 * @param {import("@playwright/test").Page} encoder
 * @param {Buffer} png
 */
async function encode(encoder, png) {
  const webp = await encoder.evaluate(async (png) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, png.toString("base64"));
  return Buffer.from(webp, "base64");
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`.padStart(8);
}
