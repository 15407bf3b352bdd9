import { RoomEvent } from "@livekit/rtc-node";
import { connect, sendPicture } from "@/bench/support/media-client";
import { describe, percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { SeatClient } from "@/bench/support/seat-client";
import { sqlRow } from "@/e2e/support/database";
import { makeOrganization, makeRoom, makeSeat } from "@/e2e/support/world";

const ROUNDS = 5;
const PEOPLE = 3;
const OPEN_SECONDS = 12;

/** From the end of a room's window to the moment when the last of three people is out of the call. */
export async function measureWindowEnd(): Promise<Row[]> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) took.push(await lastOneOut());
  return [
    {
      what: "end of the window to the last person out, slowest",
      value: percentile(took, 100),
      unit: "ms",
      target: { atMost: 2_000 },
      note: describe(took),
    },
  ];
}

async function lastOneOut(): Promise<number> {
  const room = await makeRoom(await makeOrganization(), { closesInSeconds: OPEN_SECONDS });
  const outs = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, index) => {
      const seat = await makeSeat(room, "patient", `Guest ${index + 1}`);
      const inside = await connect(await new SeatClient(seat).join());
      const stop = await sendPicture(inside);
      const out = new Promise<number>((resolve) =>
        inside.once(RoomEvent.Disconnected, () => resolve(Date.now())),
      );
      return { out, stop };
    }),
  );
  const last = Math.max(...(await Promise.all(outs.map(({ out }) => out))));
  for (const { stop } of outs) stop();
  const { closesAt } = await sqlRow<{ closesAt: Date }>(
    `SELECT closes_at AS "closesAt" FROM rooms WHERE id = $1`,
    [room.id],
  );
  return last - closesAt.getTime();
}
