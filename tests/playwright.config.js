import { defineConfig } from "@playwright/test";

const PORT = 8101;

// The built page: `cargo xtask build` makes it.
const DIST = process.env.DIST ?? "../dist";

export default defineConfig({
  testDir: "e2e",
  outputDir: "results",
  reporter: "list",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    trace: "retain-on-failure",
  },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: {
          executablePath: "/usr/bin/chromium",
          args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
          ],
        },
      },
    },
  ],
  webServer: {
    command: `node e2e/support/serve.js ${DIST} ${PORT}`,
    url: `http://127.0.0.1:${PORT}/index.html`,
    reuseExistingServer: false,
  },
});
