import path from "node:path";
import { expect, test } from "vitest";
import { Processes } from "../start/processes.mjs";
import { useFolders } from "../testing/folders.mjs";
import { putProgram } from "../testing/put-program.mjs";
import { findChromium } from "./find-chromium.mjs";

const makeFolder = useFolders();

const find = (environment) => findChromium(new Processes(), () => {}, environment);

test("without a browser, one sentence says how to get one", async () => {
  await expect(find({ PATH: makeFolder() })).rejects.toThrow(
    /^Chromium was not found: install it \(.+\), or set CHROMIUM to a browser's path \(.+\)\.$/,
  );
});

test("a CHROMIUM that is not there is named", async () => {
  const CHROMIUM = path.join(makeFolder(), "chromium");
  await expect(find({ CHROMIUM, PATH: process.env.PATH })).rejects.toThrow(
    `CHROMIUM is ${CHROMIUM}, where there is nothing`,
  );
});

test("an installation that brings nothing ends in the same sentence", async () => {
  const folder = makeFolder();
  putProgram(folder, "apt-get", "exit 100");
  await expect(find({ PATH: folder })).rejects.toThrow(/^Chromium was not found/);
});

test("the named one wins over the one on the path", async () => {
  const folder = makeFolder();
  const onPath = putProgram(folder, "chromium", "");
  const CHROMIUM = putProgram(folder, "another", "");
  expect(await find({ PATH: folder })).toBe(onPath);
  expect(await find({ PATH: folder, CHROMIUM })).toBe(CHROMIUM);
});
