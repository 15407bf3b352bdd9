import { Notice } from "@/components/ui/notice";
import { DeviceChoice } from "./device-choice";
import type { DeviceKind } from "./device-fault";
import type { DevicePreview, PreviewState } from "./device-preview";
import { DeviceSwitch } from "./device-switch";
import { Faults } from "./fault-help";
import { LevelBar } from "./level-bar";
import type { SayDevices } from "./say-devices";
import { SelfView } from "./self-view";

type DeviceCheckProps = {
  /** What this person may send in the call; never empty. */
  kinds: readonly DeviceKind[];
  state: PreviewState;
  preview: DevicePreview;
  say: SayDevices;
};

/** Camera and sound before the call: what the others will see and hear, and help where it fails. */
export function DeviceCheck({ kinds, state, preview, say }: DeviceCheckProps) {
  const { camera, microphone, stage } = state;
  const isAsking = stage === "asking";
  const works = kinds.every((kind) => state[kind].track);
  return (
    <section aria-label={say("title")} className="flex flex-col gap-4">
      {isAsking && (
        <Notice
          title={say("asking", { what: kinds.length > 1 ? "both" : (kinds[0] ?? "both") })}
          role="status"
        >
          <p>{say("asking-why")}</p>
        </Notice>
      )}
      <Faults
        state={state}
        onRetry={(faulty) => preview.retry(faulty)}
        onGoWithout={(faulty) => faulty.forEach((kind) => preview.setWanted(kind, false))}
        say={say}
      />
      {kinds.includes("camera") && !camera.fault && (
        <SelfView camera={camera} isAsking={isAsking} say={say} />
      )}
      <div className="flex flex-wrap gap-2">
        {kinds.map((kind) => (
          <DeviceSwitch
            key={kind}
            kind={kind}
            isOn={state[kind].isWanted && !state[kind].fault}
            onChange={(isOn) => preview.setWanted(kind, isOn)}
            say={say}
          />
        ))}
      </div>
      {microphone.track && (
        <LevelBar key={microphone.track.id} track={microphone.track} say={say} />
      )}
      {kinds.includes("microphone") && !microphone.isWanted && (
        <p className="text-sm text-quiet">{say("microphone-off")}</p>
      )}
      {!isAsking && (
        <details className="rounded border border-line bg-surface px-4 py-2">
          <summary className="target content-center font-semibold">
            {say(works ? "all-well" : "settings")}
          </summary>
          <DeviceChoice kinds={kinds} state={state} preview={preview} say={say} />
        </details>
      )}
    </section>
  );
}
