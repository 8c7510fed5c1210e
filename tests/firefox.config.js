import { defineConfig } from "@playwright/test";
import { launchOptions } from "./firefox.js";
import chromium from "./playwright.config.js";

// The same tests in Firefox: `cargo xtask firefox`.
export default defineConfig({
  ...chromium,
  projects: [
    {
      name: "firefox",
      use: {
        browserName: "firefox",
        launchOptions,
      },
    },
  ],
});
