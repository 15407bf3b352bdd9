import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { answers, waitUntil } from "./start/wait-until.mjs";
import { buildDir } from "./testing/build-dir.mjs";
import { useFolders } from "./testing/folders.mjs";
import { placeIn } from "./testing/place.mjs";
import { childrenOf, stillAlive, usePrograms } from "./testing/programs.mjs";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const makeFolder = useFolders();
const runProgram = usePrograms();

const startUp = (place) =>
  runProgram("scripts/up.mjs", { env: { ...place, BUILD_DIR: buildDir() } });

const linksIn = ({ DATA_DIR }) =>
  JSON.parse(readFileSync(path.join(DATA_DIR, "demo-links.json"), "utf8"));

function expectOneSentence({ code, output }, text) {
  expect(code).toBe(1);
  expect(output).toContain(text);
  expect(output.trim().split("\n")).toHaveLength(1);
}

test("it starts everything, again what dies, and Ctrl-C ends all of it; a second start goes on", async () => {
  const place = await placeIn(makeFolder());
  const first = startUp(place);
  await first.says("Rostrum is running. Ctrl-C stops it.");
  const web = childrenOf(place.DATA_DIR).find(({ name }) => name === "the web server");
  process.kill(web.pid, "SIGKILL");
  await first.says("the web server ended unexpectedly; starting it again");
  expect(await waitUntil(() => answers(`http://127.0.0.1:${place.PORT}/readyz`), 60_000)).toBe(
    true,
  );
  const children = childrenOf(place.DATA_DIR);
  const names = ["PostgreSQL", "livekit-server", "maildev", "the web server"];
  expect(stillAlive(children).sort()).toEqual(names);
  const links = linksIn(place);
  const [guest] = links.filter(({ capacity }) => capacity === "patient");
  expect((await fetch(guest.url)).status).toBe(200);
  first.signal("SIGINT");
  expect((await first.ended).code).toBe(0);
  expect(stillAlive(children)).toEqual([]);

  const second = startUp(place);
  await second.says("Rostrum is running. Ctrl-C stops it.");
  expect(linksIn(place)).toContainEqual(guest);
  expect((await fetch(guest.url)).status).toBe(200);
});

test("a port in use stops it before anything is started", async () => {
  const place = await placeIn(makeFolder());
  const other = createServer().listen(Number(place.PORT), "127.0.0.1");
  await once(other, "listening");
  const what = `Port ${place.PORT}, meant for the web server, is in use: stop the program that has it, or set PORT`;
  expectOneSentence(await startUp(place).ended, what);
  other.close();
});

test("a file where the data folder should be stops it", async () => {
  const DATA_DIR = path.join(makeFolder(), "data");
  writeFileSync(DATA_DIR, "");
  const what = `The data folder ${DATA_DIR} cannot be made, because there is a file`;
  expectOneSentence(await startUp(await placeIn(DATA_DIR)).ended, what);
});

test("a database that is not whole stops it, and it is not written over", async () => {
  const DATA_DIR = makeFolder();
  const folder = path.join(DATA_DIR, "postgres");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "PG_VERSION"), "18\n");
  const what = `The database in ${folder} is damaged (it is not complete): put the folder back`;
  expectOneSentence(await startUp(await placeIn(DATA_DIR)).ended, what);
  expect(readFileSync(path.join(folder, "PG_VERSION"), "utf8")).toBe("18\n");
});
