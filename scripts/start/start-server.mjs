import path from "node:path";
import { startWeb } from "../parts/web.mjs";

/**
 * Starts our own server. In development it prints here, otherwise into the data folder.
 *
 * @param isKeptUp it is started again when it dies; what is measured or tested must not die
 * @returns its process id
 */
export async function startServer({ processes, settings, watch }, { kind, env, isKeptUp }) {
  const log = kind === "production" ? path.join(settings.dataDir, "logs/web.log") : undefined;
  const start = () => startWeb(processes, { buildDir: settings.buildDir, env, log });
  const server = await start();
  watch("the web server", server, isKeptUp ? start : undefined);
  return server.pid;
}
