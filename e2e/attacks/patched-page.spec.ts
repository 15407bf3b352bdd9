import { createRequire } from "node:module";
import type * as LivekitClient from "livekit-client";
import { TrackSource } from "livekit-server-sdk";
import { expect, test } from "../fixtures";
import { peopleIn } from "../support/media-server";
import type { Guest } from "../pages/guest";
import { makeLiveWebinar, makeOrganization, makeRoom, makeSeat, type Seat } from "../support/world";

declare global {
  interface Window {
    LivekitClient: typeof LivekitClient;
  }
}

const MEDIA_CLIENT = createRequire(import.meta.url).resolve("livekit-client");

type Sending = "camera" | "screen_share";
type Tried = { callName: string; identity: string; outcome: string };

/** A page with a media client that no longer asks what it may send, on the seat's own ticket. */
async function triesToSend(guest: Guest, source: Sending): Promise<Tried> {
  return guest.page.evaluate(async (wanted) => {
    const answer = await fetch(`${location.pathname}/join`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    const { entry, view } = await answer.json();
    const { Room, Track } = window.LivekitClient;
    const room = new Room();
    await room.connect(location.origin.replace(/^http/, "ws"), entry.ticket);
    Object.assign(room.localParticipant, { hasPermissionsToPublish: () => true });
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.fillRect(0, 0, 10, 10);
    const [picture] = canvas.captureStream(10).getVideoTracks();
    if (!picture) throw new Error("A canvas gives a picture.");
    const named = wanted === "camera" ? Track.Source.Camera : Track.Source.ScreenShare;
    const outcome = await room.localParticipant.publishTrack(picture, { source: named }).then(
      () => "sent",
      (error: unknown) => `refused: ${String(error)}`,
    );
    return {
      callName: entry.callName,
      identity: `${view.me.seatId}.${view.me.deviceId}`,
      outcome,
    };
  }, source);
}

const sentBy = async ({ callName, identity }: Tried) => {
  const person = (await peopleIn(callName)).find((one) => one.identity === identity);
  return person?.tracks.map(({ source }) => source);
};

async function opensPatched(guest: Guest, seat: Seat): Promise<void> {
  await guest.page.addInitScript({ path: MEDIA_CLIENT });
  await guest.opens(seat);
  await expect(guest.enterButton).toBeVisible();
}

test("an attendee has no button to share the screen, and a patched page can't send one either", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const [clinician, patient] = [await newGuest("clinician"), await newGuest("patient")];
  await opensPatched(patient, await makeSeat(room, "patient", "Samuel Reyes"));
  await patient.enterButton.click();
  await expect(patient.button("Microphone")).toBeVisible();
  await expect(patient.button("Share screen")).toBeHidden();
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await expect(clinician.button("Share screen")).toBeVisible();

  const screen = await triesToSend(patient, "screen_share");
  expect(screen.outcome).toMatch(/^refused/);
  expect(await sentBy(screen)).not.toContain(TrackSource.SCREEN_SHARE);
  const camera = await triesToSend(patient, "camera");
  expect(camera.outcome).toBe("sent");
  expect(await sentBy(camera)).toContain(TrackSource.CAMERA);
});

test("a listener has neither camera nor microphone to press, and a patched page can't send either", async ({
  newGuest,
}) => {
  const room = await makeLiveWebinar();
  const listener = await newGuest("listener");
  await opensPatched(listener, await makeSeat(room, "audience", "Lea Marsh"));
  await listener.enterButton.click();
  await expect(listener.call).toBeVisible();
  for (const name of ["Microphone", "Camera", "Share screen"])
    await expect(listener.button(name)).toBeHidden();
  const camera = await triesToSend(listener, "camera");
  expect(camera.outcome).toMatch(/^refused/);
  expect(await sentBy(camera)).toEqual([]);
});
