// `npm run dev`: the same parts as `npm run up`, with pages that are compiled as they are asked for.
import "./start/require-node.mjs";
import { runProduct } from "./start/run-product.mjs";
import { readSettings } from "./start/settings.mjs";

await runProduct(settingsOfDev, "development");

function settingsOfDev() {
  const settings = readSettings();
  // A build of its own, so that it disturbs none that is being served.
  return { ...settings, buildDir: `${settings.buildDir}-dev` };
}
