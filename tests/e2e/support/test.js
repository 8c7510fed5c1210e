import { test as base, expect } from "@playwright/test";
import { Person } from "./playground.js";

export { expect };

/** What the browser's console says of a page from now on, and which of its requests leave the origin. */
export function complaintsOf(page) {
  const { baseURL } = base.info().project.use;
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:"].includes(url.protocol) && url.origin !== baseURL) {
      complaints.push(`request to ${url.origin}`);
    }
  });
  return complaints;
}

/** A test with a person at the page; it fails if the browser's console says anything or a request leaves the origin. */
export const test = base.extend({
  person: async ({ page }, use) => {
    const complaints = complaintsOf(page);
    await use(new Person(page));
    expect(complaints).toEqual([]);
  },
});
