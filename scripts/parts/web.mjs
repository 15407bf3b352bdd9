import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { requireFreePort } from "../start/ports.mjs";
import { Problem } from "../start/problem.mjs";
import { PORTS, PROJECT } from "../start/settings.mjs";
import { answers, waitUntil } from "../start/wait-until.mjs";

const START_LIMIT_MS = 90_000;

/** Starts our own server from its bundle and waits until it serves. Without `log` it prints here. */
export async function startWeb(processes, { buildDir, env, log }) {
  await requireFreePort(Number(env.PORT), PORTS.web);
  const logStart = log ? (statSync(log, { throwIfNoEntry: false })?.size ?? 0) : 0;
  const program = path.join(PROJECT, buildDir, "server.mjs");
  const options = { cwd: PROJECT, env, ...(log && { log }) };
  const server = processes.start(
    "the web server",
    process.execPath,
    ["--enable-source-maps", program],
    options,
  );

  let hasEnded = false;
  server.ended.then(() => (hasEnded = true));
  const isUp = () => answers(`http://127.0.0.1:${env.PORT}/readyz`);
  const isDecided = await waitUntil(async () => hasEnded || (await isUp()), START_LIMIT_MS);
  if (isDecided && !hasEnded) return server;
  const said = log ? `\n${readFileSync(log, "utf8").slice(logStart).trim()}` : "";
  throw new Problem(`The web server does not start.${said}`);
}
