import { randomUUID } from "node:crypto";
import { z } from "zod";
import { load, type Request } from "@/bench/support/load";
import type { Row } from "@/bench/support/row";
import { acsConnection, acsRequest, signatureOf } from "@/e2e/support/acs";

const ROOMS = 200;
const SEATS_EACH = 5;
const WARM_SECONDS = 4;
const SECONDS = 8;
const TARGETS = { reads: 1_000, creates: 200 };
const TARGET_MS = 100;

const roomShape = z.object({ id: z.string() });

/**
 * What programs for ACS Rooms ask most, over TLS and signed as their clients sign it: single rooms
 * read, and rooms made with five people. The latency is that of half the target's load. The load
 * comes from the same two cores.
 */
export async function measureAcs(): Promise<Row[]> {
  const bodies = Array.from({ length: ROOMS }, () => JSON.stringify({ participants: roster() }));
  const target = "/rooms?api-version=2025-03-13";
  const ids = await Promise.all(Array.from({ length: ROOMS }, () => makeRoom(target)));
  const reads = ids.map((id) => signed("GET", `/rooms/${id}?api-version=2025-03-13`));
  const creates = bodies.map((body) => signed("POST", target, body));
  return [
    ...(await rowsOf("rooms read", reads, TARGETS.reads)),
    ...(await rowsOf("rooms made with five people", creates, TARGETS.creates)),
  ];
}

async function rowsOf(what: string, requests: Request[], target: number): Promise<Row[]> {
  const { endpoint, ca } = acsConnection();
  await load(endpoint, requests, WARM_SECONDS, { ca });
  const full = await load(endpoint, requests, SECONDS, { ca });
  const half = await load(endpoint, requests, SECONDS, { ca, perSecond: target / 2 });
  return [
    { what: `ACS: ${what}`, value: full.perSecond, unit: "/s", target: { atLeast: target } },
    {
      what: `ACS: ${what}, p99 at ${target / 2} a second`,
      value: half.p99Ms,
      unit: "ms",
      target: { atMost: TARGET_MS },
      note: `${Math.round(half.perSecond)} a second were answered`,
    },
  ];
}

function roster(): Record<string, { role: string }> {
  const ids = Array.from({ length: SEATS_EACH }, () => `8:acs:${randomUUID()}_${randomUUID()}`);
  return Object.fromEntries(
    ids.map((id, index) => [id, { role: index ? "Attendee" : "Presenter" }]),
  );
}

function signed(method: Request["method"], path: string, body = ""): Request {
  const headers = {
    "content-type": "application/json",
    ...signatureOf(method, path, Buffer.from(body)),
  };
  return { method, path, headers, ...(body && { body }) };
}

async function makeRoom(target: string): Promise<string> {
  const { json } = await acsRequest({ method: "POST", target, body: {} });
  return roomShape.parse(json).id;
}
