import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { useFolders } from "../testing/folders.mjs";
import { fetchRelease } from "./livekit-release.mjs";

const VERSION = "1.13.5";
// As goreleaser names them for this project, and as LiveKit's own installer asks for them.
const ARCHIVE = `livekit_${VERSION}_linux_amd64.tar.gz`;
const LIST = "checksums.txt";

const makeFolder = useFolders();
const servers = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A release server that has these files of the version, and its address. */
async function serve(files) {
  const server = createServer((request, response) => {
    const file = files[path.posix.relative(`/download/v${VERSION}`, request.url)];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${server.address().port}/download`;
}

/** An archive like the real one: the program and its licence, side by side. */
function makeArchive(program = "livekit-server") {
  const folder = makeFolder();
  writeFileSync(
    path.join(folder, program),
    `#!/bin/sh\necho "livekit-server version ${VERSION}"\n`,
  );
  chmodSync(path.join(folder, program), 0o755);
  writeFileSync(path.join(folder, "LICENSE"), "Apache");
  execFileSync("tar", ["-czf", ARCHIVE, "LICENSE", program], { cwd: folder });
  return readFileSync(path.join(folder, ARCHIVE));
}

const lineFor = (archive, name = ARCHIVE) =>
  `${createHash("sha256").update(archive).digest("hex")}  ${name}\n`;

/** Fetches into a folder of its own. @returns the refusal and what then lies there */
async function fetchFrom(releases, system = {}) {
  const folder = makeFolder();
  const target = path.join(folder, "livekit-server");
  const options = { version: VERSION, target, releases, platform: "linux", processor: "x64" };
  const refusal = await fetchRelease({ ...options, ...system });
  return { refusal, target, left: readdirSync(folder) };
}

test("an archive that its release lists is unpacked, and runs", async () => {
  const archive = makeArchive();
  const others = lineFor("another", `livekit_${VERSION}_linux_arm64.tar.gz`);
  const list = others + lineFor(archive);
  const { refusal, target, left } = await fetchFrom(
    await serve({ [LIST]: list, [ARCHIVE]: archive }),
  );
  expect(refusal).toBeUndefined();
  expect(left).toEqual(["livekit-server"]);
  expect(execFileSync(target, ["--version"], { encoding: "utf8" })).toContain(VERSION);
});

test.each([
  ["has another checksum", (archive) => lineFor(Buffer.concat([archive, Buffer.from("x")]))],
  ["is not in the list", (archive) => lineFor(archive, `livekit_${VERSION}_linux_arm64.tar.gz`)],
  ["meets an empty list", () => ""],
])("an archive that %s is refused", async (_, listFor) => {
  const archive = makeArchive();
  const { refusal, left } = await fetchFrom(
    await serve({ [LIST]: listFor(archive), [ARCHIVE]: archive }),
  );
  expect(refusal).toBe(`the checksum of ${ARCHIVE} is not the one that its release lists`);
  expect(left).toEqual([]);
});

test("without the list of checksums nothing is fetched", async () => {
  const releases = await serve({ [ARCHIVE]: makeArchive() });
  const { refusal, left } = await fetchFrom(releases);
  expect(refusal).toBe(
    `the release could not be fetched (404 for ${releases}/v${VERSION}/${LIST})`,
  );
  expect(left).toEqual([]);
});

test("a listed archive without the program leaves nothing behind", async () => {
  const archive = makeArchive("something-else");
  const releases = await serve({ [LIST]: lineFor(archive), [ARCHIVE]: archive });
  const { refusal, target, left } = await fetchFrom(releases);
  expect(refusal).toMatch(/^the release could not be fetched/);
  expect([existsSync(target), left]).toEqual([false, []]);
});

test("a release that cannot be reached is a reason", async () => {
  const releases = await serve({});
  servers.splice(0).forEach((server) => server.close());
  const { refusal } = await fetchFrom(releases);
  expect(refusal).toBe("the release could not be fetched (ECONNREFUSED)");
});

test.each([
  ["linux", "arm64", `livekit_${VERSION}_linux_arm64.tar.gz`],
  ["linux", "arm", `livekit_${VERSION}_linux_armv7.tar.gz`],
  ["win32", "x64", `livekit_${VERSION}_windows_amd64.zip`],
])("on %s with %s, %s is asked for", async (platform, processor, name) => {
  const releases = await serve({ [LIST]: "" });
  const { refusal } = await fetchFrom(releases, { platform, processor });
  expect(refusal).toBe(
    `the release could not be fetched (404 for ${releases}/v${VERSION}/${name})`,
  );
});

test.each([
  ["darwin", "arm64"],
  ["linux", "riscv64"],
])("for %s on %s there is none", async (platform, processor) => {
  const { refusal } = await fetchFrom("http://127.0.0.1:1", { platform, processor });
  expect(refusal).toBe(`there is no release for ${platform} on ${processor}`);
});
