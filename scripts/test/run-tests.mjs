import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "../start/settings.mjs";
import { findCaddy } from "./find-caddy.mjs";
import { findChromium } from "./find-chromium.mjs";

/** Runs vitest, with databases of its own on the running server. @returns `{ passed, failed, failures }` */
export async function runUnitTests({ processes, settings }, { databaseUrl }) {
  const report = path.join(settings.dataDir, "unit.json");
  const program = path.join(PROJECT, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const server = new URL(databaseUrl);
  server.pathname = "/postgres";
  const { buildDir } = settings;
  const tests = { TEST_DATABASE_URL: server.href, TEST_BUILD_DIR: buildDir };
  const env = { ...process.env, NODE_ENV: "test", ...tests };
  await runReporting(processes, report, [program, "run", ...reporters], env);
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = readReport(report);
  // A file that could not be loaded has no failed test, but it has failed.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + Math.min(unloaded, numFailedTestSuites),
    failures: testResults.flatMap(tellFailures),
  };
}

/** What failed in one file, each with the beginning of its reason. */
function tellFailures({ name, status, message, assertionResults }) {
  const file = path.relative(PROJECT, name);
  if (status === "failed" && assertionResults.length === 0) return [`${file}\n${brief(message)}`];
  return assertionResults
    .filter((test) => test.status === "failed")
    .map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${brief(failureMessages[0])}`);
}

/** The first lines of a reason. */
function brief(reason = "") {
  return reason.split("\n").slice(0, 12).join("\n");
}

/** Runs the browser journeys against the running product. @returns `{ passed, failed }` */
export async function runJourneys(run, parts, args) {
  const { processes, settings } = run;
  const report = path.join(settings.dataDir, "e2e.json");
  const program = path.join(PROJECT, "node_modules/@playwright/test/cli.js");
  const env = {
    ...(await programEnvironment(run, parts)),
    E2E_REPORT: report,
    E2E_RESULTS: path.join(settings.dataDir, "e2e-results"),
    E2E_DATA: settings.dataDir,
    CADDY: await findCaddy(processes, run.say, path.join(PROJECT, ".data/bin/caddy")),
  };
  const config = path.join(PROJECT, "e2e/playwright.config.ts");
  await runReporting(processes, report, [program, "test", "-c", config, ...args], env);
  const { stats, errors } = readReport(report);
  const { expected, unexpected, flaky } = stats;
  // A file that could not be loaded has no test that failed, and a filter that finds none proves nothing.
  const unrun = errors.length > 0 || expected + unexpected + flaky === 0 ? 1 : 0;
  return { passed: expected, failed: unexpected + flaky + unrun };
}

/** What a program that uses the running product has to know: where everything is. */
export async function programEnvironment({ processes, say }, parts) {
  return {
    ...process.env,
    ...parts.env,
    BASE_URL: parts.env.PUBLIC_URL,
    MAIL_URL: `${parts.mailUrl}/api`,
    ACS_FILE: parts.acsFile,
    CHROMIUM: await findChromium(processes, say),
  };
}

async function runReporting(processes, report, args, env) {
  rmSync(report, { force: true });
  // Asked this way, both runners end their workers, and those their browsers.
  const options = { cwd: PROJECT, env, signals: ["SIGINT", "SIGTERM"] };
  const { ended } = processes.start("tests", process.execPath, args, options);
  await ended;
}

/** @throws when the runner wrote no report: it could not run */
function readReport(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
