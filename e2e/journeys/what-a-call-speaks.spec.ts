import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { expectMovingVideo } from "../support/media";
import { makeOrganization, makeRoom, makeSeat } from "../support/world";

declare global {
  interface Window {
    /** What each connection has a place for when it first has to tell the other side, oldest first. */
    firstPlaces: string[][];
  }
}

async function noteFirstPlaces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.firstPlaces = [];
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        const noteFirst = () =>
          window.firstPlaces.push(
            this.getTransceivers().map(({ receiver }) => receiver.track.kind),
          );
        this.addEventListener("negotiationneeded", noteFirst, { once: true });
      }
    };
  });
}

/** The codecs that a page offers, and those of them that stand in the answers. */
function negotiated(page: Page): Promise<{ offered: string[]; answered: string[] }> {
  return page.evaluate(() => {
    const namesIn = (of: "localDescription" | "remoteDescription") => {
      const texts = window.peerConnections.map((connection) => connection[of]?.sdp ?? "");
      const named = texts.flatMap((sdp) => [...sdp.matchAll(/^a=rtpmap:\d+ ([^/]+)/gm)]);
      return [...new Set(named.map(([, name = ""]) => name.toLowerCase()))].sort();
    };
    return { offered: namesIn("localDescription"), answered: namesIn("remoteDescription") };
  });
}

test("a call offers and answers one codec for sound and one for pictures, with what mends them", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await newGuest("clinician");
  const patient = await newGuest("patient");
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await patient.joins(await makeSeat(room, "patient", "Samuel Reyes"));
  await Promise.all([expectMovingVideo(clinician.page), expectMovingVideo(patient.page)]);
  const spoken = ["opus", "red", "rtx", "vp8"];
  expect(await negotiated(clinician.page)).toEqual({ offered: spoken, answered: spoken });
});

test("a call begins with one place each for sound and pictures, and has more when more people come", async ({
  newGuest,
}) => {
  const room = await makeRoom(await makeOrganization());
  const clinician = await newGuest("clinician");
  await noteFirstPlaces(clinician.page);
  await clinician.joins(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  const places = await clinician.page.evaluate(() => window.firstPlaces.at(-1));
  expect(places?.sort()).toEqual(["audio", "video"]);

  const guests = [clinician];
  for (const capacity of ["patient", "interpreter"] as const) {
    const guest = await newGuest(capacity);
    await guest.joins(await makeSeat(room, capacity, `The ${capacity}`));
    guests.push(guest);
  }
  for (const guest of guests) {
    await expect.poll(() => guest.page.evaluate(countMoving), { timeout: 60_000 }).toBe(3);
  }
});

/** How many pictures move on a page, one's own among them. */
function countMoving(): number {
  return [...document.querySelectorAll("video")].filter(
    ({ videoWidth, paused }) => videoWidth > 0 && !paused,
  ).length;
}
