// `npm run check`: what can be said without starting anything.
import "./start/require-node.mjs";
import { generateClient } from "./build/generate-client.mjs";
import { runCommand } from "./start/command.mjs";
import { installPackages } from "./start/install.mjs";
import { readSettings } from "./start/settings.mjs";
import { runCheck, STATIC_CHECKS } from "./test/static-checks.mjs";
import { Tally } from "./test/tally.mjs";

await runCommand(
  () => readSettings({ DATA_DIR: ".data/check" }),
  async ({ processes, say }) => {
    const tally = new Tally(say);
    await installPackages(processes, say);
    await generateClient(processes, say);
    for (const name of Object.keys(STATIC_CHECKS)) {
      await tally.count(name, () => runCheck(processes, name));
    }
    return tally.close();
  },
);
