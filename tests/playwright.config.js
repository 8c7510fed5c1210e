import { defineConfig } from "@playwright/test";
import { launchOptions } from "./chromium.js";

const PORT = Number(process.env.PORT ?? 8101);

// The built page: `cargo xtask build` makes it.
const DIST = process.env.DIST ?? "../dist";

/** Measure how promptly the page answers, for which the machine has to be theirs. */
const PROMPTNESS = /(fluency|hostile)\.spec/;

/** @type {import("@playwright/test").Project["use"]} */
const use = { browserName: "chromium", launchOptions };

export default defineConfig({
  testDir: "e2e",
  outputDir: "results",
  reporter: "list",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Each test compiles Python anew, on whatever machine it is.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    trace: "retain-on-failure",
  },
  projects: [
    { name: "chromium", testIgnore: PROMPTNESS, use },
    // After all others; by themselves with --no-deps.
    { name: "promptness", testMatch: PROMPTNESS, fullyParallel: false, workers: 1, dependencies: ["chromium"], use },
  ],
  webServer: {
    command: `node e2e/support/serve.js ${DIST} ${PORT}`,
    url: `http://127.0.0.1:${PORT}/index.html`,
    reuseExistingServer: false,
  },
});
