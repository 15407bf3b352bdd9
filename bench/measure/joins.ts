import { makeCrowd } from "@/bench/support/crowd";
import { load, type Load, type Request } from "@/bench/support/load";
import { percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { headersOf } from "@/bench/support/seat-client";
import { environment } from "@/e2e/support/environment";

const ROOMS = 50;
const SEATS_EACH = 40;
/** Until both run compiled; before that neither is half as fast. */
const WARM_SECONDS = 20;
const SECONDS = 6;
const ROUNDS = 3;

/**
 * Decisions with tickets through the route that the page uses: cookie, origin, roster, window, role,
 * record and ticket, for 2,000 people in 50 rooms. The peer's route, in turns, makes a ticket for
 * whoever asks. The load comes from the same two cores.
 */
export async function measureJoins(): Promise<Row[]> {
  const joins: Request[] = (await makeCrowd(ROOMS, SEATS_EACH)).map((seat) => ({
    method: "POST",
    path: `/room/${seat.roomId}/join`,
    headers: headersOf(seat),
    body: "{}",
  }));
  const peer = process.env.PEER_URL;
  const tickets: Request[] = [
    { method: "GET", path: "/api/connection-details?roomName=bench&participantName=Guest" },
  ];
  const own: Load[] = [];
  const others: Load[] = [];
  await load(environment.baseUrl, joins, WARM_SECONDS);
  if (peer) await load(peer, tickets, WARM_SECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await load(environment.baseUrl, joins, SECONDS));
    if (peer) others.push(await load(peer, tickets, SECONDS));
  }
  const middle = (loads: readonly Load[], key: keyof Load) =>
    percentile(
      loads.map((one) => one[key]),
      50,
    );
  const ofPeer = () =>
    `${Math.round(middle(others, "perSecond"))} of the peer's, which decides nothing`;
  return [
    {
      what: "joins: decision, record and ticket",
      value: middle(own, "perSecond"),
      unit: "/s",
      target: { atLeast: 500 },
      note: peer ? ofPeer() : "",
    },
    {
      what: "joins, p99 on 10 connections",
      value: middle(own, "p99Ms"),
      unit: "ms",
      target: { atMost: 50 },
    },
  ];
}
