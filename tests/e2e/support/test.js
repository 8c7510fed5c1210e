import { test as base, expect } from "@playwright/test";
import { Person } from "./playground.js";

export { expect };

/**
 * What Firefox says of its own when a worker is ended within a function of `WebAssembly.promising`, and when a page is
 * left while something is still loaded; nothing can catch either.
 */
const FIREFOX = /^uncaught exception: undefined$|A ServiceWorker intercepted the request and encountered an unexpected error/;

/** What the browser's console says of a page from now on, and which of its requests leave the origin. */
export function complaintsOf(page) {
  const { baseURL } = base.info().project.use;
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    if (!FIREFOX.test(String(error))) complaints.push(`uncaught: ${error.message}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:"].includes(url.protocol) && url.origin !== baseURL) {
      complaints.push(`request to ${url.origin}`);
    }
  });
  return complaints;
}

/** What Playwright cannot do in Firefox, of all that is needed here. */
export const EMULATION = "Playwright emulates no colour scheme, forced colours, reduced motion or paper in Firefox";

/** Skips a test in Firefox, for a reason. */
export function skipInFirefox(reason) {
  base.skip(base.info().project.use.browserName === "firefox", reason);
}

/** A test with a person at the page; it fails if the browser's console says anything or a request leaves the origin. */
export const test = base.extend({
  person: async ({ page }, use) => {
    const complaints = complaintsOf(page);
    await use(new Person(page));
    expect(complaints).toEqual([]);
  },
});
