import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readAcsRequest } from "@/lib/acs/acs-request";
import { answerRequest } from "@/lib/acs/answer-request";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { useDatabase, useSecondDatabase } from "@/lib/testing/database";
import { FakeCalls } from "@/lib/testing/fake-calls";
import { useWorkerProcesses } from "@/lib/testing/worker-process";

// Each run is a process that starts.
vi.setConfig({ testTimeout: 120_000 });

/** More than a page. */
const ROOMS = 34;

// The wire of the first installation, on a port of its own. The second is a program that moves in.
const server = createServer((request, response) => void serve(request, response));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.ACS_PUBLIC_URL = address;

useDatabase();
const second = useSecondDatabase();
const programs = useWorkerProcesses("lib/moving/main.ts");

/** What stands in the way of each request for a roster. */
let beforeRoster: (nth: number) => Promise<void> | void = () => undefined;
let rostersAsked = 0;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.includes("/participants")) await beforeRoster((rostersAsked += 1));
  const outside = { calls: new FakeCalls(), announce: () => undefined };
  const { status, headers, body } = await answerRequest(await readAcsRequest(request), outside);
  response.writeHead(status, headers).end(body === undefined ? "" : JSON.stringify(body));
}

let source: Awaited<ReturnType<typeof buildAcsWorld>>;
let target: pg.Client;

beforeAll(async () => {
  source = await buildAcsWorld();
  for (let nth = 0; nth < ROOMS; nth += 1) {
    await source.rooms("POST", "", {
      validFrom: "2026-12-01T10:00:00.1234567Z",
      validUntil: "2027-03-01T10:00:00Z",
      pstnDialOutEnabled: nth % 2 === 0,
      participants: {
        [source.someone()]: { role: "Presenter" },
        [source.someone()]: { role: "Collaborator" },
      },
    });
  }
  target = new pg.Client({ connectionString: second.url() });
  await target.connect();
  await target.query(
    `INSERT INTO organizations (id, name, slug, kind, time_zone)
     VALUES (uuidv7(), 'Hillside', 'hillside', 'clinic', 'Europe/Berlin')`,
  );
}, 120_000);

afterAll(async () => {
  await target.end();
  server.close();
});

/** Starts the command; `said` is what it prints until it ends. */
function moveIn(...args: string[]) {
  const key = source.resource.keys.primary.toString("base64");
  return moveInFrom(`endpoint=${address}/;accesskey=${key}`, ...args);
}

function moveInFrom(from: string, ...args: string[]) {
  const child = programs.start({ DATABASE_URL: second.url(), MOVE_IN_FROM: from }, args);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => void (said += text));
  }
  return { child, ended: once(child, "close").then(([code]) => ({ code, said })) };
}

const HERE = ["--organization", "hillside"];

async function moved() {
  const { rows } = await target.query<{ acsId: string; roster: string[] }>(
    `SELECT r.acs_id AS "acsId", array_agg(u.raw_id || ' ' || s.role ORDER BY u.raw_id) AS roster
     FROM rooms r JOIN seats s ON s.room_id = r.id JOIN acs_users u ON u.person_id = s.person_id
     GROUP BY r.acs_id ORDER BY r.acs_id`,
  );
  return rows;
}

test("a wrong organization or connection string is said, and nothing is done", async () => {
  const unknown = await moveIn("--organization", "nobody").ended;
  expect(unknown).toMatchObject({
    code: 1,
    said: `There is no organization "nobody". There is: hillside.\n`,
  });
  const mistyped = await moveIn("--organisation", "hillside").ended;
  expect(mistyped).toMatchObject({ code: 1, said: expect.stringMatching(/^Usage: .*\n$/) });
  const wrong = await moveInFrom("endpoint=x", ...HERE).ended;
  expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining("connection string") });
  expect(await moved()).toEqual([]);
});

test("a source that will not have us leaves nothing behind", async () => {
  const { code, said } = await moveInFrom(`endpoint=${address}/;accesskey=QUJD`, ...HERE).ended;
  expect([code, said]).toEqual([1, expect.stringMatching(/can't be read: 401 .*Denied/)]);
  expect(said).toContain("0 created, 0 unchanged, 0 skipped");
  expect((await target.query("SELECT FROM acs_resources")).rowCount).toBe(0);
});

test("a dry run says what would be created, and creates nothing", async () => {
  const { code, said } = await moveIn(...HERE, "--dry-run").ended;
  expect([code, said]).toEqual([
    0,
    expect.stringContaining(`${ROOMS} would be created, 0 unchanged, 0 skipped`),
  ]);
  expect(await moved()).toEqual([]);
  expect((await target.query("SELECT FROM acs_resources")).rowCount).toBe(0);
});

test("a run that is killed in the middle is gone on with, and a third changes nothing", async () => {
  const first = moveIn(...HERE);
  const asked = rostersAsked;
  // The seventh roster is never answered: the program dies while it waits.
  await new Promise<void>((resolve) => {
    beforeRoster = (nth) => {
      if (nth !== asked + 7) return;
      resolve();
      return new Promise(() => undefined);
    };
  });
  await programs.kill(first.child);
  beforeRoster = () => undefined;
  expect(await moved()).toHaveLength(6);

  const rest = await moveIn(...HERE).ended;
  expect(rest.said).toContain(`${ROOMS - 6} created, 6 unchanged, 0 skipped`);
  const all = await moved();
  const again = await moveIn(...HERE).ended;
  expect(again.said).toContain(`0 created, ${ROOMS} unchanged, 0 skipped`);
  expect(await moved()).toEqual(all);
});

test("a room that is deleted there while the command runs is left out, and the run goes on", async () => {
  const before = await moved();
  const { id } = (await source.rooms("POST", "", {})).json;
  beforeRoster = async () => void (await source.rooms("DELETE", `/${id}`));
  const { code, said } = await moveIn(...HERE).ended;
  beforeRoster = () => undefined;
  expect([code, said]).toEqual([0, expect.stringContaining(`skipped    ${id}  gone-meanwhile`)]);
  expect(said).toContain(`0 created, ${ROOMS} unchanged, 1 skipped`);
  expect(await moved()).toEqual(before);
});

test("rooms keep their ids, times, flags and rosters, and their users may get tokens", async () => {
  const { json } = await source.rooms("GET");
  const [room] = json.value as { id: string; validFrom: string; pstnDialOutEnabled: boolean }[];
  const roster = (await source.rooms("GET", `/${room?.id}/participants`)).json.value as {
    rawId: string;
    role: string;
  }[];
  const here = (await moved()).find(({ acsId }) => acsId === room?.id);
  expect(here?.roster).toEqual(
    roster.map(({ rawId, role }) => `${rawId} ${role.toLowerCase()}`).sort(),
  );
  const { rows } = await target.query(
    `SELECT w.valid_from, w.pstn_dial_out_enabled, r.title FROM acs_rooms w
     JOIN rooms r ON r.id = w.room_id WHERE r.acs_id = $1`,
    [room?.id],
  );
  expect(rows).toEqual([
    {
      valid_from: "2026-12-01T10:00:00.1234567",
      pstn_dial_out_enabled: room?.pstnDialOutEnabled,
      title: `Room ${room?.id}`,
    },
  ]);
  const origins = await target.query("SELECT DISTINCT origin::text FROM acs_users");
  expect(origins.rows).toEqual([{ origin: "import" }]);
});
