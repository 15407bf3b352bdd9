import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildApiWorld } from "@/lib/testing/api-builder";
import { startApiServer } from "@/lib/testing/api-server";
import { useDatabase } from "@/lib/testing/database";
import { describeReference } from "./describe-reference";
import { variableOf } from "./write-samples";

useDatabase();

// Each sample starts a program of its own.
vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), "samples-"));
let server: Awaited<ReturnType<typeof startApiServer>>;

beforeAll(async () => {
  server = await startApiServer();
  // A failure of the API is a failure of curl then.
  writeFileSync(path.join(folder, ".curlrc"), "fail-with-body\nsilent\nshow-error\n");
});

afterAll(() => server.close());

/** What the samples take from the environment, in an organization of their own. */
async function variables(): Promise<Record<string, string>> {
  const { secret, ownerId, params } = await buildApiWorld();
  const ids = Object.entries(params).map(([name, id]) => [variableOf(name), id] as const);
  return {
    ...{ ROSTRUM_URL: server.url, ROSTRUM_KEY: secret, CURL_HOME: folder, MEMBER_ID: ownerId },
    ...Object.fromEntries(ids),
  };
}

async function runAs(program: string, args: string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: "", ...(await variables()) };
  return (await run(program, args, { env })).stdout;
}

const runCurl = (text: string) => runAs("bash", ["-c", text]);

function runScript(name: string, text: string): Promise<string> {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return runAs(process.execPath, [file]);
}

const operations = describeReference().areas.flatMap((area) => area.operations);

describe.each(operations.map((one) => [one.id, one] as const))("%s", (id, { samples, answer }) => {
  test("its sample for curl does what it says", async () => {
    const printed = await runCurl(samples.curl);
    if (answer.type === null) expect(printed).toBe("");
    else expect(JSON.parse(printed)).toBeInstanceOf(Object);
  });

  test("its sample in JavaScript does what it says", async () => {
    expect((await runScript(id, samples.javascript)) === "").toBe(answer.type === null);
  });
});

test("no sample repeats the request of another: each has a key of its own", () => {
  const texts = operations.flatMap(({ samples }) => [samples.curl, samples.javascript]);
  const keys = texts.flatMap((text) => /Idempotency-Key\W+([\w-]+)/.exec(text)?.[1] ?? []);
  expect(keys.length).toBeGreaterThan(10);
  expect(new Set(keys).size).toBe(keys.length);
});

describe("the README", () => {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../../README.md"), "utf8");
  const samplesIn = (language: string) =>
    [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))]
      .map(([, code = ""]) => code)
      .filter((code) => code.includes("ROSTRUM_KEY"));

  test("has samples that do what they say", async () => {
    const [curl, script] = [samplesIn("sh"), samplesIn("js")];
    expect([curl.length, script.length]).toEqual([1, 1]);
    for (const code of curl) expect(JSON.parse(await runCurl(code))).toHaveProperty("items");
    for (const code of script) expect(await runScript("readme", code)).toContain("items");
  });
});
