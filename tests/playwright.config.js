import { defineConfig } from "@playwright/test";
import { launchOptions } from "./chromium.js";

const PORT = Number(process.env.PORT ?? 8101);

// The built page: `cargo xtask build` makes it.
const DIST = process.env.DIST ?? "../dist";

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
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions,
      },
    },
  ],
  webServer: {
    command: `node e2e/support/serve.js ${DIST} ${PORT}`,
    url: `http://127.0.0.1:${PORT}/index.html`,
    reuseExistingServer: false,
  },
});
