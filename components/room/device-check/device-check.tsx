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
  const { camera, microphone, stage, isPrompting } = state;
  const works = kinds.every((kind) => state[kind].track);
  const what = kinds.length > 1 ? "both" : (kinds[0] ?? "both");
  const question = isPrompting ? { title: say("asking", { what }), why: say("asking-why") } : null;
  return (
    <section aria-label={say("title")} className="flex flex-col gap-4">
      <Faults
        state={state}
        onRetry={(faulty) => preview.retry(faulty)}
        onGoWithout={(faulty) => faulty.forEach((kind) => preview.setWanted(kind, false))}
        say={say}
      />
      {kinds.includes("camera") && !camera.fault && (
        <SelfView camera={camera} question={question} say={say} />
      )}
      {!kinds.includes("camera") && question && (
        <Notice title={question.title} role="status">
          <p>{question.why}</p>
        </Notice>
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
      {kinds.includes("microphone") && !microphone.fault && (
        <div className="min-h-12">
          {microphone.track && (
            <LevelBar key={microphone.track.id} track={microphone.track} say={say} />
          )}
          {!microphone.isWanted && <p className="text-sm text-quiet">{say("microphone-off")}</p>}
        </div>
      )}
      <details className="rounded border border-line bg-surface px-4 py-2">
        <summary className="target content-center font-semibold">
          {say(works ? "all-well" : "settings")}
        </summary>
        {stage !== "closed" && (
          <DeviceChoice kinds={kinds} state={state} preview={preview} say={say} />
        )}
      </details>
    </section>
  );
}
