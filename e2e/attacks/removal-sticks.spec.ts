import { expect, test } from "@playwright/test";
import { Caller, reasonOf } from "../support/caller";
import { MediaClient } from "../support/media-client";
import { callExists, forgeTicket, identitiesIn } from "../support/media-server";
import { answerTo, knock, knockWith, validity } from "../support/signalling";
import { environment } from "../support/environment";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";
import { attends, callerFor, makeMeeting } from "./meeting";

/** How long "at once" may take on a busy machine. */
const AT_ONCE = { timeout: 5_000 };

test("whoever is removed is out at once, and none of their tickets opens anything any more", async () => {
  const { clinician, patient, callName } = await makeMeeting();
  const { ticket: unused } = await patient.caller.getsTicket();
  const pushed = patient.media.ticket;
  expect(pushed).not.toBe(patient.ticket);
  const tickets = { first: patient.ticket, unused, pushed };
  for (const [what, ticket] of Object.entries(tickets)) {
    expect(await validity(ticket), `${what}, before`).toBe("200 success");
  }

  await clinician.caller.does("remove", { seatId: patient.caller.seat.id, reason: "Wrong room" });
  await expect.poll(() => patient.media.isOut, AT_ONCE).toBe(true);
  await expect.poll(() => identitiesIn(callName), AT_ONCE).toEqual([clinician.media.identity]);
  const framesAtTheEnd = clinician.media.framesSeen;

  for (const [what, ticket] of Object.entries(tickets)) {
    expect(await answerTo(knockWith(ticket)), what).toBe("403 removed");
    expect(await answerTo(knock(`/rtc?access_token=${ticket}`)), what).toBe("403 removed");
    expect(await validity(ticket), what).toBe("403 removed");
  }
  await expect(MediaClient.joins(pushed)).rejects.toThrow();
  expect(reasonOf((await patient.caller.asksToJoin()).view)).toBe("removed");
  expect(await identitiesIn(callName)).toEqual([clinician.media.identity]);
  expect(clinician.media.framesSeen - framesAtTheEnd).toBeLessThan(10);
  await clinician.media.leaves();
});

test("a removed person's other devices are no way back", async () => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const seat = await makeSeat(room, "patient", "Samuel Reyes");
  const phone = await Caller.opens(seat);
  const { ticket: ofPhone } = await phone.getsTicket();
  expect(await validity(ofPhone)).toBe("200 success");
  const laptop = await Caller.opens(seat);
  const { ticket: ofLaptop, callName } = await laptop.getsTicket({ takeOver: true });
  const inside = await MediaClient.joins(ofLaptop);

  await clinician.caller.does("remove", { seatId: seat.id, reason: "" });
  await expect.poll(() => inside.isOut, AT_ONCE).toBe(true);
  for (const ticket of [ofPhone, ofLaptop]) {
    expect(await answerTo(knockWith(ticket))).toBe("403 removed");
  }
  const unheardOf = await Caller.opens(seat);
  for (const device of [phone, laptop, unheardOf]) {
    const { view, entry } = await device.asksToJoin({ takeOver: true });
    expect([reasonOf(view), entry]).toEqual(["removed", null]);
  }
  expect(await identitiesIn(callName)).toEqual([clinician.media.identity]);
  await clinician.media.leaves();
});

test("whoever was offline while they were removed doesn't come back with the line", async () => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const patient = await callerFor(room, "patient", "Samuel Reyes");
  const { ticket, callName } = await patient.getsTicket();
  const came = await knockWith(ticket);
  if (!came.open) throw new Error(came.code);
  const { participant } = await came.line.welcome();
  const resume = { sid: participant?.sid ?? "" };
  const pushed = await came.line.pushedTicket();

  came.line.cut();
  expect(await answerTo(knockWith(pushed, resume)), "the line comes back").toBe("open");

  await clinician.caller.does("remove", { seatId: patient.seat.id, reason: "" });
  expect(await answerTo(knockWith(pushed, resume))).toBe("403 removed");
  expect(await answerTo(knockWith(pushed))).toBe("403 removed");
  expect(await answerTo(knock(`/rtc?access_token=${pushed}&reconnect=1&sid=${resume.sid}`))).toBe(
    "403 removed",
  );
  await expect.poll(() => identitiesIn(callName), AT_ONCE).toEqual([clinician.media.identity]);
  await clinician.media.leaves();
});

test("a second name under the same ticket doesn't outlive a removal, since there is none", async () => {
  const { clinician, patient, callName } = await makeMeeting();
  const pushed = patient.media.ticket;
  const suffixed = `${patient.media.identity}#again`;
  expect(await answerTo(knock(`/rtc?access_token=${pushed}&publish=again`))).toBe(
    "400 bad-request",
  );
  const forged = await forgeTicket(callName, suffixed);
  expect(await answerTo(knockWith(forged))).toBe("403 foreign-rights");
  await clinician.caller.does("remove", { seatId: patient.caller.seat.id, reason: "" });
  expect(await answerTo(knock(`/rtc?access_token=${pushed}&publish=again`))).toBe(
    "400 bad-request",
  );
  expect(await answerTo(knockWith(forged))).toBe("403 foreign-rights");
  await expect.poll(() => identitiesIn(callName), AT_ONCE).toEqual([clinician.media.identity]);
  await clinician.media.leaves();
});

test("the doors that LiveKit has besides its signalling are none of ours", async () => {
  const { clinician, patient } = await makeMeeting();
  for (const path of ["/whip/v1", "/whip", "/twirp/livekit.RoomService/ListRooms", "/agent"]) {
    const answer = await fetch(environment.baseUrl + path, {
      method: "POST",
      headers: {
        authorization: `Bearer ${patient.media.ticket}`,
        "content-type": path.startsWith("/whip") ? "application/sdp" : "application/json",
        origin: environment.baseUrl,
      },
      body: path.startsWith("/whip") ? "v=0\r\n" : "{}",
    });
    expect(answer.status, path).toBe(404);
  }
  expect(await validity(patient.media.ticket)).toBe("200 success");
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});

test("the host lets a removed person back; they may ask for it once", async () => {
  const { clinician, patient, callName } = await makeMeeting();
  const { seat } = patient.caller;
  expect((await patient.caller.presses("ask-to-return")).status()).toBe(403);
  await clinician.caller.does("remove", { seatId: seat.id, reason: "" });

  await patient.caller.does("ask-to-return");
  expect((await patient.caller.presses("ask-to-return")).status()).toBe(409);
  const { removed } = await clinician.caller.sees();
  expect(removed.map(({ name, askedAt }) => [name, askedAt !== null])).toEqual([[seat.name, true]]);
  expect((await patient.caller.presses("return", { seatId: seat.id })).status()).toBe(403);

  await clinician.caller.does("return", { seatId: seat.id });
  const again = await attends(patient.caller);
  await again.media.sendsPicture();
  await clinician.media.expectMovingPicture();
  expect(await identitiesIn(callName)).toContain(again.media.identity);

  await clinician.caller.does("remove", { seatId: seat.id, reason: "" });
  await patient.caller.does("ask-to-return");
  expect(await callExists(callName)).toBe(true);
  await clinician.media.leaves();
});
