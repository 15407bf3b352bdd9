import "server-only";
import { listCallRooms } from "@/lib/data/call-rooms";
import { claimDueCalls, findNextDueAt, type CallAtHand } from "@/lib/data/calls";
import { database } from "@/lib/data/client";
import { listOpenStays } from "@/lib/data/presence";
import type { Calls } from "@/lib/domain/call/calls";
import { AppError } from "@/lib/domain/errors";
import { log } from "@/lib/log";
import { deleteRevivedCalls } from "@/lib/operations/call/delete-revived-calls";
import { lookAtCall, type CallOnFile } from "@/lib/operations/call/look-at-call";
import type { Announce, Context, SystemActor } from "@/lib/operations/context";

/** Each open call is looked at this often, whatever else happens. */
const ROUND_MS = 3_000;

const MOST_AT_ONCE = 50;

const REVIVED_EVERY_MS = 5_000;

type World = { calls: Calls; announce: Announce };

/** Keeps each call as its room wants it. Knows nothing that is not in the database. */
export class Conductor {
  private readonly inHand = new Map<string, Promise<void>>();
  private revivedLookAt = 0;

  constructor(private readonly world: World) {}

  /**
   * Takes the calls that are due and starts to look at each; does not wait for the slow ones.
   *
   * @returns when to come again.
   */
  async pass(): Promise<Date | null> {
    const now = new Date();
    const room = MOST_AT_ONCE - this.inHand.size;
    const due = room > 0 ? await claimDueCalls(now, ROUND_MS, room) : [];
    const fresh = due.filter(({ id }) => !this.inHand.has(id));
    for (const onFile of await readFiles(fresh)) this.lookAt(onFile);
    this.lookForRevivedCalls(now);
    return due.length > 0 && due.length === room ? now : findNextDueAt();
  }

  /** Resolves when nothing is in hand any more. */
  async finish(): Promise<void> {
    await Promise.all(this.inHand.values());
  }

  private lookAt(onFile: CallOnFile): void {
    this.take(onFile.call.id, lookAtCall(this.context(), onFile));
  }

  /** A ticket of an ended call could open it again where the media server's port is not closed off. */
  private lookForRevivedCalls(now: Date): void {
    if (now.getTime() - this.revivedLookAt < REVIVED_EVERY_MS || this.inHand.has("revived")) return;
    this.revivedLookAt = now.getTime();
    this.take("revived", deleteRevivedCalls(this.context()));
  }

  private take(id: string, work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => {
        const code = error instanceof AppError ? error.code : "unexpected";
        log.warn({ callId: id, code, err: error }, "the conductor could not look at a call");
      })
      .finally(() => this.inHand.delete(id));
    this.inHand.set(id, done);
  }

  private context(): Context<SystemActor> {
    return { actor: { kind: "system" }, now: new Date(), ...this.world };
  }
}

async function readFiles(calls: readonly CallAtHand[]): Promise<CallOnFile[]> {
  if (calls.length === 0) return [];
  const ids = calls.map(({ id }) => id);
  const [rooms, stays] = await Promise.all([
    listCallRooms(database(), ids),
    listOpenStays(database(), ids),
  ]);
  return calls.map((call) => ({
    call,
    room: rooms.get(call.id) ?? null,
    stays: stays.filter(({ callId }) => callId === call.id),
  }));
}
