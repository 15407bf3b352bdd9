import { expect, test } from "@playwright/test";
import { Caller, reasonOf } from "../support/caller";
import { sql } from "../support/database";
import { environment } from "../support/environment";
import { MediaClient } from "../support/media-client";
import { callExists, forgeTicket } from "../support/media-server";
import { answerTo, knockWith } from "../support/signalling";
import { makeMember, makeOrganization, makeRoom, makeSeat, type Room } from "../support/world";
import { callerFor, makeMeeting, type Attendance } from "./meeting";

/** Two seconds after the end is the promise; a busy machine gets some more. */
const AT_THE_END = { timeout: 6_000 };

/** The media server's own address: what lies behind the gate. */
const whip = (ticket: string) =>
  fetch(`${environment.livekitUrl}/whip/v1`, {
    method: "POST",
    headers: { authorization: `Bearer ${ticket}`, "content-type": "application/sdp" },
    body: OFFER,
  });

const OFFER = [
  ...["v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=group:BUNDLE 0"],
  ...["m=audio 9 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 0.0.0.0", "a=mid:0", "a=sendonly"],
  ...["a=ice-ufrag:abcd", "a=ice-pwd:abcdefghijklmnopqrstuvwx", "a=setup:actpass", "a=rtcp-mux"],
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => "AB").join(":")}`,
  ...["a=rtpmap:111 opus/48000/2", "a=msid:a b", "a=ssrc:1 cname:a", ""],
].join("\r\n");

/** Everybody is out, the call is gone, and no ticket of it opens anything. */
async function expectOver(people: Attendance[], reason: string): Promise<void> {
  const [first] = people;
  if (!first) throw new Error("nobody was there");
  for (const { media } of people) await expect.poll(() => media.isOut, AT_THE_END).toBe(true);
  await expect.poll(() => callExists(first.callName), AT_THE_END).toBe(false);
  for (const { ticket, media, caller } of people) {
    for (const old of [ticket, media.ticket]) {
      expect(await answerTo(knockWith(old))).toBe(`403 ${reason}`);
    }
    await expect(MediaClient.joins(media.ticket)).rejects.toThrow();
    const { view, entry } = await caller.asksToJoin();
    expect([reasonOf(view), entry]).toEqual([reason, null]);
  }
  expect(await callExists(first.callName)).toBe(false);
}

const closesAtOf = async ({ id }: Room) => {
  const [row] = await sql<{ closes_at: Date }>("SELECT closes_at FROM rooms WHERE id = $1", [id]);
  return row?.closes_at.getTime() ?? 0;
};

test("at the end of the window everybody is out, and nothing brings the call back", async () => {
  const { clinician, patient, callName } = await makeMeeting({ closesInSeconds: 12 });
  await expect
    .poll(async () => reasonOf(await patient.caller.sees()), { timeout: 20_000 })
    .toBe("too-late");
  await expectOver([clinician, patient], "too-late");

  // Whoever gets past the gate opens the call again; it does not stay.
  const revived = await whip(await forgeTicket(callName, patient.media.identity));
  expect(revived.status).toBe(201);
  await expect.poll(() => callExists(callName), { timeout: 12_000 }).toBe(false);
  expect(await answerTo(knockWith(patient.media.ticket))).toBe("403 too-late");
});

test("joins that are on their way at the end don't keep the call alive", async () => {
  const { room, clinician, patient, callName } = await makeMeeting();
  const tickets = await Promise.all(
    Array.from({ length: 6 }, async (_, nth) => {
      const caller = await callerFor(room, "helper", `Helper ${nth}`);
      return (await caller.getsTicket()).ticket;
    }),
  );
  const ending = clinician.caller.does("end");
  const knocks = await Promise.all(tickets.map((ticket) => answerTo(knockWith(ticket))));
  await ending;
  for (const answer of knocks)
    expect(["open", "403 ended", "503 call-unreachable"]).toContain(answer);
  await expectOver([clinician, patient], "ended");
  await expect.poll(() => callExists(callName), AT_THE_END).toBe(false);
});

test("a presenter adds time, but not into their next visit, and nobody else adds any", async () => {
  const organization = await makeOrganization();
  const room = await makeRoom(organization, { closesInSeconds: 600 });
  const clinicianSeat = await makeSeat(room, "clinician", "Dr Mira Halloran");
  const clinician = await Caller.opens(clinicianSeat);
  const patient = await callerFor(room, "patient", "Samuel Reyes");
  const before = await closesAtOf(room);

  expect((await patient.presses("extend", { minutes: 5 })).status()).toBe(403);
  expect((await clinician.presses("extend", { minutes: 60 })).status()).toBe(422);
  await clinician.does("extend", { minutes: 5 });
  expect(await closesAtOf(room)).toBe(before + 5 * 60_000);
  expect((await patient.sees()).room?.closesAt).toBe(new Date(before + 5 * 60_000).toISOString());

  const next = await makeRoom(organization, { opensInSeconds: 600 + 5 * 60 + 8 * 60 });
  await sql(
    `INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
     SELECT uuidv7(), organization_id, $1, person_id, role, capacity FROM seats WHERE id = $2`,
    [next.id, clinicianSeat.id],
  );
  for (const minutes of [10, 15]) {
    const refused = await clinician.presses("extend", { minutes });
    expect([refused.status(), await refused.json()]).toMatchObject([
      409,
      { code: "next-room-too-close" },
    ]);
  }
  await clinician.does("extend", { minutes: 5 });
  expect(await closesAtOf(room)).toBe(before + 10 * 60_000);
});

test("an extended call goes on past its first end", async () => {
  const { room, clinician, patient, callName } = await makeMeeting({ closesInSeconds: 15 });
  const first = await closesAtOf(room);
  await clinician.caller.does("extend", { minutes: 5 });
  await expect.poll(() => Date.now(), { timeout: 30_000 }).toBeGreaterThan(first + 3_000);
  expect([clinician.media.isOut, patient.media.isOut]).toEqual([false, false]);
  expect(await callExists(callName)).toBe(true);
  await clinician.media.expectMovingPicture();
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});

test("ended early by the host it is over for everybody; a patient can't end it", async () => {
  const { clinician, patient } = await makeMeeting();
  expect((await patient.caller.presses("end")).status()).toBe(403);
  expect(patient.media.isOut).toBe(false);
  await clinician.caller.does("end");
  await expectOver([clinician, patient], "ended");
});

test("a window that is made shorter while the call runs ends it at the new time", async ({
  browser,
}) => {
  const { room, clinician, patient } = await makeMeeting({ opensInSeconds: -150 });
  const owner = await makeMember({ id: room.organizationId, name: "" });
  const page = await browser.newPage();
  await page
    .context()
    .addCookies([{ name: "session", value: owner.sessionToken, url: environment.baseUrl }]);
  await page.goto(`${environment.baseUrl}/rooms/${room.id}/edit`);
  await page.getByLabel("Length in minutes").fill("3");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const ends = (await clinician.caller.sees()).room?.closesAt ?? "";
  expect(Date.parse(ends) - Date.now()).toBeLessThan(35_000);
  await expect
    .poll(async () => reasonOf(await patient.caller.sees()), { timeout: 40_000 })
    .toBe("too-late");
  await expectOver([clinician, patient], "too-late");
  await page.context().close();
});
