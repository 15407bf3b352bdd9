import { readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { chooseFreePorts } from "../start/ports.mjs";
import { Problem } from "../start/problem.mjs";
import { Processes } from "../start/processes.mjs";
import { useFolders } from "../testing/folders.mjs";
import { putProgram } from "../testing/put-program.mjs";
import { findLivekit } from "./livekit-program.mjs";

const makeFolder = useFolders();
afterEach(() => vi.unstubAllEnvs());

const ADVICE = { config: "/data/livekit.json", url: "http://127.0.0.1:7880" };

/** Looks with nothing on the path but these programs, given as what they do. */
async function findWith(programs, binFolder = makeFolder()) {
  const folder = makeFolder();
  for (const [name, script] of Object.entries(programs)) putProgram(folder, name, script);
  vi.stubEnv("PATH", folder);
  const [closedPort] = (await chooseFreePorts(1)).tcp;
  const places = { binFolder, releases: `http://127.0.0.1:${closedPort}` };
  return findLivekit(new Processes(), () => {}, ADVICE, places);
}

test("without any way to one, the commands that bring one are said", async () => {
  const refusal = findWith({});
  await expect(refusal).rejects.toThrow(Problem);
  await expect(refusal).rejects.toThrow(
    /^There is no livekit-server that can be used \(Go is not installed; the release could not be fetched \(ECONNREFUSED\)\)\. Bring one in one of these ways, then start again:\n/,
  );
  const { message } = await refusal.catch((error) => error);
  expect(message).toContain("\n  Linux   curl -sSL https://get.livekit.io | bash\n");
  expect(message).toContain("\n  macOS   brew install livekit\n");
  expect(message).toContain(
    `docker run --rm --network host -v "${ADVICE.config}:/livekit.json" livekit/livekit-server:v1.13.5`,
  );
  expect(message).toContain(`LIVEKIT_URL=${ADVICE.url} npm run up`);
});

test("an old livekit-server and an old Go are named and not used", async () => {
  const refusal = findWith({
    "livekit-server": 'echo "livekit-server version 1.8.4"',
    go: "echo go1.22.1",
  });
  await expect(refusal).rejects.toThrow(
    "(the one on the path is 1.8.4, older than 1.13; Go 1.22.1 is older than 1.26; the release",
  );
});

test("a build that fails says why, and leaves nothing", async () => {
  const binFolder = makeFolder();
  const go = 'if [ "$1" = env ]; then echo go1.26.0; else echo "no network" >&2; exit 1; fi';
  await expect(findWith({ go }, binFolder)).rejects.toThrow("(go build failed (no network); the");
  expect(readdirSync(binFolder)).toEqual([]);
});

test("one on the path is used, without anything else", async () => {
  const found = findWith({
    "livekit-server": 'echo "livekit-server version 1.14.0"',
    go: "exit 1",
  });
  expect(await found).toBe("livekit-server");
});

test("what was built once is used again", async () => {
  const binFolder = makeFolder();
  const target = '[ "$1" = env ] && echo go1.26.0 && exit; while [ "$1" != -o ]; do shift; done';
  const script = `printf '#!/bin/sh\\necho "livekit-server version 1.13.5"\\n' > "$2"; /bin/chmod 755 "$2"`;
  const built = await findWith({ go: `${target}; ${script}` }, binFolder);
  expect(built).toBe(path.join(binFolder, "livekit-server-1.13.5"));
  expect(await findWith({}, binFolder)).toBe(built);
});
