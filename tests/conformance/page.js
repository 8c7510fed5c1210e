import { launchOptions } from "../chromium.js";
import { chromium } from "@playwright/test";

/** Milliseconds in which an answer must come; a handler's sleep takes none of them. */
const PATIENCE = 60_000;

/**
 * @typedef {object} Message
 * @property {string} method
 * @property {string} url
 * @property {Record<string, string>} headers
 * @property {string | null} body In base64.
 */

/**
 * @typedef {object} Opened
 * @property {import("@playwright/test").Page} page
 * @property {Promise<never>} trouble Rejected when something goes wrong in the page that nobody there caught.
 */

/** The built page in a browser of its own, opened anew when it has died. */
export class Page {
  #site;
  #browser;
  /** @type {Promise<Opened> | undefined} */
  #opened;

  /**
   * @param {string} site
   * @param {import("@playwright/test").Browser} browser
   */
  constructor(site, browser) {
    this.#site = site;
    this.#browser = browser;
  }

  /** @param {string} site The address at which the page is served. */
  static async launch(site) {
    return new Page(site, await chromium.launch(launchOptions));
  }

  async close() {
    await this.#browser.close();
  }

  async reset() {
    await this.#run((page) => page.evaluate(() => globalThis.lambda?.reset({ cloudDelays: "until settled" })));
  }

  async settle() {
    await this.#run((page) => page.evaluate(() => globalThis.lambda?.settle()));
  }

  /**
   * Sends a request to the page's API, and returns what came back.
   *
   * @param {Message} message
   * @returns {Promise<import("./expectations.js").Answer>}
   */
  async fetch(message) {
    const { body, ...answer } = await this.#run((page) => page.evaluate(fetchInPage, message));
    return { ...answer, body: Buffer.from(body, "base64") };
  }

  /**
   * @template T
   * @param {(page: import("@playwright/test").Page) => Promise<T>} act
   * @returns {Promise<T>}
   */
  async #run(act) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE / 1_000} s`)), PATIENCE);
    });
    try {
      this.#opened ??= this.#open();
      const acted = this.#opened.then(({ page, trouble }) => Promise.race([act(page), trouble]));
      return await /** @type {Promise<T>} */ (Promise.race([acted, late]));
    } catch (error) {
      const opened = this.#opened;
      this.#opened = undefined;
      await opened?.then(({ page }) => page.close()).catch(() => {});
      throw new Error(`the page died: ${error instanceof Error ? error.message : error}`);
    } finally {
      clearTimeout(timer);
    }
  }

  async #open() {
    const page = await this.#browser.newPage();
    const trouble = new Promise((_, reject) => page.once("pageerror", reject));
    // Trouble between two requests is told of with the next one.
    trouble.catch(() => {});
    await page.goto(this.#site);
    await page.waitForFunction(() => globalThis.lambda !== undefined);
    return { page, trouble: /** @type {Promise<never>} */ (trouble) };
  }
}

/**
 * Runs in the page.
 *
 * @param {Message} message
 */
async function fetchInPage({ url, body, ...init }) {
  let bytes = null;
  if (body !== null) {
    // A loop: an iterator takes half a minute over the largest package.
    const text = atob(body);
    bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  }
  if (globalThis.lambda === undefined) throw new Error("window.lambda is gone");
  const response = await globalThis.lambda.fetch(new Request(url, { ...init, body: bytes }));
  const blob = await response.blob();
  /** @type {string} */
  const dataUrl = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: dataUrl.slice(dataUrl.indexOf(",") + 1),
  };
}
