import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS } from "./support/chromium-flags";

/** Two or three browsers of each send and decode pictures: one such test at a time fills two cores. */
const CALLS = [
  "attacks/patched-page",
  "journeys/a-call-on-two-devices",
  "journeys/a-clinician-and-a-patient-meet",
  "journeys/a-listener-speaks-and-listens-again",
  "journeys/a-program-brings-its-own-page",
  "journeys/a-screen-is-shared",
  "journeys/by-keyboard-alone",
  "journeys/somebody-is-let-back",
  "journeys/staff-lead-who-came-by-a-program",
  "journeys/switched-off-while-the-call-connects",
  "journeys/the-page-says-what-changed",
  "journeys/the-way-out-of-a-call",
  "journeys/what-a-call-speaks",
  "journeys/who-leads-reads-what-happens",
  "outages/pages-in-a-call",
].map((name) => `**/${name}.spec.ts`);

// Started by `npm test`, which says where everything is.
export default defineConfig({
  testDir: ".",
  outputDir: process.env.E2E_RESULTS ?? "../.data/e2e-results",
  workers: 2,
  projects: [
    { name: "calls", testMatch: CALLS, workers: 1 },
    { name: "all else", testIgnore: CALLS },
  ],
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
