import { fork, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

/**
 * Programs of ours in processes of their own, so that a test can kill one as a power cut would. What
 * they print can be read.
 */
export function useWorkerProcesses(entry = "lib/testing/worker.ts") {
  // Below node_modules, because the bundle looks for its packages from there.
  const bundle = path.join(ROOT, `node_modules/.cache/worker-${randomUUID()}.mjs`);
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    await build({
      entryPoints: [path.join(ROOT, entry)],
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

  function start(env: Record<string, string>, args: readonly string[] = []): ChildProcess {
    const worker = fork(bundle, args, { env: { ...process.env, ...env }, silent: true });
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
