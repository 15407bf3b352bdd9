import type { JoinAnswer, RoomView, Wire } from "@/lib/domain/room/room-view";
import type { Answer } from "@/components/call/room-requests";
import type { HandedOver } from "./device-check/device-preview";

type View = Wire<RoomView>;

/** What the room page needs of `components/call/call-screen`, which comes with the press. */
export type CallModule<Session> = {
  warmUp(): Promise<void>;
  startCall(options: {
    view: View;
    entry: { ticket: string; callName: string };
    preview: HandedOver;
    /** They were waiting and are let in now, perhaps while they look elsewhere. */
    isLetIn: boolean;
  }): Session;
};

/** The outside of an entry; tests hand in their own. */
export type EntryPorts<Session, Module extends CallModule<Session>> = {
  loadCall(): Promise<Module>;
  join(takeOver: boolean): Promise<Answer<Wire<JoinAnswer>>>;
  takeView(view: View): void;
  /** The preview's tracks, as far as the view allows to send them; theirs from then on. */
  handOver(view: View): HandedOver | Promise<HandedOver>;
  /** Resolves when what has begun has had a turn. */
  giveWay(): Promise<void>;
  /** Tells somebody who looks elsewhere that they are in. */
  announce(): void;
  /** Resolves when it is time to ask again somebody who did not answer. */
  pause(): Promise<void>;
  /** Says that they are still here, since the line waits for nobody else. False once it is over. */
  keepPlace(): Promise<boolean>;
  /** Resolves when it is time to say that again. */
  pauseInLine(): Promise<void>;
};
