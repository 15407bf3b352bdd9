import { randomBytes } from "node:crypto";
import { environment } from "@/e2e/support/environment";
import type { Seat } from "@/e2e/support/world";
import type { JoinAnswer, Wire } from "@/lib/domain/room/room-view";

type Entry = NonNullable<JoinAnswer["entry"]>;

/** The cookies and the origin that a browser which opened the seat's link would send. */
export function headersOf(seat: Pick<Seat, "link">): Record<string, string> {
  const token = seat.link.slice(seat.link.lastIndexOf("/") + 1);
  const device = randomBytes(8).toString("hex");
  return {
    cookie: `seat=${token}; device=${device}`,
    origin: environment.baseUrl,
    "content-type": "application/json",
  };
}

/** A seat without a browser: asks the room's routes as its page would. One device for its life. */
export class SeatClient {
  readonly headers: Record<string, string>;

  constructor(readonly seat: Pick<Seat, "id" | "roomId" | "link">) {
    this.headers = headersOf(seat);
  }

  /** @throws Error when the room does not do it. */
  async ask<Answer>(verb: string, wanted: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(`${environment.baseUrl}/room/${this.seat.roomId}/${verb}`, {
      method: "POST",
      headers: this.headers,
      body: JSON.stringify(wanted),
    });
    if (!response.ok) throw new Error(`${verb}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** A ticket for the room's call. @throws Error when the room does not admit. */
  async join(): Promise<string> {
    return (await this.enter()).ticket;
  }

  /** The same, with the call's name. */
  async enter(): Promise<Entry> {
    const { entry, view } = await this.ask<Wire<JoinAnswer>>("join");
    if (!entry) throw new Error(`Not admitted: ${JSON.stringify(view.decision)}`);
    return entry;
  }
}
