import { useState } from "react";
import { Volume2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { DeviceKind } from "./device-fault";
import type { DevicePreview, PreviewState } from "./device-preview";
import type { SayDevices } from "./say-devices";
import { playTone } from "./test-tone";

const MEDIA_KIND = {
  camera: "videoinput",
  microphone: "audioinput",
  speaker: "audiooutput",
} as const;

type ChoiceProps = {
  kinds: readonly DeviceKind[];
  state: PreviewState;
  preview: DevicePreview;
  say: SayDevices;
};

/** Which camera, microphone and speaker, and a sound to hear. */
export function DeviceChoice({ kinds, state, preview, say }: ChoiceProps) {
  return (
    <div className="flex flex-col gap-4 pt-3">
      {kinds.map((kind) => (
        <Choice
          key={kind}
          kind={kind}
          devices={state.devices}
          chosen={currentOf(state, kind)}
          onChoose={(deviceId) => preview.choose(kind, deviceId)}
          say={say}
        />
      ))}
      <SpeakerChoice state={state} preview={preview} say={say} />
    </div>
  );
}

/** The device in use, chosen by the person or by the browser. */
function currentOf(state: PreviewState, kind: DeviceKind): string {
  const { track, deviceId } = state[kind];
  return track?.getSettings().deviceId ?? deviceId ?? "";
}

function SpeakerChoice({ state, preview, say }: Omit<ChoiceProps, "kinds">) {
  const [isPlayed, setPlayed] = useState(false);
  const canChoose =
    "setSinkId" in HTMLMediaElement.prototype &&
    state.devices.some(({ kind }) => kind === MEDIA_KIND.speaker);
  const play = () => {
    setPlayed(true);
    void playTone(state.speakerId);
  };
  return (
    <div className="flex flex-col gap-3">
      {canChoose && (
        <Choice
          kind="speaker"
          devices={state.devices}
          chosen={state.speakerId ?? ""}
          onChoose={(deviceId) => preview.chooseSpeaker(deviceId)}
          say={say}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button onClick={play}>
          <Volume2 aria-hidden className="size-5" />
          {say("play")}
        </Button>
        <p role="status" className="text-sm text-quiet">
          {isPlayed && say(canChoose ? "played" : "played-plain")}
        </p>
      </div>
    </div>
  );
}

type OneProps = {
  kind: keyof typeof MEDIA_KIND;
  devices: readonly MediaDeviceInfo[];
  chosen: string;
  onChoose: (deviceId: string) => void;
  say: SayDevices;
};

function Choice({ kind, devices, chosen, onChoose, say }: OneProps) {
  const own = devices.filter((device) => device.kind === MEDIA_KIND[kind] && device.deviceId);
  if (own.length === 0) return null;
  const options = own.map(({ deviceId, label }, index) => ({
    value: deviceId,
    label: label || say("unnamed", { kind: say(kind), number: index + 1 }),
  }));
  const isListed = options.some(({ value }) => value === chosen);
  return (
    <SelectField
      name={kind}
      label={say(kind)}
      options={isListed ? options : [{ value: "", label: say("system-choice") }, ...options]}
      value={isListed ? chosen : ""}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
