import { attends, callerFor, type Attendance } from "../attacks/meeting";
import { reasonOf, type Caller } from "../support/caller";
import { sql } from "../support/database";
import { environment } from "../support/environment";
import { MediaClient } from "../support/media-client";
import { callExists, forgeTicket, identitiesIn } from "../support/media-server";
import { answerTo, knockWith } from "../support/signalling";
import { makeOrganization, makeRoom } from "../support/world";
import { expectNothingEnded } from "./expect-nothing-ended";
import { expect, test } from "./fixtures";

// One after the other, on one product: each test kills something and brings it back.
test.describe.configure({ mode: "default" });

/** What the conductor leaves undone it has done five seconds later; a busy machine gets some more. */
const SOON = { timeout: 15_000 };

/** Comes in past the gate, so that nothing but the media server holds their connection. */
async function attendsDirectly(caller: Caller): Promise<Attendance> {
  const { ticket, callName } = await caller.getsTicket();
  const media = await MediaClient.joinsAt(environment.livekitUrl, ticket);
  return { caller, callName, ticket, media };
}

/** A visit in which a clinician and a patient see each other. */
async function makeCall() {
  const room = await makeRoom(await makeOrganization());
  const clinician = await attendsDirectly(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const patient = await attendsDirectly(await callerFor(room, "patient", "Samuel Reyes"));
  await Promise.all([clinician.media.sendsPicture(), patient.media.sendsPicture()]);
  await expectSeeingEachOther(clinician, patient);
  return { room, clinician, patient, callName: clinician.callName };
}

async function expectSeeingEachOther(...people: Attendance[]): Promise<void> {
  await Promise.all(people.map(({ media }) => media.expectMovingPicture()));
}

test("our own process is killed in a call: the call goes on, and the conductor picks up", async ({
  product,
}) => {
  const { room, clinician, patient, callName } = await makeCall();
  await product.web.kill();
  await expectSeeingEachOther(clinician, patient);
  // Whoever was removed while nobody watched is put out by the process that comes.
  await sql("UPDATE seats SET removed_at = now() WHERE id = $1", [patient.caller.seat.id]);
  await product.web.start();
  await expect.poll(() => identitiesIn(callName), SOON).toEqual([clinician.media.identity]);
  await expectNothingEnded(room);
  expect(clinician.media.isOut).toBe(false);
  await clinician.media.leaves();
});

test("the database is away: the call goes on, new joins are told to wait, and nothing is ended", async ({
  product,
}) => {
  const { room, clinician, patient, callName } = await makeCall();
  const late = await callerFor(room, "interpreter", "Noor Haddad");
  const { ticket } = await late.getsTicket();

  await product.database.stop();
  const refused = await late.presses("join");
  expect([refused.status(), await refused.json()]).toMatchObject([
    503,
    { code: "database-unreachable" },
  ]);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await answerTo(knockWith(ticket))).toBe("503 database-unreachable");
  const health = await fetch(`${environment.baseUrl}/healthz`);
  const readiness = await fetch(`${environment.baseUrl}/readyz`);
  expect([health.status, readiness.status]).toEqual([200, 503]);
  await expectSeeingEachOther(clinician, patient);

  await product.database.start();
  await expect.poll(async () => (await late.presses("join")).status(), SOON).toBe(200);
  const joined = await attends(late);
  await expectNothingEnded(room);
  expect(await identitiesIn(callName)).toHaveLength(3);
  await expectSeeingEachOther(clinician, patient);
  await Promise.all([clinician, patient, joined].map(({ media }) => media.leaves()));
});

test("a process that dies while it ends calls leaves none of them open", async ({ product }) => {
  await product.worker.start();
  const closesInSeconds = 14;
  const rooms = await Promise.all(
    Array.from({ length: 6 }, async () => makeRoom(await makeOrganization(), { closesInSeconds })),
  );
  const people = await Promise.all(
    rooms.map(async (room) => attends(await callerFor(room, "clinician", "Dr Mira Halloran"))),
  );
  const names = people.map(({ callName }) => callName);
  const isAnyEnded = async () => {
    const ended = await sql("SELECT id FROM calls WHERE name = ANY($1) AND ended_at IS NOT NULL", [
      names,
    ]);
    return ended.length > 0;
  };
  await expect.poll(isAnyEnded, { timeout: 30_000, intervals: [10] }).toBe(true);
  await product.web.kill();

  for (const name of names) await expect.poll(() => callExists(name), SOON).toBe(false);
  await product.web.start();
  await product.worker.stop();
  for (const { caller } of people) expect(reasonOf(await caller.sees())).toBe("too-late");
});

test("an intruder is put out by whichever process is left", async ({ product }) => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  await product.worker.start();
  await product.web.kill();
  const rogue = await MediaClient.joinsAt(
    environment.livekitUrl,
    await forgeTicket(clinician.callName, "eve"),
  );
  await expect.poll(() => rogue.isOut, SOON).toBe(true);
  await product.worker.stop();
  await product.web.start();
  const told = (await clinician.caller.sees()).intrusions.map(({ why }) => why);
  expect(told).toEqual(["unknown"]);
  await clinician.media.leaves();
});
