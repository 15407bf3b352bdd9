import { useEffect, useState, useSyncExternalStore } from "react";
import type { CallSession } from "@/components/call/call-session";
import { requestChange, requestJoin, sayLeft } from "@/components/call/room-requests";
import { SPEAK_UP_MS } from "@/lib/domain/room/line";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { Choices } from "./device-check/choices";
import { DevicePreview } from "./device-check/device-preview";
import { playTone } from "./device-check/test-tone";
import { KeptInTab } from "./kept-in-tab";
import { LiveView } from "./live-view";
import { sendableKinds } from "./may-send";
import { RoomEntry } from "./room-entry";

type View = Wire<RoomView>;
type Module = typeof import("@/components/call/call-screen");

/** How soon to ask again to come in when nobody answered. */
const ASK_AGAIN_MS = 4_000;

/** A page that comes back later than this was not just loaded again. */
const RELOAD_MS = 60_000;

/** Everything that moves on the room page: the view, the devices and the way in. */
export function useRoom(first: View, roomId: string) {
  const [parts] = useState(() => makeParts(first, roomId));
  const { live, preview, entry, stay } = parts;
  const { view, link } = useSyncExternalStore(live.subscribe, live.read, live.read);
  const devices = useSyncExternalStore(preview.subscribe, preview.read, preview.read);
  const entering = useSyncExternalStore(entry.subscribe, entry.read, entry.read);

  useEffect(() => {
    if (Date.now() - (stay.read() ?? 0) < RELOAD_MS) entry.noticeReload();
    stay.forget();
    const stop = live.start((newest) => entry.letIn(newest));
    const unsubscribe = live.subscribe(() => entry.noticeView(live.read().view));
    const leave = () => {
      if (entry.keepsPlace()) sayLeft(roomId);
      if (entry.read().call) stay.keep(Date.now());
      else stay.forget();
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      unsubscribe();
      stop();
      preview.close();
    };
  }, [live, entry, preview, stay, roomId]);

  return { ...parts, view, link, devices, entering };
}

function makeParts(first: View, roomId: string) {
  const live = new LiveView(first, roomId);
  const preview = new DevicePreview(new KeptInTab<Choices>(`devices of ${roomId}`));
  /** When this page was put away in the middle of the call; ms since 1970. */
  const stay = new KeptInTab<number>(`left ${roomId}`);
  const entry = new RoomEntry<CallSession, Module>(
    {
      // The only place that loads the call, and with it the media client: with the press, never before.
      loadCall: () => import("@/components/call/call-screen"),
      join: (takeOver) => requestJoin(roomId, takeOver),
      takeView: (view) => live.take(view),
      handOver: (view) => preview.handOver(sendableKinds(view)),
      giveWay: () => new Promise((resolve) => setTimeout(resolve)),
      pause: () => new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS)),
      keepPlace: async () => {
        const kept = await requestChange(roomId, "keep-place", {});
        if (kept.ok) live.take(kept.body);
        return !kept.ok || kept.body.decision.kind === "wait";
      },
      pauseInLine: () => new Promise((resolve) => setTimeout(resolve, SPEAK_UP_MS)),
      announce: () => void playTone(preview.read().speakerId),
    },
    first,
  );
  return { live, preview, entry, stay };
}
