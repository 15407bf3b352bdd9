import { useTransition } from "react";
import { useCall } from "./call-context";
import type { RoomVerb } from "./room-requests";

type Ask = (
  verb: Exclude<RoomVerb, "join">,
  wanted?: Record<string, unknown>,
  around?: {
    /** Shows what is expected while the answer is awaited; see `useOptimistic`. */
    expect?: () => void;
    /** What follows when it was done. */
    done?: () => void;
    /** Tells why not where it was asked, instead of over the call. */
    refused?: (message: string | null) => void;
  },
) => void;

/** Asks the room for a change, and whether an answer is still awaited. */
export function useAsk(): [Ask, boolean] {
  const { session } = useCall();
  const [isAsking, startAsking] = useTransition();
  const ask: Ask = (verb, wanted = {}, { expect, done, refused } = {}) =>
    startAsking(async () => {
      expect?.();
      const isDone = await session.ask(verb, wanted, refused);
      if (isDone) done?.();
    });
  return [ask, isAsking];
}
