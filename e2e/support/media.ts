import { expect, type Locator, type Page } from "@playwright/test";

/** A busy machine takes its time until the first frame. */
const PATIENCE_MS = 60_000;

type Received = { videoFrames: number; audioEnergy: number };

declare global {
  interface Window {
    /** Every peer connection the page made, oldest first. */
    peerConnections: RTCPeerConnection[];
  }
}

/** Keeps each peer connection where the test can ask it. Runs in the page, before its scripts. */
export function keepPeerConnections(): void {
  window.peerConnections = [];
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.peerConnections.push(this);
    }
  };
}

/** What the page has received until now: decoded video frames, and the energy of played audio. */
export async function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const sum = { videoFrames: 0, audioEnergy: 0 };
    for (const connection of window.peerConnections) {
      if (connection.connectionState === "closed") continue;
      for (const stat of (await connection.getStats()).values()) {
        if (stat.type !== "inbound-rtp") continue;
        if (stat.kind === "video") sum.videoFrames += stat.framesDecoded ?? 0;
        if (stat.kind === "audio") sum.audioEnergy += stat.totalAudioEnergy ?? 0;
      }
    }
    return sum;
  });
}

/**
 * Waits until 20 more frames than now were decoded: a picture that moves. A connection that is made
 * anew meanwhile begins to count at nothing.
 */
export async function expectMovingVideo(page: Page): Promise<void> {
  let least = Infinity;
  const framesSince = async () => {
    const { videoFrames } = await received(page);
    least = Math.min(least, videoFrames);
    return videoFrames - least;
  };
  await expect.poll(framesSince, { message: "frames", timeout: PATIENCE_MS }).toBeGreaterThan(20);
}

/** Waits until this very picture has been drawn 20 times more than now. */
export async function expectMovingPicture(picture: Locator): Promise<void> {
  const drawn = () =>
    picture.evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  const before = await drawn();
  await expect
    .poll(drawn, { message: "frames drawn", timeout: PATIENCE_MS })
    .toBeGreaterThan(before + 20);
}

/** Waits until more sound than now was heard; the browser's fake microphone beeps once a second. */
export async function expectAudibleAudio(page: Page): Promise<void> {
  const { audioEnergy } = await received(page);
  await expect
    .poll(async () => (await received(page)).audioEnergy, {
      message: "sound",
      timeout: PATIENCE_MS,
    })
    .toBeGreaterThan(audioEnergy + 0.001);
}
