"use client";

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { call } from "@/lib/words/en/call";
import type { ForBrowser } from "@/lib/words/say";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { Announcer } from "./announcer";
import { CallBar } from "./call-bar";
import { CallProvider } from "./call-context";
import { CallHeader } from "./call-header";
import type { CallListener, CallSession } from "./call-session";
import { DevicePanel } from "./device-panel";
import { LobbyStrip } from "./lobby-strip";
import { Messages } from "./messages";
import type { PanelName } from "./panel-name";
import { PeoplePanel } from "./people-panel";
import { sayInCall } from "./say-in-call";
import { SharingStrip } from "./shared-screen";
import { SoundGate } from "./sound-gate";
import { Stage } from "./stage";
import { useScreenAwake } from "./use-screen-awake";

export { startCall } from "./start-call";
export { warmUp } from "./warm-up";

type CallScreenProps = CallListener & {
  session: CallSession;
  /** The room as it is now; the page keeps it fresh. */
  view: Wire<RoomView>;
  messages: ForBrowser<typeof call>;
};

/** The call, over the whole window. */
export function CallScreen({ session, view, messages, ...listener }: CallScreenProps) {
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const kind = view.room?.kind ?? "meeting";
  const say = useMemo(() => sayInCall(messages, kind), [messages, kind]);
  const [panel, setPanel] = useState<PanelName | null>(null);
  useEffect(() => session.listen(listener));
  useEffect(() => session.takeView(view), [session, view]);
  useScreenAwake();
  // The button that was pressed is gone; whoever uses the keyboard goes on from here.
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus(), []);
  useKeptFocus(main);
  const { room, me } = view;
  if (!room || !me) return null;
  const closePanel = () => setPanel(null);
  return (
    <CallProvider value={{ session, state, room, me, view, say }}>
      <main
        ref={main}
        tabIndex={-1}
        aria-label={say("callOf", { title: room.title })}
        className="theme-dark outline-none fixed inset-0 z-50 flex flex-col pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)]"
      >
        <CallHeader />
        <LobbyStrip onMore={() => setPanel("people")} />
        <SharingStrip />
        <div className="relative flex min-h-0 flex-1">
          <div className="relative flex min-w-0 flex-1">
            <Stage />
            <Messages arePeopleShown={panel === "people"} />
          </div>
          {panel === "people" && <PeoplePanel onClose={closePanel} />}
          {panel === "devices" && <DevicePanel onClose={closePanel} />}
          <SoundGate />
        </div>
        <CallBar panel={panel} onPanel={setPanel} />
        <Announcer />
      </main>
    </CallProvider>
  );
}
