import { expect, test } from "@playwright/test";
import { Caller, reasonOf } from "../support/caller";
import { MediaClient } from "../support/media-client";
import { identitiesIn } from "../support/media-server";
import { answerTo, knockWith } from "../support/signalling";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";
import { attends, callerFor } from "./meeting";

const AT_ONCE = { timeout: 5_000 };

test("the same seat on a second device is asked first; moving the call there ends the first", async () => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const phone = await attends(await Caller.opens(seat));
  await expect
    .poll(async () => (await clinician.caller.sees()).people)
    .toContainEqual(expect.objectContaining({ name: seat.name, isInside: true }));

  const laptop = await Caller.opens(seat);
  const asked = await laptop.asksToJoin();
  expect([reasonOf(asked.view), asked.entry]).toEqual(["elsewhere", null]);
  expect(phone.media.isOut).toBe(false);
  const seen = (await clinician.caller.sees()).people.find(({ seatId }) => seatId === seat.id);
  expect(seen).toMatchObject({ name: seat.name, onTwoDevices: true });

  const { ticket } = await laptop.getsTicket({ takeOver: true });
  const moved = await MediaClient.joins(ticket);
  await expect.poll(() => phone.media.isOut, AT_ONCE).toBe(true);
  expect(reasonOf(await phone.caller.sees())).toBe("elsewhere");
  expect(await answerTo(knockWith(phone.media.ticket))).toBe("403 elsewhere");
  await expect
    .poll(() => identitiesIn(clinician.callName), AT_ONCE)
    .toEqual([clinician.media.identity, moved.identity].sort());
  expect(moved.isOut).toBe(false);
  await Promise.all([clinician.media.leaves(), moved.leaves()]);
});

test("whoever holds nothing but a seat's number can't throw its owner out", async () => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const patient = await attends(await callerFor(room, "patient", "Samuel Reyes"));
  const stranger = await callerFor(await makeRoom(await makeOrganization()), "patient", "Eve");
  const { ticket } = await stranger.getsTicket();
  const [head, , signature] = ticket.split(".");
  for (const stolen of [patient.ticket, clinician.ticket]) {
    const [, body] = stolen.split(".");
    expect(await answerTo(knockWith(`${head}.${body}.${signature}`))).toBe("401 bad-ticket");
  }
  expect([patient.media.isOut, clinician.media.isOut]).toEqual([false, false]);
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});
