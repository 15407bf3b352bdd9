import http from "node:http";
import { invite } from "@/bench/support/crowd";
import { describe, percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { headersOf, SeatClient } from "@/bench/support/seat-client";
import { environment } from "@/e2e/support/environment";
import { makeOrganization, makeRoom, makeSeat } from "@/e2e/support/world";

const LISTENERS = 1_000;
const CHANGES = 10;
const PAUSE_MS = 300;
const AT_ONCE = 50;
const LIMIT_MS = 20_000;

/**
 * A thousand pages of one room on the live channel: from the request that changes the room to the
 * instant when each of them has been told. Sender, listeners and server share the machine.
 */
export async function measureLiveChannel(): Promise<Row[]> {
  const room = await makeRoom(await makeOrganization(), { lobby: true, closesInSeconds: 7_200 });
  const presenter = new SeatClient(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  const seats = await invite(room, LISTENERS + CHANGES);
  const heard: number[] = [];
  let asked = 0;
  const onChange = () => heard.push(performance.now() - asked);
  const agent = new http.Agent({ keepAlive: true });
  const streams: http.ClientRequest[] = [];
  for (let from = 0; from < LISTENERS; from += AT_ONCE) {
    const next = seats.slice(from, Math.min(from + AT_ONCE, LISTENERS));
    streams.push(...(await Promise.all(next.map((seat) => listen(seat, agent, onChange)))));
  }
  for (const [index, seat] of seats.slice(LISTENERS).entries()) {
    await pause();
    asked = performance.now();
    await presenter.ask("admit", { seatId: seat.id });
    while (heard.length < (index + 1) * LISTENERS) {
      if (performance.now() - asked > LIMIT_MS) throw new Error("Not everybody was told.");
      await pause();
    }
  }
  for (const stream of streams) stream.destroy();
  return [
    {
      what: `live channel, ${LISTENERS} listeners told, p99`,
      value: percentile(heard, 99),
      unit: "ms",
      target: { atMost: 500 },
      note: describe(heard),
    },
  ];
}

/** Opens the room's live channel as one page; resolves with the first event, which says "look". */
function listen(
  seat: Parameters<typeof headersOf>[0] & { roomId: string },
  agent: http.Agent,
  onChange: () => void,
): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const url = `${environment.baseUrl}/room/${seat.roomId}/live`;
    const request = http.get(url, { headers: headersOf(seat), agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`live: ${response.statusCode}`));
      let isFirst = true;
      response.setEncoding("utf8").on("data", (text: string) => {
        for (const _ of text.matchAll(/event: changed/g)) {
          if (isFirst) resolve(request);
          else onChange();
          isFirst = false;
        }
      });
    });
    request.on("error", reject);
  });
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
