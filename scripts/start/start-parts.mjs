import { mkdirSync } from "node:fs";
import path from "node:path";
import { buildLibrary } from "../build/build-library.mjs";
import { buildProduct, bundlePrograms } from "../build/build-product.mjs";
import { copyFont } from "../build/copy-font.mjs";
import { generateClient } from "../build/generate-client.mjs";
import { addDemo } from "../parts/seed.mjs";
import { startDatabase } from "./start-database.mjs";
import { startMailCatcher } from "./start-mail-catcher.mjs";
import { startMedia } from "./start-media.mjs";
import { startServer } from "./start-server.mjs";
import { webEnvironment } from "./web-environment.mjs";
import { keepSecrets } from "./secrets.mjs";

/**
 * Starts the database, the media server, the mail catcher and our own server, each unless the
 * environment names one that runs already.
 *
 * @param run `{ processes, settings, say, watch }`; `watch` is told each part that must stay up
 * @param kind "production" serves a build, "development" compiles while it serves
 * @param isKeptUp our own server is started again when it dies
 * @param isForTests trades the safety of the data for speed
 * @returns where everything is: `{ env, mailUrl, linksFile, acsFile, databaseUrl, webPid }`
 */
export async function startParts(
  run,
  { kind = "production", isKeptUp = false, isForTests = false } = {},
) {
  const { processes, settings, say } = run;
  const { dataDir, buildDir } = settings;
  mkdirSync(path.join(dataDir, "logs"), { recursive: true });
  const secrets = keepSecrets(dataDir);

  const [databaseUrl, media, mail] = await Promise.all([
    startDatabase(run, secrets, isForTests),
    startMedia(run, secrets),
    startMailCatcher(run),
    makePrograms(processes, { kind, buildDir, say }),
  ]);

  const env = webEnvironment({ kind, settings, secrets, databaseUrl, media, mail });
  const linksFile = path.join(dataDir, "demo-links.json");
  const acsFile = path.join(dataDir, "demo-acs.json");
  say("Adding the demo and starting the web server");
  const [webPid] = await Promise.all([
    startServer(run, { kind, env, isKeptUp }),
    addDemo(processes, { buildDir, env, linksFile, acsFile }),
  ]);
  return { env, databaseUrl, linksFile, acsFile, mailUrl: mail.url, webPid };
}

async function makePrograms(processes, { kind, buildDir, say }) {
  await generateClient(processes, say);
  if (kind === "production") return buildProduct(processes, buildDir, say);
  copyFont();
  await Promise.all([buildLibrary(), bundlePrograms(buildDir)]);
}
