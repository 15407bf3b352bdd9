// `npm test`: every check, with parts and data of its own beside a running `npm run up`. Arguments
// choose stages (`npm test -- unit`); what follows `e2e` goes to Playwright.
import "./start/require-node.mjs";
import { generateClient } from "./build/generate-client.mjs";
import { runCommand } from "./start/command.mjs";
import { installPackages } from "./start/install.mjs";
import { Problem } from "./start/problem.mjs";
import { settingsBeside } from "./start/settings-beside.mjs";
import { startParts } from "./start/start-parts.mjs";
import { runJourneys, runUnitTests } from "./test/run-tests.mjs";
import { runCheck, STATIC_CHECKS } from "./test/static-checks.mjs";
import { Tally } from "./test/tally.mjs";

const STAGES = [...Object.keys(STATIC_CHECKS), "unit", "e2e"];

const [first, ...rest] = process.argv.slice(2);
const chosen = first ? [first] : STAGES;

await runCommand(settingsOfTest, async (run) => {
  const tally = new Tally(run.say);
  await installPackages(run.processes, run.say);
  await generateClient(run.processes, run.say);
  for (const stage of chosen.filter((name) => name in STATIC_CHECKS)) {
    await tally.count(stage, () => runCheck(run.processes, stage));
  }
  if (chosen.some((stage) => stage === "unit" || stage === "e2e")) {
    await tally.count("the product starts", async () => {
      const parts = await startParts(run, { isForTests: true });
      if (chosen.includes("unit")) await tally.addAll("unit", () => runUnitTests(run, parts));
      if (chosen.includes("e2e")) await tally.addAll("e2e", () => runJourneys(run, parts, rest));
      return true;
    });
  }
  return tally.close();
});

function settingsOfTest() {
  if (first && !STAGES.includes(first)) {
    throw new Problem(`There is no stage "${first}": choose one of ${STAGES.join(", ")}.`);
  }
  return settingsBeside(process.env.DATA_DIR || ".data/test");
}
