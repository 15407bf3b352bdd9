import type { Calls } from "@/lib/domain/call/calls";
import type { Context, MemberActor } from "@/lib/operations/context";

/** A context for operations of members that touch no call; `announced` collects whom they tell. */
export function buildMemberContext(
  actor: MemberActor,
  now = new Date(),
): Context<MemberActor> & { announced: string[] } {
  const announced: string[] = [];
  return { actor, now, calls: NO_CALLS, announce: (roomId) => announced.push(roomId), announced };
}

const NO_CALLS = new Proxy({} as Calls, {
  get: (_, verb) => () => Promise.reject(new Error(`nobody expected ${String(verb)} here`)),
});
