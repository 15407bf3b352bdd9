import type { CallingAnswer, CallingView } from "@/lib/domain/calling/calling-view";
import type { EndReason } from "@/lib/domain/calling/end-reason";
import type { Wire } from "@/lib/domain/room/room-view";
import type {
  CallEndDetails,
  CommunicationTokenCredential,
} from "@/public/calling/rostrum-calling";
import { CallingError } from "./calling-error";

/** An answer, or why there is none. */
export type Answer<Body> = { ok: true; body: Body } | ({ ok: false } & Refused);

export type Refused = {
  /** Of HTTP; 0 when the server could not be reached. */
  status: number;
  message: string;
  /** In ACS's codes, where the server gave them. */
  end: EndReason | null;
  details: CallEndDetails | null;
};

/** What a user can ask of a room besides joining. */
export type Verb = "mute" | "remove" | "end";

/** The product's side of a call: what the user of one agent asks of it, with their token. */
export class CallingService {
  readonly #endpoint: URL;
  readonly #credential: CommunicationTokenCredential;
  readonly #deviceId: string;
  /** The token last used, for when a page goes away and there is no time to ask for it. */
  #token = "";

  constructor(endpoint: URL, credential: CommunicationTokenCredential, deviceId: string) {
    this.#endpoint = endpoint;
    this.#credential = credential;
    this.#deviceId = deviceId;
  }

  /** The gate's address. */
  get gate(): URL {
    return this.#endpoint;
  }

  join(roomId: string, displayName: string | undefined): Promise<Answer<Wire<CallingAnswer>>> {
    return this.#post(roomId, "join", displayName === undefined ? {} : { displayName });
  }

  state(roomId: string): Promise<Answer<Wire<CallingView>>> {
    return this.#ask(roomId, "state", { method: "GET" });
  }

  /** Says that this user still waits in line, since those behind wait for nobody else. */
  keepPlace(roomId: string): Promise<Answer<Wire<CallingView>>> {
    return this.#post(roomId, "keep-place", {});
  }

  /** @throws CallingError when it is not done. */
  async change(roomId: string, verb: Verb, wanted: Record<string, string>): Promise<void> {
    const answer = await this.#post(roomId, verb, wanted);
    if (!answer.ok) throw new CallingError(answer.message, answer.end ?? codeOf(answer.status));
  }

  /** The live channel; null when it can't be had now. */
  async watch(
    roomId: string,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
    const answer = await this.#fetch(roomId, "live", { method: "GET", signal }).catch(() => null);
    return answer?.ok ? answer.body : null;
  }

  /** Says that this user has left, even while the page goes away. For good: their place is free. */
  sayLeft(roomId: string, wanted: { forGood: boolean }): void {
    const init = { ...this.#init("POST", wanted), keepalive: true };
    void fetch(this.#address(roomId, "left"), this.#signed(init, this.#token)).catch(
      () => undefined,
    );
  }

  #post<Body>(roomId: string, verb: string, wanted: Record<string, string>): Promise<Answer<Body>> {
    return this.#ask(roomId, verb, this.#init("POST", wanted));
  }

  #init(method: string, body: object): RequestInit {
    const headers = { "Content-Type": "application/json" };
    return { method, headers, body: JSON.stringify(body) };
  }

  async #ask<Body>(roomId: string, verb: string, init: RequestInit): Promise<Answer<Body>> {
    try {
      const response = await this.#fetch(roomId, verb, init);
      const parsed: unknown = await response.json().catch(() => null);
      // Our own server's answer, typed by the same `Wire` on its side.
      if (response.ok) return { ok: true, body: parsed as Body };
      return { ok: false, status: response.status, ...readProblem(parsed) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, status: 0, message, end: null, details: null };
    }
  }

  /** The token stands in a header and never in an address. */
  async #fetch(roomId: string, verb: string, init: RequestInit): Promise<Response> {
    const { token } = await this.#credential.getToken();
    this.#token = token;
    return fetch(this.#address(roomId, verb), this.#signed(init, token));
  }

  #signed(init: RequestInit, token: string): RequestInit {
    const headers = {
      ...init.headers,
      Authorization: `Bearer ${token}`,
      "X-Device-Id": this.#deviceId,
    };
    return { ...init, headers, cache: "no-store", credentials: "omit" };
  }

  #address(roomId: string, verb: string): URL {
    return new URL(`/api/calling/${encodeURIComponent(roomId)}/${verb}`, this.#endpoint);
  }
}

function codeOf(status: number): EndReason {
  return { code: status, subCode: 0 };
}

/** What our problem+json tells besides its status. */
function readProblem(parsed: unknown): Omit<Refused, "status"> {
  const fields = new Map(Object.entries(Object(parsed)));
  const text = (name: string) => {
    const value: unknown = fields.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const [code, subCode, reason] = [fields.get("acsCode"), fields.get("subCode"), text("reason")];
  const times = ["opensAt", "closedAt", "endedAt"].flatMap((name) => {
    const time = text(name);
    return time === undefined ? [] : [[name, time] as const];
  });
  return {
    message: text("title") ?? "The request failed",
    end: typeof code === "number" && typeof subCode === "number" ? { code, subCode } : null,
    details: reason === undefined ? null : { reason, ...Object.fromEntries(times) },
  };
}
