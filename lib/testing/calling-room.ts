import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, vi } from "vitest";
import { CallingService } from "@/calling/service";
import type { CallingView } from "@/lib/domain/calling/calling-view";
import type { Wire } from "@/lib/domain/room/room-view";

type View = Wire<CallingView>;
type Said = { status: number; body: unknown };

const IN_LOBBY = { kind: "wait", reason: "in-lobby", since: null };
const ME = { seatId: "me", rawId: "8:acs:r_me", name: "Ada", role: "attendee", withheld: [] };

// Later at each view, as a server's clock goes.
let moment = 0;

/** A room as a program's page is told of it: its user waits in the lobby unless `changes` say otherwise. */
export function viewOf(changes: Record<string, unknown> = {}): View {
  const serverNow = new Date((moment += 1)).toISOString();
  return { decision: IN_LOBBY, end: null, me: ME, people: [], serverNow, ...changes } as View;
}

/** The same for a user who is let in, with this role. */
export const insideAs = (role: string) =>
  viewOf({ decision: { kind: "admit" }, me: { ...ME, role } });

export const ok = (body: unknown): Said => ({ status: 200, body });

/** A product on loopback for each test, which answers by what `room.says` holds. */
export function buildCallingRoom() {
  const lines = new Set<ServerResponse>();
  const room = {
    says: { join: ok(null), state: ok(null), change: ok({}) },
    /** The verbs that were asked, in their order. */
    asked: new Array<string>(),
    /** What was said with each `left`. */
    left: new Array<unknown>(),
    service: undefined as unknown as CallingService,
    /** Whether a page listens for changes. */
    isWatched: () => lines.size > 0,
    /** Has the page look at the room. */
    change: () => lines.forEach((line) => line.write("event: changed\n\n")),
  };
  const server = createServer((request, response) => {
    const verb = request.url?.split("/").at(-1) ?? "";
    room.asked.push(verb);
    if (verb === "left") void json(request).then((said) => room.left.push(said));
    if (verb === "live") {
      lines.add(response.writeHead(200));
      return response.flushHeaders();
    }
    const { join, state, change } = room.says;
    const told: Record<string, Said> = { join, state, "keep-place": state };
    const { status, body } = told[verb] ?? change;
    response.writeHead(status).end(JSON.stringify(body));
  });

  beforeEach(async () => {
    vi.stubGlobal("window", new EventTarget());
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const credential = { getToken: async () => ({ token: "token" }) };
    room.service = new CallingService(new URL(`http://127.0.0.1:${port}`), credential, "device");
    room.says = {
      ...{ join: ok({ view: viewOf(), entry: null }), state: ok(viewOf()), change: ok({}) },
    };
    room.asked.length = 0;
    room.left.length = 0;
  });

  afterEach(() => {
    lines.clear();
    server.closeAllConnections();
    server.close();
    vi.unstubAllGlobals();
  });

  return room;
}
