import { invite, makeMeetings } from "@/bench/support/crowd";
import { connect } from "@/bench/support/media-client";
import { measureCost } from "@/bench/support/process-cost";
import type { Row } from "@/bench/support/row";
import { SeatClient } from "@/bench/support/seat-client";

const CALLS = 200;
/** Calls with somebody in them; the others are open and empty. */
const PEOPLED = 20;
const SECONDS = 30;

/**
 * What it costs one process to keep 200 open calls equal to the database, over what the same process
 * costs before. Twenty of them have somebody inside, who sends nothing.
 */
export async function measureConductor(): Promise<Row[]> {
  const pid = Number(process.env.WEB_PID);
  const idle = await measureCost(pid, SECONDS);
  const rooms = await makeMeetings(CALLS);
  for (const [index, room] of rooms.entries()) {
    for (const seat of await invite(room, 1)) {
      const ticket = await new SeatClient(seat).join();
      if (index < PEOPLED) await connect(ticket);
    }
  }
  // What joining itself costs is not the conductor's.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const busy = await measureCost(pid, SECONDS);
  return [
    {
      what: `conductor with ${CALLS} open calls`,
      value: busy,
      unit: "% of a core",
      target: { atMost: 10 },
      note: `${idle.toFixed(1)} % without them`,
    },
  ];
}
