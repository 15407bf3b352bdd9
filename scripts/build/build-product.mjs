import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { Problem } from "../start/problem.mjs";
import { PROJECT } from "../start/settings.mjs";
import { buildLibrary } from "./build-library.mjs";
import { bundle } from "./bundle.mjs";
import { copyFont } from "./copy-font.mjs";
import { precompress } from "./precompress.mjs";
import { isMade, noteMade, stampOf } from "./sources-stamp.mjs";

const SOURCES = [
  "app",
  "calling",
  "components",
  "lib",
  "public",
  "prisma/seed",
  "prisma/seed.ts",
  "prisma/add-organization.ts",
  "server.ts",
  "proxy.ts",
  "instrumentation-client.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/build",
];

/** Next loads each route while it builds. What is real comes when the server starts. */
const PLACEHOLDERS = {
  PUBLIC_URL: "http://localhost",
  DATABASE_URL: "postgresql://localhost/none",
  LIVEKIT_URL: "http://localhost",
  LIVEKIT_API_KEY: "none",
  LIVEKIT_API_SECRET: "-".repeat(32),
  SMTP_URL: "smtp://localhost",
  MAIL_FROM: "none@localhost",
  AUTH_SECRET: "-".repeat(32),
};

/**
 * Builds for production into `buildDir` (relative to the project), unless that build is from the
 * very same sources.
 */
export async function buildProduct(processes, buildDir, say) {
  const folder = path.join(PROJECT, buildDir);
  const stampFile = path.join(folder, "sources.sha256");
  // Its files are served as they lie there, so they count among the sources.
  await buildLibrary();
  copyFont();
  const stamp = stampOf(SOURCES);
  if (isMade(stampFile, stamp)) return;

  say("Building for production; this happens when sources changed");
  mkdirSync(folder, { recursive: true });
  rmSync(stampFile, { force: true });
  // Next empties the folder first.
  await runNextBuild(processes, buildDir);
  await bundlePrograms(buildDir);
  await precompress(path.join(folder, "static"));
  noteMade(stampFile, stamp);
}

/** The programs that run without Next's build: the server and what is run beside it. */
export async function bundlePrograms(buildDir) {
  const folder = path.join(PROJECT, buildDir);
  try {
    await bundle("server.ts", path.join(folder, "server.mjs"));
    await bundle("prisma/seed.ts", path.join(folder, "seed.mjs"));
    await bundle("prisma/add-organization.ts", path.join(folder, "add-organization.mjs"));
    await bundle("lib/moving/main.ts", path.join(folder, "move-in.mjs"));
  } catch (error) {
    throw new Problem(`The server could not be bundled: ${error.message}`);
  }
}

async function runNextBuild(processes, buildDir) {
  const next = path.join(PROJECT, "node_modules/next/dist/bin/next");
  const env = { ...process.env, ...PLACEHOLDERS, BUILD_DIR: buildDir, NODE_ENV: "production" };
  const options = { cwd: PROJECT, env: { ...env, NEXT_TELEMETRY_DISABLED: "1" } };
  const { code, output } = await processes.run(
    "next build",
    process.execPath,
    [next, "build"],
    options,
  );
  if (code !== 0) throw new Problem(`The build failed:\n${output.trim()}`);
}
