import path from "node:path";
import { startWeb } from "../parts/web.mjs";

/**
 * Starts our own server. In development it prints here, otherwise into the data folder.
 *
 * @returns its process id
 */
export async function startServer({ processes, settings, watch }, { kind, env }) {
  const log = kind === "production" ? path.join(settings.dataDir, "logs/web.log") : undefined;
  const start = () => startWeb(processes, { buildDir: settings.buildDir, env, log });
  const server = await start();
  watch("the web server", server, start);
  return server.pid;
}
