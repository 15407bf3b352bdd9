import { TrackSource } from "@livekit/rtc-node";
import { expect, test } from "@playwright/test";
import { MediaClient } from "../support/media-client";
import { peopleIn, permissionOf } from "../support/media-server";
import { makeOrganization, makeRoom } from "../support/world";
import { attends, callerFor, makeMeeting, type Attendance } from "./meeting";

/** "At once" and "within a second" on a busy machine. */
const AT_ONCE = { timeout: 5_000 };

const CAMERA = TrackSource.SOURCE_CAMERA;
const MICROPHONE = TrackSource.SOURCE_MICROPHONE;
const SCREEN = TrackSource.SOURCE_SCREENSHARE;
const SCREEN_SOUND = TrackSource.SOURCE_SCREENSHARE_AUDIO;

/** What somebody may send now, as the media server sees it. */
async function sourcesOf({ callName, media }: Attendance): Promise<TrackSource[] | null> {
  const permission = await permissionOf(callName, media.identity);
  if (!permission) return null;
  return permission.canPublish ? (permission.canPublishSources as unknown as TrackSource[]) : [];
}

/** Changes with each new connection. */
async function connectionOf({ callName, media }: Attendance): Promise<string | undefined> {
  return (await peopleIn(callName)).find(({ identity }) => identity === media.identity)?.sid;
}

async function tracksOf({ callName, media }: Attendance): Promise<number> {
  const person = (await peopleIn(callName)).find(({ identity }) => identity === media.identity);
  return person?.tracks.length ?? 0;
}

test("a role is changed in the running call: what it takes away stops, without a reconnect", async () => {
  const { clinician, patient } = await makeMeeting();
  const { seat } = patient.caller;
  const connection = await connectionOf(patient);
  expect(
    (await patient.caller.presses("role", { seatId: seat.id, role: "presenter" })).status(),
  ).toBe(403);
  await expect(patient.media.sendsPicture(SCREEN)).rejects.toThrow();

  await clinician.caller.does("role", { seatId: seat.id, role: "collaborator" });
  await expect
    .poll(() => sourcesOf(patient), AT_ONCE)
    .toEqual([CAMERA, MICROPHONE, SCREEN, SCREEN_SOUND]);
  await patient.media.sendsPicture(SCREEN);

  await clinician.caller.does("role", { seatId: seat.id, role: "consumer" });
  await expect.poll(() => sourcesOf(patient), AT_ONCE).toEqual([]);
  await expect.poll(() => tracksOf(patient), AT_ONCE).toBe(0);
  await expect(patient.media.sendsPicture()).rejects.toThrow();

  expect(await connectionOf(patient)).toBe(connection);
  expect(patient.media.isOut).toBe(false);
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});

test("a source is withheld from one person and given back, without a reconnect", async () => {
  const { clinician, patient } = await makeMeeting();
  await patient.media.sendsSound();
  const { seat } = patient.caller;
  const connection = await connectionOf(patient);
  expect(
    (
      await patient.caller.presses("sources", {
        seatId: clinician.caller.seat.id,
        withheld: ["camera"],
      })
    ).status(),
  ).toBe(403);

  await clinician.caller.does("sources", { seatId: seat.id, withheld: ["camera"] });
  await expect.poll(() => sourcesOf(patient), AT_ONCE).toEqual([MICROPHONE]);
  await expect.poll(() => tracksOf(patient), AT_ONCE).toBe(1);
  await expect(patient.media.sendsPicture()).rejects.toThrow();

  await clinician.caller.does("sources", { seatId: seat.id, withheld: [] });
  await expect.poll(() => sourcesOf(patient), AT_ONCE).toEqual([CAMERA, MICROPHONE]);
  await patient.media.sendsPicture();
  await clinician.media.expectMovingPicture();
  expect(await connectionOf(patient)).toBe(connection);
  await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
});

test("a source is withheld from all attendees at once, and from nobody else", async () => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const interpreter = await attends(await callerFor(room, "interpreter", "Noor Haddad"));
  const patient = await attends(await callerFor(room, "patient", "Samuel Reyes"));
  const helper = await attends(await callerFor(room, "helper", "Ana Reyes"));

  await clinician.caller.does("sources", { seatId: null, withheld: ["microphone"] });
  for (const one of [patient, helper]) {
    await expect.poll(() => sourcesOf(one), AT_ONCE).toEqual([CAMERA]);
  }
  for (const one of [clinician, interpreter]) {
    expect(await sourcesOf(one)).toEqual([CAMERA, MICROPHONE, SCREEN, SCREEN_SOUND]);
  }
  await expect(patient.media.sendsSound()).rejects.toThrow();
  await interpreter.media.sendsSound();

  await clinician.caller.does("sources", { seatId: null, withheld: [] });
  for (const one of [patient, helper]) {
    await expect.poll(() => sourcesOf(one), AT_ONCE).toEqual([CAMERA, MICROPHONE]);
  }
  await Promise.all([clinician, interpreter, patient, helper].map(({ media }) => media.leaves()));
});

test("whoever connects again with an older ticket has their rights of now", async () => {
  const { clinician, patient } = await makeMeeting();
  const { seat } = patient.caller;
  await clinician.caller.does("role", { seatId: seat.id, role: "presenter" });
  await expect.poll(() => sourcesOf(patient), AT_ONCE).toContain(SCREEN);
  await patient.media.sendsPicture(SCREEN);
  const asPresenter = patient.media.ticket;

  await clinician.caller.does("role", { seatId: seat.id, role: "attendee" });
  await expect.poll(() => sourcesOf(patient), AT_ONCE).toEqual([CAMERA, MICROPHONE]);
  await patient.media.leaves();
  for (const ticket of [asPresenter, patient.ticket]) {
    const media = await MediaClient.joins(ticket);
    await expect
      .poll(() => sourcesOf({ ...patient, media }), AT_ONCE)
      .toEqual([CAMERA, MICROPHONE]);
    await expect(media.sendsPicture(SCREEN)).rejects.toThrow();
    await media.sendsPicture();
    await media.leaves();
  }
  expect((await patient.caller.presses("end")).status()).toBe(403);
  await clinician.media.leaves();
});

test("somebody sent back to the lobby is out until they are admitted again", async () => {
  const room = await makeRoom(await makeOrganization(), { lobby: true });
  const clinician = await attends(await callerFor(room, "clinician", "Dr Mira Halloran"));
  const caller = await callerFor(room, "patient", "Samuel Reyes");
  expect((await caller.asksToJoin()).entry).toBeNull();
  const { seat } = caller;
  expect((await caller.presses("admit", { seatId: seat.id })).status()).toBe(403);
  await clinician.caller.does("admit", { seatId: seat.id });
  const patient = await attends(caller);

  await clinician.caller.does("send-back", { seatId: seat.id });
  await expect.poll(() => patient.media.isOut, AT_ONCE).toBe(true);
  await expect(MediaClient.joins(patient.media.ticket)).rejects.toThrow();
  expect((await caller.asksToJoin()).entry).toBeNull();

  await clinician.caller.does("admit", { seatId: seat.id });
  const again = await attends(caller);
  await again.media.sendsPicture();
  await clinician.media.expectMovingPicture();
  await Promise.all([clinician.media.leaves(), again.media.leaves()]);
});
