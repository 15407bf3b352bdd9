import { createContext, useContext } from "react";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { CallWord } from "@/lib/words/en/call";
import type { Say } from "@/lib/words/say";
import type { CallSession } from "./call-session";
import type { CallState } from "./call-state";

type View = Wire<RoomView>;

/** What every part of the call page draws from. */
export type CallTools = {
  session: CallSession;
  state: CallState;
  room: NonNullable<View["room"]>;
  me: NonNullable<View["me"]>;
  view: View;
  say: Say<CallWord>;
};

const Context = createContext<CallTools | null>(null);

export const CallProvider = Context.Provider;

export function useCall(): CallTools {
  const tools = useContext(Context);
  if (!tools) throw new Error("useCall outside of a call");
  return tools;
}
