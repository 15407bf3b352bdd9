import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { AddressBarPicture } from "./address-bar-picture";
import { browserNameOf } from "./browser-name";
import type { DeviceFault, DeviceKind } from "./device-fault";
import type { PreviewState } from "./device-preview";
import type { SayDevices } from "./say-devices";

export type What = DeviceKind | "both";

/** Faults that pressing "Try again" can mend. */
const CAN_RETRY = new Set<DeviceFault>([
  ...(["blocked", "system", "dismissed", "busy", "failed"] as const),
]);

type FaultsProps = {
  state: PreviewState;
  onRetry: (kinds: DeviceKind[]) => void;
  onGoWithout: (kinds: DeviceKind[]) => void;
  say: SayDevices;
};

/** What keeps camera or microphone from working, each with its own help and a way past it. */
export function Faults({ state, onRetry, onGoWithout, say }: FaultsProps) {
  return faultsOf(state).map(({ fault, kinds }) => (
    <FaultHelp
      key={kinds.join()}
      fault={fault}
      what={kinds.length > 1 ? "both" : (kinds[0] ?? "both")}
      onRetry={() => onRetry(kinds)}
      onGoWithout={() => onGoWithout(kinds)}
      say={say}
    />
  ));
}

/** One entry for both when the cause is the same. */
function faultsOf({ camera, microphone }: PreviewState) {
  const all: { fault: DeviceFault; kinds: DeviceKind[] }[] = [];
  if (camera.fault) all.push({ fault: camera.fault, kinds: ["camera"] });
  if (!microphone.fault) return all;
  if (camera.fault === microphone.fault) all[0]?.kinds.push("microphone");
  else all.push({ fault: microphone.fault, kinds: ["microphone"] });
  return all;
}

type FaultHelpProps = {
  fault: DeviceFault;
  what: What;
  onRetry: () => void;
  onGoWithout: () => void;
  say: SayDevices;
};

function FaultHelp({ fault, what, onRetry, onGoWithout, say }: FaultHelpProps) {
  const browser = useSyncExternalStore(
    () => () => undefined,
    () => browserNameOf(navigator.userAgent),
    () => "other" as const,
  );
  const isBlocked = fault === "blocked";
  return (
    <Notice tone="soon" title={say(fault, { what })} role="status">
      <p>{say(isBlocked ? `blocked-${browser}` : `${fault}-help`, { what })}</p>
      {isBlocked && browser !== "safari" && <AddressBarPicture label={say("picture")} />}
      <p className="text-sm text-quiet">{say(`without-${what}`)}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {CAN_RETRY.has(fault) && <Button onClick={onRetry}>{say("try-again")}</Button>}
        <Button variant="bare" onClick={onGoWithout}>
          {say("go-on-without", { what })}
        </Button>
      </div>
    </Notice>
  );
}
