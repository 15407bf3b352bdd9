import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "../start/settings.mjs";

const FOLDER = path.join(PROJECT, "public/calling");

/**
 * Makes the calling library for browsers, beside its types in `public/calling`: one file to import,
 * and what it loads when somebody joins. The same sources always give the same files, and a file that
 * is as it should be is left alone.
 */
export async function buildLibrary() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
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
    write: false,
    logLevel: "error",
  });
  for (const { path: file, contents } of outputFiles) {
    if (!isSame(file, contents)) writeFileSync(file, contents);
  }
  const made = outputFiles.map((file) => path.basename(file.path));
  for (const name of readdirSync(FOLDER)) {
    if (name.endsWith(".js") && !made.includes(name)) rmSync(path.join(FOLDER, name));
  }
}

function isSame(file, contents) {
  return existsSync(file) && readFileSync(file).equals(contents);
}
