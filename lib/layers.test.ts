import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findCycles, importsOf, packagesAtRun, type FileImports } from "@/lib/testing/import-graph";

const ROOT = path.resolve(import.meta.dirname, "..");

/** What each folder may import besides itself. The longest matching folder counts. */
const MAY_IMPORT: Record<string, string[]> = {
  "lib/domain": [],
  "lib/words": ["lib/domain"],
  "lib/env.ts": [],
  "lib/log.ts": ["lib/env.ts"],
  "lib/networks.ts": [],
  "lib/connection-limits.ts": [],
  "lib/read-at-most.ts": [],
  "lib/client-address.ts": ["lib/domain", "lib/env.ts", "lib/networks.ts"],
  "lib/data": ["lib/domain", "lib/env.ts"],
  "lib/livekit": ["lib/domain", "lib/env.ts", "lib/log.ts"],
  "lib/mail": ["lib/domain", "lib/words", "lib/env.ts", "lib/log.ts"],
  "lib/webhooks": ["lib/domain", "lib/env.ts"],
  "lib/live": ["lib/domain", "lib/data", "lib/env.ts", "lib/log.ts"],
  "lib/operations": ["lib/domain", "lib/data"],
  "lib/auth": ["lib/domain", "lib/data", "lib/mail", "lib/words", "lib/env.ts", "lib/log.ts"],
  "lib/gate": ["lib/domain", "lib/operations", "lib/client-address.ts", "lib/env.ts", "lib/log.ts"],
  "lib/conductor": ["lib/domain", "lib/data", "lib/operations", "lib/log.ts"],
  "lib/acs": [
    "lib/domain",
    "lib/data",
    "lib/operations",
    "lib/words",
    "lib/client-address.ts",
    "lib/connection-limits.ts",
    "lib/read-at-most.ts",
    "lib/env.ts",
    "lib/log.ts",
  ],
  "lib/moving": [
    "lib/domain",
    "lib/data",
    "lib/operations",
    "lib/words",
    "lib/read-at-most.ts",
    "lib/env.ts",
  ],
  "lib/serve": [
    "lib/domain",
    "lib/data",
    "lib/operations",
    "lib/livekit",
    "lib/live",
    "lib/gate",
    "lib/acs",
    "lib/conductor",
    "lib/jobs",
    "lib/client-address.ts",
    "lib/connection-limits.ts",
    "lib/networks.ts",
    "lib/env.ts",
    "lib/log.ts",
  ],
  "lib/jobs": [
    "lib/domain",
    "lib/data",
    "lib/operations",
    "lib/mail",
    "lib/webhooks",
    "lib/livekit",
    "lib/live",
    "lib/words",
    "lib/env.ts",
    "lib/log.ts",
  ],
  "lib/web": [
    "lib/domain",
    "lib/operations",
    "lib/data",
    "lib/auth",
    "lib/acs",
    "lib/livekit",
    "lib/live",
    "lib/mail",
    "lib/words",
    "lib/client-address.ts",
    "lib/read-at-most.ts",
    "lib/env.ts",
    "lib/log.ts",
  ],
  "lib/api": ["lib/domain", "lib/data", "lib/operations", "lib/web", "lib/words"],
  components: ["components/call", "lib/domain", "lib/words"],
  "components/call": ["components", "lib/domain", "lib/words"],
  // The library for pages of programs: no words of ours, nothing that is drawn by React.
  calling: ["components/call", "public/calling", "lib/domain"],
  "public/calling": [],
  app: [
    "components",
    "lib/domain",
    "lib/operations",
    "lib/web",
    "lib/api",
    "lib/words",
    "lib/auth",
    "lib/jobs",
    "lib/live",
    "lib/gate",
    "lib/livekit",
    "lib/acs",
  ],
  "proxy.ts": ["lib/domain", "lib/web", "lib/env.ts"],
};

/** The one folder that may import a package (or a package below that name). */
const HOME_OF: Record<string, string[]> = {
  "livekit-server-sdk": ["lib/livekit"],
  "livekit-client": ["components/call/", "calling/media-call.ts"],
  "@prisma": ["lib/data"],
  pg: ["lib/data", "lib/live", "lib/conductor", "lib/testing"],
  "pg-boss": ["lib/data", "lib/jobs"],
  "next-auth": ["lib/auth", "app/api/auth"],
  "@auth": ["lib/auth"],
  nodemailer: ["lib/mail"],
  "ical-generator": ["lib/mail"],
  "@peculiar": ["lib/acs"],
  standardwebhooks: ["lib/webhooks"],
  "request-filtering-agent": ["lib/webhooks"],
  "zod-openapi": ["lib/api"],
  "reflect-metadata": ["lib/acs"],
};

const SOURCE = /\.tsx?$/;
const NOT_RULED = /\.test\.tsx?$|^lib\/testing\/|^lib\/data\/generated\/|^e2e\//;

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

const ruled: FileImports[] = [
  ...["app", "calling", "components", "lib"].flatMap(filesBelow),
  "proxy.ts",
]
  .filter((file) => !NOT_RULED.test(file))
  .map((file) => ({ file, imports: importsOf(ROOT, file) }));

const layerOf = (file: string) =>
  Object.keys(MAY_IMPORT)
    .filter((layer) => file === layer || file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];

test("each folder imports only what its layer may", () => {
  const wrong = ruled.flatMap(({ file, imports }) => {
    const layer = layerOf(file);
    const allowed = layer ? [layer, ...(MAY_IMPORT[layer] ?? [])] : [];
    return imports
      .filter(({ kind, target }) => kind === "ours" && !allowed.includes(layerOf(target) ?? ""))
      .map(({ target }) => `${file} must not import ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("each package is imported only in its home", () => {
  const wrong = ruled.flatMap(({ file, imports }) =>
    imports.flatMap(({ target }) => {
      const name = Object.keys(HOME_OF).find(
        (home) => target === home || target.startsWith(`${home}/`),
      );
      const homes = (name && HOME_OF[name]) || [""];
      return homes.some((home) => file.startsWith(home))
        ? []
        : [`${file} must not import ${target}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("imports go by ./ within a folder and by @/ across", () => {
  const wrong = ruled.flatMap(({ file, imports }) =>
    imports
      .filter(({ written }) => written.startsWith("../"))
      .map(({ written }) => `${file}: ${written}`),
  );
  expect(wrong).toEqual([]);
});

test("no import goes in a circle", () => {
  expect(findCycles(ruled)).toEqual([]);
});

test("server-only files say so, so that the build refuses to ship them to a browser", () => {
  const runsAnywhere = /^lib\/(domain|words)\/|^lib\/env\.ts$/;
  const silent = ruled
    .map(({ file }) => file)
    .filter((file) => file.startsWith("lib/") && !runsAnywhere.test(file))
    .filter(
      (file) => !readFileSync(path.join(ROOT, file), "utf8").includes('import "server-only";'),
    );
  expect(silent).toEqual([]);
});

test("no page carries zod: it tries eval when it loads, which the security policy forbids", () => {
  const runsInBrowsers = ruled.filter(
    ({ file }) =>
      file.startsWith("calling/") ||
      readFileSync(path.join(ROOT, file), "utf8").startsWith('"use client";'),
  );
  const ways = runsInBrowsers.flatMap(({ file }) => packagesAtRun(ruled, file).get("zod") ?? []);
  expect(runsInBrowsers.length).toBeGreaterThan(10);
  expect(ways).toEqual([]);
});

test("no file has a name that fits anything", () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|types|index|manager|handler)\.tsx?$/;
  expect(ruled.map(({ file }) => file).filter((file) => vague.test(file))).toEqual([]);
});
