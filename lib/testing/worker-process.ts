import { fork, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Workers in processes of their own, so that a test can kill one as a power cut would. */
export function useWorkerProcesses() {
  // Below node_modules, because the bundle looks for its packages from there.
  const bundle = path.join(ROOT, `node_modules/.cache/worker-${randomUUID()}.mjs`);
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    await build({
      entryPoints: [path.join(ROOT, "lib/testing/worker.ts")],
      outfile: bundle,
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      alias: { "@": ROOT, "server-only": path.join(ROOT, "lib/testing/empty.ts") },
      logLevel: "error",
    });
  });
  afterAll(async () => {
    await Promise.all([...running].map(kill));
    rmSync(bundle, { force: true });
  });

  function start(env: Record<string, string>): ChildProcess {
    const worker = fork(bundle, { env: { ...process.env, ...env } });
    running.add(worker);
    return worker;
  }

  async function kill(worker: ChildProcess): Promise<void> {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGKILL");
    await gone;
    running.delete(worker);
  }

  return { start, kill };
}
