import type { JoinAnswer, RoomView, Wire } from "@/lib/domain/room/room-view";

/** What a presenter or the page itself can ask of the room's routes. */
export type RoomVerb =
  | "join"
  | "leave-lobby"
  | "keep-place"
  | "name"
  | "ask-to-return"
  | "excuse"
  | "take-back-excuse"
  | "forget"
  | "admit"
  | "send-back"
  | "remove"
  | "return"
  | "mute"
  | "role"
  | "sources"
  | "extend"
  | "go-live"
  | "end";

/** An answer, or why there is none: a sentence for people where the server gave one. */
export type Answer<Body> =
  | { ok: true; body: Body }
  /** `status` is 0 when the server could not be reached. */
  | { ok: false; status: number; message: string | null };

type Wanted = Record<string, unknown>;

/** Asks what the room decides for this reader now. */
export function requestState(roomId: string): Promise<Answer<Wire<RoomView>>> {
  return ask(`/room/${roomId}/state`, { method: "GET" });
}

/** Asks to come in; the answer carries a ticket when the decision is to admit. */
export function requestJoin(roomId: string, takeOver = false): Promise<Answer<Wire<JoinAnswer>>> {
  return post(roomId, "join", takeOver ? { takeOver } : {});
}

/** Asks for a change; the answer is the room as it is afterwards. */
export function requestChange(
  roomId: string,
  verb: Exclude<RoomVerb, "join">,
  wanted: Wanted,
): Promise<Answer<Wire<RoomView>>> {
  return post(roomId, verb, wanted);
}

/**
 * Says that this reader has left the call or the line, even while the page goes away. For good: nobody
 * needs to keep their place for them.
 */
export function sayLeft(roomId: string, { forGood = false } = {}): void {
  const body = new Blob([JSON.stringify({ forGood })], { type: "application/json" });
  navigator.sendBeacon(`/room/${roomId}/left`, body);
}

function post<Body>(roomId: string, verb: RoomVerb, wanted: Wanted): Promise<Answer<Body>> {
  return ask(`/room/${roomId}/${verb}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(wanted),
  });
}

async function ask<Body>(address: string, init: RequestInit): Promise<Answer<Body>> {
  try {
    const response = await fetch(address, { ...init, cache: "no-store" });
    const parsed: unknown = await response.json().catch(() => null);
    // Our own server's answer, typed by the same `Wire` on its side.
    if (response.ok && parsed !== null) return { ok: true, body: parsed as Body };
    return { ok: false, status: response.status, message: readSentence(parsed) };
  } catch {
    return { ok: false, status: 0, message: null };
  }
}

/** What a problem+json body says: of the field that is wrong when it names one, else in all. */
function readSentence(parsed: unknown): string | null {
  if (typeof parsed !== "object" || parsed === null) return null;
  const [ofField] = "fields" in parsed ? Object.values(parsed.fields ?? {}) : [];
  const title = "title" in parsed ? parsed.title : null;
  return [ofField, title].find((one) => typeof one === "string") ?? null;
}
