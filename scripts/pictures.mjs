// `npm run pictures`: takes the pictures of README.md from the product, with parts and fresh demo
// data of its own beside a running `up`.
import "./start/require-node.mjs";
import { rmSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./start/command.mjs";
import { installPackages } from "./start/install.mjs";
import { settingsBeside } from "./start/settings-beside.mjs";
import { PROJECT } from "./start/settings.mjs";
import { startParts } from "./start/start-parts.mjs";
import { findChromium } from "./test/find-chromium.mjs";

// Whoever was let in once no longer waits in the lobby, so each time begins anew.
const LEFT_FROM_LAST_TIME = ["postgres", "mail", "demo-links.json"];

await runCommand(
  () => settingsBeside(".data/pictures"),
  async (run) => {
    const { processes, settings, say } = run;
    for (const name of LEFT_FROM_LAST_TIME) {
      rmSync(path.join(settings.dataDir, name), { recursive: true, force: true });
    }
    await installPackages(processes, say);
    const parts = await startParts(run, { isForTests: true });
    const browserPath = await findChromium(processes, say);
    // Loaded here, because the packages may not be there yet when this file is.
    const { takePictures } = await import("./pictures/take-pictures.mjs");
    const folder = path.join(PROJECT, "public/pictures");
    const names = await takePictures({ ...parts, browserPath, folder });
    say(`Took ${names.join(", ")}`);
  },
);
