import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { useFolders } from "../testing/folders.mjs";
import { usePrograms } from "../testing/programs.mjs";
import { inTurn } from "./in-turn.mjs";

const makeFolder = useFolders();
const runProgram = usePrograms();

/** A program that adds 1 to a number in a file, slowly, when it is its turn. */
const COUNT = `
  import { readFileSync, writeFileSync } from "node:fs";
  import { inTurn } from "${pathToFileURL(path.join(import.meta.dirname, "in-turn.mjs"))}";
  const folder = process.env.FOLDER;
  const file = folder + "/number";
  for (let turn = 0; turn < 5; turn += 1) {
    await inTurn("counting", () => {}, async () => {
      const before = Number(readFileSync(file, "utf8"));
      await new Promise((resolve) => setTimeout(resolve, 20));
      writeFileSync(file, String(before + 1));
    }, folder);
  }
`;

test("three processes that do the same work do it one after another", async () => {
  const folder = makeFolder();
  writeFileSync(path.join(folder, "number"), "0");
  const program = path.join(folder, "count.mjs");
  writeFileSync(program, COUNT);
  const counting = [1, 2, 3].map(() => runProgram(program, { env: { FOLDER: folder } }).ended);
  expect(await Promise.all(counting)).toEqual(Array(3).fill({ code: 0, output: "" }));
  expect(readFileSync(path.join(folder, "number"), "utf8")).toBe("15");
});

test("what a killed process held is free, and what a failure held too", async () => {
  const folder = makeFolder();
  const gone = { pid: process.pid, identity: "of an earlier process with this id" };
  writeFileSync(path.join(folder, "some-work.turn"), JSON.stringify(gone));
  const fail = () => Promise.reject(new Error("no"));
  await expect(inTurn("some work", () => {}, fail, folder)).rejects.toThrow("no");
  expect(
    await inTurn(
      "some work",
      () => {},
      async () => "done",
      folder,
    ),
  ).toBe("done");
});
