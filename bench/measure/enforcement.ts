import type { Room } from "@livekit/rtc-node";
import { openBrowser, openWindow } from "@/bench/support/browser";
import { connect, sendPicture } from "@/bench/support/media-client";
import { describe, percentile } from "@/bench/support/percentile";
import { ENTER } from "@/bench/support/products";
import type { Row } from "@/bench/support/row";
import { SeatClient } from "@/bench/support/seat-client";
import { until } from "@/bench/support/until";
import { makeOrganization, makeRoom, makeSeat } from "@/e2e/support/world";

const ROUNDS = 30;
/** So long nothing comes any more: the frame before was the last. */
const QUIET_MS = 400;

/**
 * From the request of a presenter that makes somebody an onlooker to the last frame of theirs that a
 * third person's window shows, and the same for a removal. The picture is given back between the
 * rounds. The window is a browser's, since other clients show pictures late.
 */
export async function measureEnforcement(): Promise<Row[]> {
  const stage = await openStage();
  const demotions: number[] = [];
  const removals: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { presenter, actor } = stage;
    const seatId = actor.seat.id;
    demotions.push(
      await stage.untilGone(() => presenter.ask("role", { seatId, role: "consumer" })),
    );
    await presenter.ask("role", { seatId, role: "attendee" });
    await stage.enterAnew();
    removals.push(await stage.untilGone(() => presenter.ask("remove", { seatId })));
    await presenter.ask("return", { seatId });
    await stage.enterAnew();
  }
  await stage.close();
  return [
    rowOf("role change to effect at a subscriber, p95", demotions),
    rowOf("removal to the last frame, p95", removals),
  ];
}

function rowOf(what: string, took: readonly number[]): Row {
  const value = percentile(took, 95);
  return { what, value, unit: "ms", target: { atMost: 100 }, note: describe(took) };
}

/** A room with a presenter, a window that watches, and somebody whose picture comes and goes. */
async function openStage() {
  const room = await makeRoom(await makeOrganization(), { closesInSeconds: 7_200 });
  const presenter = new SeatClient(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await presenter.join();
  const browser = await openBrowser();
  const viewer = await openWindow(browser);
  await viewer.goto((await makeSeat(room, "helper", "Ada Reyes")).link);
  await viewer.click(ENTER);
  const actor = new SeatClient(await makeSeat(room, "patient", "Samuel Reyes"));
  let inside: Room | null = null;
  let stopSending = () => {};

  /** When the window showed the newest frame. */
  const lastFrame = () => viewer.evaluate(() => performance.timeOrigin + window.seen.lastFrame);

  async function enterAnew(): Promise<void> {
    stopSending();
    await inside?.disconnect();
    inside = await connect(await actor.join());
    stopSending = await sendPicture(inside);
    const began = now();
    await until(async () => (await lastFrame()) > began + QUIET_MS);
  }

  /** How long after `change` was asked for the last frame was shown, in ms; 0 is at once. */
  async function untilGone(change: () => Promise<unknown>): Promise<number> {
    const asked = now();
    await change();
    await until(async () => now() - (await lastFrame()) > QUIET_MS);
    return Math.max(0, (await lastFrame()) - asked);
  }

  await enterAnew();
  return { presenter, actor, enterAnew, untilGone, close: () => browser.close() };
}

/** On the clock that this process and a page of the same machine share. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
