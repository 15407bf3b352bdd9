import { request, type APIRequestContext, type APIResponse } from "@playwright/test";
import type { JoinAnswer, RoomView, Wire } from "@/lib/domain/room/room-view";
import { environment } from "./environment";
import type { Seat } from "./world";

type View = Wire<RoomView>;
type Entry = NonNullable<JoinAnswer["entry"]>;

/** What a press on a button of the room page sends, by the last part of its address. */
type Press =
  | "admit"
  | "ask-to-return"
  | "end"
  | "excuse"
  | "extend"
  | "go-live"
  | "join"
  | "keep-place"
  | "left"
  | "mute"
  | "remove"
  | "return"
  | "role"
  | "send-back"
  | "sources";

/** Somebody without a browser who asks the product what its own pages ask. Each is one device. */
export class Caller {
  private constructor(
    private readonly http: APIRequestContext,
    readonly seat: Seat,
  ) {}

  /** A new device on which this seat's personal link was opened. */
  static async opens(seat: Seat): Promise<Caller> {
    const http = await request.newContext({
      baseURL: environment.baseUrl,
      extraHTTPHeaders: { origin: environment.baseUrl, "sec-fetch-site": "same-origin" },
    });
    await http.get(seat.link);
    return new Caller(http, seat);
  }

  /** What the room page would draw now. */
  async sees(): Promise<View> {
    return (await this.http.get(this.path("state"))).json() as Promise<View>;
  }

  /** Presses "Join", or "Move the call here". */
  async asksToJoin({ takeOver = false } = {}): Promise<Wire<JoinAnswer>> {
    const answer = await this.http.post(this.path("join"), { data: { takeOver } });
    if (!answer.ok()) throw new Error(`join: ${answer.status()} ${await answer.text()}`);
    return answer.json() as Promise<Wire<JoinAnswer>>;
  }

  /** A ticket, for somebody whom the room admits. */
  async getsTicket(options?: { takeOver: boolean }): Promise<Entry> {
    const { entry, view } = await this.asksToJoin(options);
    if (!entry) throw new Error(`no ticket: ${JSON.stringify(view.decision)}`);
    return entry;
  }

  /** Presses a button that changes something; the answer may be a refusal. */
  presses(press: Press, fields: Record<string, unknown> = {}): Promise<APIResponse> {
    return this.http.post(this.path(press), { data: fields });
  }

  /** Presses it and has to be obeyed. */
  async does(press: Press, fields: Record<string, unknown> = {}): Promise<void> {
    const answer = await this.presses(press, fields);
    if (!answer.ok()) throw new Error(`${press}: ${answer.status()} ${await answer.text()}`);
  }

  private path(name: string): string {
    return `/room/${this.seat.roomId}/${name}`;
  }
}

/** The reason in a view's decision; "admit" when there is none. */
export function reasonOf({ decision }: View): string {
  return decision.kind === "admit" ? "admit" : decision.reason;
}
