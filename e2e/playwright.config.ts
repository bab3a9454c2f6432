import { defineConfig } from "@playwright/test";
import chromium from "@sparticuz/chromium";

/** One browser, one worker: the tests share one running product and must not step on each other's records. */
export default defineConfig({
  testDir: "tests",
  globalSetup: "./support/startVanguard.ts",
  outputDir: "target/results",
  reporter: [["list"]],
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: await chromium.executablePath(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
