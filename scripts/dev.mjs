// `npm run dev`: the same parts as `npm run up`, with pages that are compiled as they are asked for.
import { runCommand } from "./start/command.mjs";
import { installPackages, requireNode } from "./start/install.mjs";
import { requireFreePorts } from "./start/ports.mjs";
import { printLinks } from "./start/print-links.mjs";
import { readSettings } from "./start/settings.mjs";
import { startParts } from "./start/start-parts.mjs";

await runCommand(settingsOfDev, async (run) => {
  await requireFreePorts(run.settings);
  await installPackages(run.processes, run.say);
  const parts = await startParts(run, { kind: "development" });
  printLinks(run.say, parts, run.settings.dataDir);
  await run.stopped;
});

function settingsOfDev() {
  requireNode();
  const settings = readSettings();
  // A build of its own, so that it disturbs none that is being served.
  return { ...settings, buildDir: `${settings.buildDir}-dev` };
}
