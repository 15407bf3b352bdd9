import "server-only";
import { announce } from "@/lib/live/announce";
import { liveKitCalls } from "@/lib/livekit/calls";
import type { Context } from "@/lib/operations/context";

/** The clock of this request and the real parts outside: what every context is made of. */
export function outsideWorld(): Pick<Context<never>, "now" | "calls" | "announce"> {
  return { now: new Date(), calls: liveKitCalls, announce };
}
