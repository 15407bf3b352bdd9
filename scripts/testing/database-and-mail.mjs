// What tests run in place of `npm run up`: two of its parts under the same command, without a build.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { runCommand } from "../start/command.mjs";
import { requireFreePorts } from "../start/ports.mjs";
import { keepSecrets } from "../start/secrets.mjs";
import { readSettings } from "../start/settings.mjs";
import { startDatabase } from "../start/start-database.mjs";
import { startMailCatcher } from "../start/start-mail-catcher.mjs";

await runCommand(readSettings, async (run) => {
  const { settings, say, stopped } = run;
  await requireFreePorts(settings);
  mkdirSync(path.join(settings.dataDir, "logs"), { recursive: true });
  const secrets = keepSecrets(settings.dataDir);
  const [databaseUrl] = await Promise.all([
    startDatabase(run, secrets, true),
    startMailCatcher(run),
  ]);
  say(`Database ${databaseUrl}`);
  say("Both run.");
  await stopped;
});
