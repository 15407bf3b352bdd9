import type { Room } from "@livekit/rtc-node";
import { connect, sendPicture, watchPictures } from "@/bench/support/media-client";
import { describe, percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { SeatClient } from "@/bench/support/seat-client";
import { makeOrganization, makeRoom, makeSeat } from "@/e2e/support/world";

const ROUNDS = 30;
const LIMIT_MS = 10_000;
/** So long nothing comes any more: the frame before was the last. */
const QUIET_MS = 400;

/**
 * From the request of a presenter that makes somebody an onlooker to the moment when a third person
 * no longer receives their picture, and the same for a removal. The picture is given back between
 * the rounds. Nobody needs a browser for this: receivers and clock are in this process.
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
  return [
    rowOf("role change to effect at a subscriber, p95", demotions),
    rowOf("removal to the last frame, p95", removals),
  ];
}

function rowOf(what: string, took: readonly number[]): Row {
  const value = percentile(took, 95);
  return { what, value, unit: "ms", target: { atMost: 100 }, note: describe(took) };
}

/** A room with a presenter, somebody who watches, and somebody whose picture comes and goes. */
async function openStage() {
  const room = await makeRoom(await makeOrganization(), { closesInSeconds: 7_200 });
  const presenter = new SeatClient(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  await presenter.join();
  const viewer = new SeatClient(await makeSeat(room, "helper", "Ada Reyes"));
  const actor = new SeatClient(await makeSeat(room, "patient", "Samuel Reyes"));
  const seen = watch(await connect(await viewer.join()));
  let inside: Room | null = null;
  let stopSending = () => {};

  async function enterAnew(): Promise<void> {
    stopSending();
    await inside?.disconnect();
    inside = await connect(await actor.join());
    stopSending = await sendPicture(inside);
    const began = performance.now();
    await until(() => seen.lastFrame > began + QUIET_MS);
  }

  /** How long after `change` was asked for the last sign of the picture came, in ms; 0 is at once. */
  async function untilGone(change: () => Promise<unknown>): Promise<number> {
    const asked = performance.now();
    await change();
    await until(() => seen.gone > asked && performance.now() - seen.lastFrame > QUIET_MS);
    return Math.max(0, seen.lastFrame - asked, seen.gone - asked);
  }

  await enterAnew();
  return { presenter, actor, enterAnew, untilGone };
}

/** When the last frame came and when the last picture was taken away, on this process's clock. */
function watch(room: Room): { lastFrame: number; gone: number } {
  const seen = { lastFrame: 0, gone: 0 };
  watchPictures(room, {
    onFrame: () => (seen.lastFrame = performance.now()),
    onGone: () => (seen.gone = performance.now()),
  });
  return seen;
}

async function until(isSo: () => boolean): Promise<void> {
  const began = performance.now();
  while (!isSo()) {
    if (performance.now() - began > LIMIT_MS) throw new Error("It did not happen in ten seconds.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
