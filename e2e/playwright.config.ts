import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS } from "./support/chromium-flags";

// Started by `npm test`, which says where everything is.
export default defineConfig({
  testDir: ".",
  outputDir: process.env.E2E_RESULTS ?? "../.data/e2e-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Two browsers that encode and decode on two cores take their time.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: process.env.E2E_REPORT ?? "../.data/e2e.json" }]],
  use: {
    baseURL: process.env.BASE_URL ?? "",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: CHROMIUM_FLAGS,
    },
  },
});
