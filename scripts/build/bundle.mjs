import path from "node:path";
import { PROJECT } from "../start/settings.mjs";

/**
 * Makes one file that plain Node runs out of a TypeScript entry and what it imports of ours.
 *
 * @param entry relative to the project
 */
export async function bundle(entry, target) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [path.join(PROJECT, entry)],
    outfile: target,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // Next's own build keeps server files out of the browser; here all is server.
    alias: {
      "server-only": path.join(PROJECT, "scripts/build/empty.mjs"),
      // Plain Node wants the file's name where the package names no exports.
      ...withExtension("next/headers", "next/navigation", "next/server"),
    },
    absWorkingDir: PROJECT,
    sourcemap: "linked",
    logLevel: "error",
  });
}

function withExtension(...modules) {
  return Object.fromEntries(modules.map((name) => [name, `${name}.js`]));
}
