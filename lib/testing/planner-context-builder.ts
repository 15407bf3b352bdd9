import type { Calls } from "@/lib/domain/call/calls";
import type { Context, PlannerActor } from "@/lib/operations/context";

/** A context for operations that touch no call; `announced` collects what they tell of. */
export function buildPlannerContext<Actor extends PlannerActor>(
  actor: Actor,
  now = new Date(),
): Context<Actor> & { announced: string[] } {
  const announced: string[] = [];
  return { actor, now, calls: NO_CALLS, announce: (roomId) => announced.push(roomId), announced };
}

const NO_CALLS = new Proxy({} as Calls, {
  get: (_, verb) => () => Promise.reject(new Error(`nobody expected ${String(verb)} here`)),
});
