import { runCommand } from "./command.mjs";
import { installPackages } from "./install.mjs";
import { requireFreePorts } from "./ports.mjs";
import { printLinks } from "./print-links.mjs";
import { startParts } from "./start-parts.mjs";

/**
 * Installs what is missing, starts everything, prints where to look and keeps it up until a signal.
 *
 * @param kind "production" serves a build, "development" compiles pages as they are asked for
 */
export async function runProduct(readSettings, kind) {
  await runCommand(readSettings, async (run) => {
    await requireFreePorts(run.settings);
    await installPackages(run.processes, run.say);
    const parts = await startParts(run, { kind, isKeptUp: true });
    printLinks(run.say, parts, run.settings.dataDir);
    await run.stopped;
  });
}
