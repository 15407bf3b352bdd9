import { Mic, MicOff, Video, VideoOff } from "lucide-react";
import { buttonLook } from "@/components/ui/button";
import type { DeviceKind } from "./device-fault";
import type { SayDevices } from "./say-devices";

const ICONS = {
  camera: { on: Video, off: VideoOff },
  microphone: { on: Mic, off: MicOff },
} as const;

type DeviceSwitchProps = {
  kind: DeviceKind;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  say: SayDevices;
};

/** Switches the camera or the microphone off before the call, and on again. */
export function DeviceSwitch({ kind, isOn, onChange, say }: DeviceSwitchProps) {
  const Icon = ICONS[kind][isOn ? "on" : "off"];
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      onClick={() => onChange(!isOn)}
      className={buttonLook("plain", "grow basis-0 gap-1.5! px-2!")}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      {say(kind)}
      <span aria-hidden className="font-normal text-quiet">
        {say(isOn ? "on" : "off")}
      </span>
    </button>
  );
}
