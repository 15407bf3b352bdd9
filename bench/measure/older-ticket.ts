import { describe, percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { SeatClient } from "@/bench/support/seat-client";
import { until } from "@/bench/support/until";
import { MediaClient } from "@/e2e/support/media-client";
import { permissionOf } from "@/e2e/support/media-server";
import { makeOrganization, makeRoom, makeSeat } from "@/e2e/support/world";

const ROUNDS = 20;

/**
 * From the instant at which somebody is in the call with a ticket from before their role changed,
 * through the gate, until the media server has the rights that they have now.
 */
export async function measureOlderTicket(): Promise<Row[]> {
  const room = await makeRoom(await makeOrganization(), { closesInSeconds: 7_200 });
  const presenter = new SeatClient(await makeSeat(room, "clinician", "Dr Mira Halloran"));
  const patient = new SeatClient(await makeSeat(room, "patient", "Samuel Reyes"));
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const seatId = patient.seat.id;
    await presenter.ask("role", { seatId, role: "attendee" });
    const entry = await patient.enter();
    await presenter.ask("role", { seatId, role: "consumer" });
    took.push(await untilRight(entry));
  }
  return [
    {
      what: "an older ticket to the rights of now, p95",
      value: percentile(took, 95),
      unit: "ms",
      target: { atMost: 1_000 },
      note: describe(took),
    },
  ];
}

async function untilRight({ ticket, callName }: { ticket: string; callName: string }) {
  const media = await MediaClient.joins(ticket);
  const arrived = performance.now();
  await until(async () => (await permissionOf(callName, media.identity))?.canPublish === false);
  const right = performance.now();
  await media.leaves();
  return right - arrived;
}
