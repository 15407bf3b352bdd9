"use client";

import { useDeferredValue, useEffect, useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { call } from "@/lib/words/en/call";
import type { devices } from "@/lib/words/en/devices";
import type { room } from "@/lib/words/en/room";
import { sayFrom, type ForBrowser } from "@/lib/words/say";
import { RoomPage } from "./room-page";
import { useRoom } from "./use-room";

type RoomScreenProps = {
  /** What the server saw when it made the page. */
  first: Wire<RoomView>;
  roomId: string;
  messages: {
    room: ForBrowser<typeof room>;
    devices: ForBrowser<typeof devices>;
    call: ForBrowser<typeof call>;
  };
};

/** The one island of the room page: before, during and after the call. */
export function RoomScreen({ first, roomId, messages }: RoomScreenProps) {
  const parts = useRoom(first, roomId);
  const { live, view, entry } = parts;
  // Drawn in small steps, between which the call that has just begun to connect gets its turn.
  const entering = useDeferredValue(parts.entering);
  const say = useMemo(() => sayFrom(messages.room, "en"), [messages.room]);
  const sayDevices = useMemo(() => sayFrom(messages.devices, "en"), [messages.devices]);
  const isGoingIn = entering.stage === "going-in";

  useEffect(() => {
    if (!isGoingIn) return;
    const title = document.title;
    document.title = say("going-in");
    return () => {
      document.title = title;
    };
  }, [isGoingIn, say]);

  if (entering.call) {
    const { session, module } = entering.call;
    return (
      <module.CallScreen
        session={session}
        view={view}
        messages={messages.call}
        onView={(newer) => live.take(newer)}
        onViewNeeded={() => void live.refresh()}
        onEnd={(end) => {
          entry.finish(end);
          void live.refresh();
        }}
      />
    );
  }
  return (
    <>
      <noscript>
        <Notice tone="stop">{say("no-script")}</Notice>
      </noscript>
      <RoomPage
        {...parts}
        entering={entering}
        first={first}
        roomId={roomId}
        say={say}
        sayDevices={sayDevices}
      />
    </>
  );
}
