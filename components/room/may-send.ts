import { can } from "@/lib/domain/room/permissions";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { DeviceKind } from "./device-check/device-fault";

type View = Wire<RoomView>;

const ACTION = { camera: "useCamera", microphone: "useMicrophone" } as const;

/** What this reader may send in the call, less what was withheld from them. */
export function sendableKinds({ me }: View): DeviceKind[] {
  if (!me) return [];
  return (["camera", "microphone"] as const).filter(
    (kind) => can(me.role, ACTION[kind]) && !me.withheld.includes(kind),
  );
}

/** Somebody who only sees and hears, now or once they have given a name. */
export function isListener(view: View): boolean {
  return view.me ? sendableKinds(view).length === 0 : view.room?.kind === "webinar";
}
