import { TrackSource } from "@livekit/rtc-node";
import { expect, test } from "@playwright/test";
import { environment } from "../support/environment";
import { MediaClient } from "../support/media-client";
import { forgeTicket, identitiesIn, permissionOf } from "../support/media-server";
import { sql } from "../support/database";
import { makeLiveWebinar, type Room } from "../support/world";
import { attends, callerFor, makeMeeting } from "./meeting";

/** Five seconds is the promise; a busy machine gets some more. */
const SOON = { timeout: 9_000 };

/** Past the gate, with a ticket that the key has signed. */
const breaksIn = (ticket: string) => MediaClient.joinsAt(environment.livekitUrl, ticket);

const recordOf = (room: Room, kind: string) =>
  sql<{ facts: Record<string, unknown> }>(
    "SELECT facts FROM room_record WHERE room_id = $1 AND kind = $2 ORDER BY position",
    [room.id, kind],
  );

const INTRUDERS: [who: string, identity: string, video: Record<string, unknown>][] = [
  ["whom nobody knows", "eve", {}],
  ["whom nobody knows, with every right", "eve", { roomAdmin: true, canUpdateOwnMetadata: true }],
  ["who is hidden", "eve", { hidden: true, canPublish: false }],
  ["who says to be a recorder", "recorder", { recorder: true, hidden: true }],
  ["with a second name of a seat", "SEAT.DEVICE#again", {}],
];

for (const [who, identity, video] of INTRUDERS) {
  test(`somebody ${who} is put out, and it is written down`, async () => {
    const { room, clinician, patient, callName } = await makeMeeting();
    const [seat = "", device = ""] = patient.media.identity.split(".");
    const name = identity.replace("SEAT", seat).replace("DEVICE", device);
    const rogue = await breaksIn(await forgeTicket(callName, name, { video }));
    await expect.poll(() => rogue.isOut, SOON).toBe(true);
    const expected = [clinician.media.identity, patient.media.identity].sort();
    await expect.poll(() => identitiesIn(callName), SOON).toEqual(expected);
    const removed = async () =>
      (await recordOf(room, "intruder-removed")).map(({ facts }) => facts.identity);
    await expect.poll(removed, SOON).toContain(name);
    expect((await clinician.caller.sees()).intrusions).not.toEqual([]);
    expect((await patient.caller.sees()).intrusions).toEqual([]);
    await Promise.all([clinician.media.leaves(), patient.media.leaves()]);
  });
}

test("a picture that says to be a microphone is put out with its sender; a real one stays", async () => {
  const { room, clinician, patient, callName } = await makeMeeting();
  await patient.media.sendsSound();
  await clinician.caller.does("sources", { seatId: patient.caller.seat.id, withheld: ["camera"] });
  await expect
    .poll(async () => (await permissionOf(callName, patient.media.identity))?.canPublishSources)
    .toEqual([TrackSource.SOURCE_MICROPHONE]);
  await patient.media.sendsPicture(TrackSource.SOURCE_MICROPHONE);
  await expect.poll(() => patient.media.isOut, SOON).toBe(true);
  await expect
    .poll(async () => (await recordOf(room, "intruder-removed"))[0]?.facts, SOON)
    .toMatchObject({ identity: patient.media.identity, why: "mislabelled-track" });
  expect((await clinician.caller.sees()).intrusions).toHaveLength(1);
  expect(clinician.media.isOut).toBe(false);
  await clinician.media.leaves();
});

test("whoever floods the others with pictures is put out; whoever sends a few stays", async () => {
  const { room, clinician, patient, callName } = await makeMeeting();
  const flood = Array.from({ length: 9 }, () => patient.media.sendsPicture());
  await Promise.allSettled(flood);
  await expect.poll(() => patient.media.isOut, SOON).toBe(true);
  await expect
    .poll(async () => (await recordOf(room, "intruder-removed"))[0]?.facts, SOON)
    .toMatchObject({ identity: patient.media.identity, why: "too-many-tracks" });

  const helper = await attends(await callerFor(room, "helper", "Ana Reyes"));
  await Promise.all([helper.media.sendsPicture(), helper.media.sendsSound()]);
  await clinician.media.expectMovingPicture();
  expect(await identitiesIn(callName)).toContain(helper.media.identity);
  await Promise.all([helper.media.leaves(), clinician.media.leaves()]);
});

test("somebody of the roster with rights that are not theirs keeps their place and loses the rights", async () => {
  const { room, clinician, patient, callName } = await makeMeeting();
  const helper = await callerFor(room, "helper", "Ana Reyes");
  await helper.getsTicket();
  const { me } = await helper.sees();
  const identity = `${helper.seat.id}.${me?.deviceId}`;
  const video = {
    canPublish: true,
    canPublishData: true,
    hidden: true,
    canUpdateOwnMetadata: true,
  };
  const rogue = await breaksIn(await forgeTicket(callName, identity, { video }));
  await expect
    .poll(async () => (await permissionOf(callName, identity))?.canPublishSources, SOON)
    .toEqual([TrackSource.SOURCE_CAMERA, TrackSource.SOURCE_MICROPHONE]);
  const permission = await permissionOf(callName, identity);
  expect(permission).toMatchObject({ hidden: false, canUpdateMetadata: false, recorder: false });
  await expect(rogue.sendsPicture(TrackSource.SOURCE_SCREENSHARE)).rejects.toThrow();
  await rogue.sendsPicture();
  await expect.poll(() => recordOf(room, "rights-corrected"), SOON).not.toEqual([]);
  expect((await clinician.caller.sees()).intrusions).toMatchObject([{ name: "Ana Reyes" }]);
  await Promise.all([rogue, clinician.media, patient.media].map((media) => media.leaves()));
});

test("whoever may only listen can send nothing, whatever their client tries", async () => {
  const room = await makeLiveWebinar();
  const host = await attends(await callerFor(room, "host", "Jonas Lind"));
  const speaker = await attends(await callerFor(room, "speaker", "Ada Osei"));
  const listener = await attends(await callerFor(room, "audience", "Lea Marsh"));
  await speaker.media.sendsPicture();
  const heard: string[] = [];
  host.media.onData((text) => heard.push(text));
  await Promise.all([
    expect(listener.media.sendsPicture()).rejects.toThrow(),
    expect(listener.media.sendsSound()).rejects.toThrow(),
    expect(listener.media.sendsPicture(TrackSource.SOURCE_SCREENSHARE)).rejects.toThrow(),
  ]);
  await listener.media.sendsData("listen to me");
  await speaker.media.sendsData("hello");
  await expect.poll(() => heard).toContain("hello");
  expect(heard).not.toContain("listen to me");
  await listener.media.expectMovingPicture();
  expect(await permissionOf(host.callName, listener.media.identity)).toMatchObject({
    ...{ hidden: true, canPublish: false, canPublishData: false, canSubscribe: true },
  });
  expect(host.media.others).not.toContain(listener.media.identity);
  await Promise.all([listener, host, speaker].map(({ media }) => media.leaves()));
});
