// `npm run build`: the product for `npm start`, from a bare checkout. It starts nothing.
import "./start/require-node.mjs";
import { buildProduct } from "./build/build-product.mjs";
import { generateClient } from "./build/generate-client.mjs";
import { runCommand } from "./start/command.mjs";
import { installPackages } from "./start/install.mjs";
import { readSettings } from "./start/settings.mjs";

await runCommand(readSettings, async ({ processes, settings, say }) => {
  await installPackages(processes, say);
  await generateClient(processes, say);
  await buildProduct(processes, settings.buildDir, say);
  say(
    `The build lies in ${settings.buildDir}; \`npm run migrate\` and \`npm start\` go on from it.`,
  );
});
