// `npm run up`: everything that the product needs, from a bare checkout. Until the packages are
// installed, only Node's own modules can be loaded.
import { runCommand } from "./start/command.mjs";
import { installPackages, requireNode } from "./start/install.mjs";
import { requireFreePorts } from "./start/ports.mjs";
import { printLinks } from "./start/print-links.mjs";
import { readSettings } from "./start/settings.mjs";
import { startParts } from "./start/start-parts.mjs";

await runCommand(settingsOfUp, async (run) => {
  await requireFreePorts(run.settings);
  await installPackages(run.processes, run.say);
  const parts = await startParts(run);
  printLinks(run.say, parts, run.settings.dataDir);
  await run.stopped;
});

function settingsOfUp() {
  requireNode();
  return readSettings();
}
