import "server-only";
import { listCallRooms } from "@/lib/data/call-facts";
import { claimDueCalls, findNextDueAt, type CallAtHand } from "@/lib/data/calls";
import { database } from "@/lib/data/client";
import { listOpenStays } from "@/lib/data/presence";
import type { Calls } from "@/lib/domain/call/calls";
import { groupBy } from "@/lib/domain/group-by";
import type { Announce } from "@/lib/domain/room/announce";
import { log } from "@/lib/log";
import { asFailure } from "@/lib/operations/as-failure";
import { deleteRevivedCalls } from "@/lib/operations/call/delete-revived-calls";
import { repairCall } from "@/lib/operations/call/repair-call";
import { seeCall, type CallOnFile, type SeenCall } from "@/lib/operations/call/see-call";
import type { Context, SystemActor } from "@/lib/operations/context";
import { decideForCalls } from "@/lib/operations/join/decide-for-ticket";

/** Each open call is looked at this often, whatever else happens. */
const ROUND_MS = 4_000;

/** Calls without a reason to be looked at sooner are looked at together, which costs far less. */
const BEAT_MS = 500;

const MOST_AT_ONCE = 200;

const REVIVED_EVERY_MS = 5_000;

type World = { calls: Calls; announce: Announce };

/** Keeps each call as its room wants it. Knows nothing that is not in the database. */
export class Conductor {
  private readonly inHand = new Set<string>();
  private readonly running = new Set<Promise<void>>();
  private revivedLookAt = 0;

  constructor(private readonly world: World) {}

  /**
   * Takes the calls that are due and starts to look at them; does not wait for slow answers.
   *
   * @returns when to come again.
   */
  async pass(): Promise<Date | null> {
    const now = new Date();
    const places = MOST_AT_ONCE - this.inHand.size;
    const again = new Date(Math.floor((now.getTime() + ROUND_MS) / BEAT_MS) * BEAT_MS);
    const due = places > 0 ? await claimDueCalls(now, again, places) : [];
    const fresh = due.filter(({ id }) => !this.inHand.has(id));
    if (fresh.length > 0) this.start(this.lookAt(fresh));
    if (now.getTime() - this.revivedLookAt >= REVIVED_EVERY_MS) {
      this.revivedLookAt = now.getTime();
      this.start(this.guard("", () => deleteRevivedCalls(this.context())));
    }
    return due.length > 0 && due.length === places ? now : findNextDueAt();
  }

  /** Resolves when nothing is in hand any more. */
  async finish(): Promise<void> {
    await Promise.all(this.running);
  }

  private start(work: Promise<unknown>): void {
    const done = work.then(() => void this.running.delete(done));
    this.running.add(done);
  }

  private async lookAt(calls: readonly CallAtHand[]): Promise<void> {
    for (const { id } of calls) this.inHand.add(id);
    try {
      const files = (await this.guard("", () => readFiles(calls))) ?? [];
      const seen = await Promise.all(
        files.map((file) => this.guard(file.call.id, () => seeCall(this.context(), file))),
      );
      const peopled = seen.filter((each): each is SeenCall => !!each?.participants.length);
      if (peopled.length > 0) await this.guard("", () => this.repair(peopled));
    } finally {
      for (const { id } of calls) this.inHand.delete(id);
    }
  }

  private async repair(seen: readonly SeenCall[]): Promise<void> {
    const ctx = this.context();
    const asked = seen.map(({ call, participants }) => ({
      callName: call.name,
      identities: participants.map(({ identity }) => identity),
    }));
    const decisions = await decideForCalls(asked, ctx.now);
    await Promise.all(
      seen.map((each) =>
        this.guard(each.call.id, () =>
          repairCall(ctx, each, decisions.get(each.call.name) ?? new Map()),
        ),
      ),
    );
  }

  /** What fails stays as it is until the next look; null then. */
  private async guard<T>(callId: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (asFailure(error)) {
        log.warn({ callId, err: error }, "the conductor gets no answer");
      } else {
        log.error({ callId, err: error }, "the conductor could not look after a call");
      }
      return null;
    }
  }

  private context(): Context<SystemActor> {
    return { actor: { kind: "system" }, now: new Date(), ...this.world };
  }
}

async function readFiles(calls: readonly CallAtHand[]): Promise<CallOnFile[]> {
  const ids = calls.map(({ id }) => id);
  const [rooms, stays] = await Promise.all([
    listCallRooms(database(), ids),
    listOpenStays(database(), ids),
  ]);
  const staysOf = groupBy(stays, ({ callId }) => callId);
  return calls.map((call) => ({
    call,
    room: rooms.get(call.id) ?? null,
    stays: staysOf.get(call.id) ?? [],
  }));
}
