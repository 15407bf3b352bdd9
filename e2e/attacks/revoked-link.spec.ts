import { expect, test } from "@playwright/test";
import { Caller, reasonOf } from "../support/caller";
import { environment } from "../support/environment";
import { MediaClient } from "../support/media-client";
import { identitiesIn } from "../support/media-server";
import { answerTo, knockWith, validity } from "../support/signalling";
import { makeKey, makeLink, makeOrganization, makeRoom, makeSeat } from "../support/world";
import { attends, callerFor, type Attendance } from "./meeting";

const AT_ONCE = { timeout: 5_000 };

/** A visit that a clinician is in, and a patient who has two links. */
async function makeVisit() {
  const organization = await makeOrganization();
  const room = await makeRoom(organization);
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const [forwarded, own] = [await makeLink(seat.id), await makeLink(seat.id)];
  const key = await makeKey(organization);

  /** Revokes the forwarded link, as the organization's own program does. */
  async function revokeForwarded(): Promise<void> {
    const path = `/api/v1/rooms/${room.id}/seats/${seat.id}/links/${forwarded.linkId}`;
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(environment.baseUrl + path, { method: "DELETE", headers });
    expect(answer.status).toBe(204);
  }

  /** A new device of whoever holds that link. */
  const opens = ({ link }: { link: string }) => Caller.opens({ ...seat, link });
  return { clinician, forwarded, own, opens, revokeForwarded };
}

const seesIntrusions = async ({ caller }: Attendance) =>
  (await caller.sees()).intrusions.map(({ why }) => why);

test("whoever is in by a link that is revoked is out at once, and no ticket of theirs is a way back", async () => {
  const { clinician, forwarded, own, opens, revokeForwarded } = await makeVisit();
  const stranger = await attends(await opens(forwarded));
  const { ticket: unused } = await stranger.caller.getsTicket();
  const tickets = { first: stranger.ticket, unused, pushed: stranger.media.ticket };
  for (const [what, ticket] of Object.entries(tickets)) {
    expect(await validity(ticket), `${what}, before`).toBe("200 success");
  }

  await revokeForwarded();
  await expect.poll(() => stranger.media.isOut, AT_ONCE).toBe(true);
  await expect
    .poll(() => identitiesIn(clinician.callName), AT_ONCE)
    .toEqual([clinician.media.identity]);
  for (const [what, ticket] of Object.entries(tickets)) {
    expect(await answerTo(knockWith(ticket)), what).toBe("403 not-invited");
    expect(await validity(ticket), what).toBe("403 not-invited");
  }
  const { view, entry } = await stranger.caller.asksToJoin({ takeOver: true });
  expect([reasonOf(view), view.linkOwner, entry]).toEqual([
    "not-invited",
    expect.stringMatching(/^s…@/),
    null,
  ]);
  expect(await seesIntrusions(clinician)).toEqual([]);

  const rightful = await opens(own);
  await expect.poll(async () => (await rightful.sees()).decision.kind, AT_ONCE).toBe("admit");
  const patient = await attends(rightful);
  expect(await identitiesIn(clinician.callName)).toContain(patient.media.identity);
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});

test("a ticket that was got before its link was revoked, and used after, opens nothing", async () => {
  const { clinician, forwarded, opens, revokeForwarded } = await makeVisit();
  const { ticket } = await (await opens(forwarded)).getsTicket();
  await revokeForwarded();
  expect(await answerTo(knockWith(ticket))).toBe("403 not-invited");
  await expect(MediaClient.joins(ticket)).rejects.toThrow();
  expect(await identitiesIn(clinician.callName)).toEqual([clinician.media.identity]);
  await clinician.media.leaves();
});

test("whoever came by another link of the same seat stays, and keeps their ticket", async () => {
  const { clinician, own, opens, revokeForwarded } = await makeVisit();
  const patient = await attends(await opens(own));
  await patient.media.sendsPicture();
  await clinician.media.expectMovingPicture();
  await revokeForwarded();
  await clinician.media.expectMovingPicture();
  expect(patient.media.isOut).toBe(false);
  expect(await validity(patient.media.ticket)).toBe("200 success");
  expect(reasonOf(await patient.caller.sees())).toBe("admit");
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});
