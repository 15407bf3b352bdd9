import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { useFolders } from "../testing/folders.mjs";
import { usePrograms } from "../testing/programs.mjs";
import { inTurn } from "./in-turn.mjs";

const makeFolder = useFolders();
const runProgram = usePrograms();

const here = (file) => pathToFileURL(path.join(import.meta.dirname, file));

/**
 * A program that adds 1 to a number in a file when it is its turn, and takes for it until all the
 * others want to do the same.
 */
const COUNT = `
  import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
  import { inTurn } from "${here("in-turn.mjs")}";
  import { waitUntil } from "${here("wait-until.mjs")}";
  const { FOLDER: folder, NAME: name, OTHERS: others } = process.env;
  const file = folder + "/number";
  const waiting = (one) => folder + "/" + one + " waits";
  const doAllWait = () => others.split(",").every((one) => existsSync(waiting(one)));
  const wait = () => writeFileSync(waiting(name), "");
  for (let turn = 0; turn < 5; turn += 1) {
    await inTurn("counting", wait, async () => {
      rmSync(waiting(name), { force: true });
      const before = Number(readFileSync(file, "utf8"));
      if (!(await waitUntil(doAllWait, 30_000))) throw new Error("not the only one");
      writeFileSync(file, String(before + 1));
    }, folder);
  }
  wait();
`;

test("three processes that do the same work do it one after another", async () => {
  const folder = makeFolder();
  writeFileSync(path.join(folder, "number"), "0");
  const program = path.join(folder, "count.mjs");
  writeFileSync(program, COUNT);
  const names = ["first", "second", "third"];
  const counting = names.map((name) => {
    const others = names.filter((other) => other !== name).join();
    const env = { FOLDER: folder, NAME: name, OTHERS: others };
    return runProgram(program, { env }).ended;
  });
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
