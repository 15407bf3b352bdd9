import { useId } from "react";
import type { CallWord } from "@/lib/words/en/call";
import { INPUT_LOOK } from "@/components/ui/field-frame";
import { useCall } from "./call-context";
import { SidePanel } from "./side-panel";
import { useDevices } from "./use-devices";
import { useOwnRights } from "./use-own-rights";

/** Which camera, microphone and speaker to use. */
export function DevicePanel({ onClose }: { onClose: () => void }) {
  const { say } = useCall();
  const rights = useOwnRights();
  return (
    <SidePanel title={say("moreTitle")} onClose={onClose}>
      {rights.camera && <DeviceChoice kind="videoinput" label="deviceCamera" />}
      {rights.microphone && <DeviceChoice kind="audioinput" label="deviceMicrophone" />}
      <DeviceChoice kind="audiooutput" label="deviceSpeaker" />
    </SidePanel>
  );
}

function DeviceChoice({ kind, label }: { kind: MediaDeviceKind; label: CallWord }) {
  const { say } = useCall();
  const { devices, activeId, choose } = useDevices(kind);
  const id = useId();
  const nothing = kind === "audiooutput" ? "speakerBySystem" : "noDevices";
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {say(label)}
      </label>
      <select
        id={id}
        value={activeId}
        disabled={devices.length === 0}
        className={INPUT_LOOK}
        onChange={(event) => choose(event.target.value)}
      >
        {devices.length === 0 && <option value={activeId}>{say(nothing)}</option>}
        {devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || say("deviceUnnamed", { number: index + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}
