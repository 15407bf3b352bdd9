import Ellipsis from "lucide-react/icons/ellipsis";
import LogOut from "lucide-react/icons/log-out";
import Mic from "lucide-react/icons/mic";
import MicOff from "lucide-react/icons/mic-off";
import ScreenShare from "lucide-react/icons/screen-share";
import ScreenShareOff from "lucide-react/icons/screen-share-off";
import Users from "lucide-react/icons/users";
import Video from "lucide-react/icons/video";
import VideoOff from "lucide-react/icons/video-off";
import { useState } from "react";
import { can } from "@/lib/domain/room/permissions";
import { BarButton } from "./bar-button";
import { useCall } from "./call-context";
import { LeaveDialog } from "./leave-dialog";
import { askingIn } from "./notices-between";
import type { PanelName } from "./panel-name";
import { useOwnRights } from "./use-own-rights";

type CallBarProps = { panel: PanelName | null; onPanel: (panel: PanelName | null) => void };

/** What one can do in the call, always in the same order, with Leave apart at the end. */
export function CallBar({ panel, onPanel }: CallBarProps) {
  const { say } = useCall();
  const toggle = (name: PanelName) => () => onPanel(panel === name ? null : name);
  return (
    <section
      aria-label={say("controls")}
      className="flex shrink-0 items-stretch justify-center gap-1 px-2 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <SourceButtons />
      <PeopleButton isOpen={panel === "people"} onPress={toggle("people")} />
      <BarButton
        icon={Ellipsis}
        word={say("more")}
        isOpen={panel === "devices"}
        onPress={toggle("devices")}
      />
      <LeaveButton />
    </section>
  );
}

function SourceButtons() {
  const { session, state, say } = useCall();
  const rights = useOwnRights();
  const { microphone, camera, screen } = state.own;
  return (
    <>
      {rights.microphone && (
        <BarButton
          icon={microphone.isOn ? Mic : MicOff}
          word={say("microphone")}
          shortWord={say("microphoneShort")}
          isOn={microphone.isOn}
          isBusy={microphone.isChanging}
          onPress={() => session.set("microphone", !microphone.isOn)}
        />
      )}
      {rights.camera && (
        <BarButton
          icon={camera.isOn ? Video : VideoOff}
          word={say("camera")}
          isOn={camera.isOn}
          isBusy={camera.isChanging}
          onPress={() => session.set("camera", !camera.isOn)}
        />
      )}
      {rights.screen && (
        <BarButton
          icon={screen.isOn ? ScreenShareOff : ScreenShare}
          word={say(screen.isOn ? "stopSharing" : "shareScreen")}
          shortWord={say(screen.isOn ? "stopSharingShort" : "share")}
          isBusy={screen.isChanging}
          onPress={() => session.set("screen", !screen.isOn)}
        />
      )}
    </>
  );
}

type PeopleButtonProps = { isOpen: boolean; onPress: () => void };

function PeopleButton({ isOpen, onPress }: PeopleButtonProps) {
  const { view, state, say } = useCall();
  const count = Math.max(state.people.length, view.people.filter((p) => p.isInside).length);
  const waiting = view.lobby.length + askingIn(view).length;
  return (
    <BarButton
      icon={Users}
      word={say("people")}
      name={`${say("peopleWithCount", { count })}${waiting ? `, ${say("peopleWaiting", { count: waiting })}` : ""}`}
      mark={waiting || undefined}
      isOpen={isOpen}
      onPress={onPress}
    />
  );
}

function LeaveButton() {
  const { session, me, say } = useCall();
  const [isAsking, setIsAsking] = useState(false);
  const mayEnd = can(me.role, "endForEveryone");
  return (
    <>
      <BarButton
        icon={LogOut}
        word={say("leave")}
        isApart
        onPress={mayEnd ? () => setIsAsking(true) : () => session.leave()}
      />
      {isAsking && <LeaveDialog onClose={() => setIsAsking(false)} />}
    </>
  );
}
