import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "../start/settings.mjs";

const FOLDER = path.join(PROJECT, "public/calling");

/**
 * Makes the calling library for browsers, beside its types in `public/calling`: one file to import,
 * and what it loads when somebody joins. The same sources always give the same files.
 */
export async function buildLibrary() {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: [{ in: path.join(PROJECT, "calling/library.ts"), out: "rostrum-calling" }],
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    minify: true,
    chunkNames: "[name]-[hash]",
    absWorkingDir: PROJECT,
    metafile: true,
    logLevel: "error",
  });
  const made = Object.keys(metafile.outputs).map((file) => path.basename(file));
  for (const name of readdirSync(FOLDER)) {
    if (name.endsWith(".js") && !made.includes(name)) rmSync(path.join(FOLDER, name));
  }
}
