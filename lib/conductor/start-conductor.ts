import "server-only";
import { hastenCallsOfRoom } from "@/lib/data/calls";
import type { Calls } from "@/lib/domain/call/calls";
import type { Announce } from "@/lib/domain/room/announce";
import { log } from "@/lib/log";
import { Conductor } from "./conductor";
import { repeat } from "./repeat";

/** Whoever changes a room tells the media server too; the conductor comes after them. */
const AFTER_CHANGE_MS = 150;

export type ConductorWorld = {
  calls: Calls;
  announce: Announce;
  /** Calls back with the id of each room that changes, with "" when some may have been missed. */
  onRoomChange(listener: (roomId: string) => void): () => void;
};

/** Starts the loop that keeps every call as its room wants it. Any number of processes may run it. */
export function startConductor({ calls, announce, onRoomChange }: ConductorWorld) {
  const conductor = new Conductor({ calls, announce });
  const loop = repeat(() => conductor.pass());

  async function hasten(roomId: string): Promise<void> {
    try {
      if (!roomId) return loop.wake(new Date());
      const dueAt = new Date(Date.now() + AFTER_CHANGE_MS);
      await hastenCallsOfRoom(roomId, dueAt);
      loop.wake(dueAt);
    } catch (error) {
      // The loop comes to it by itself.
      log.warn({ err: error, roomId }, "the conductor could not be hastened");
    }
  }

  const unsubscribe = onRoomChange((roomId) => void hasten(roomId));
  return {
    async stop(): Promise<void> {
      unsubscribe();
      await loop.stop();
      await conductor.finish();
    },
  };
}
