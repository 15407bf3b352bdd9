import { capabilitiesOf, changedCapabilities } from "@/lib/domain/calling/capabilities";
import type { CallingView } from "@/lib/domain/calling/calling-view";
import type { Wire } from "@/lib/domain/room/room-view";
import type { CapabilitiesChangeInfo, CapabilitiesFeature } from "@/public/calling/rostrum-calling";
import { Emitter } from "./emitter";

type Me = Wire<CallingView>["me"];

/** What this user can do in a call now, and why not the rest. */
export class OwnCapabilities
  extends Emitter<{ capabilitiesChanged: (change: CapabilitiesChangeInfo) => void }>
  implements CapabilitiesFeature
{
  capabilities = capabilitiesOf(null, []);
  #role: string | null = null;

  take(me: Me): void {
    const before = this.capabilities;
    const isNewRole = this.#role !== (me?.role ?? null);
    this.#role = me?.role ?? null;
    this.capabilities = capabilitiesOf(me?.role ?? null, me?.withheld ?? []);
    const change = changedCapabilities(before, this.capabilities);
    const reason = isNewRole ? "RoleChanged" : "MeetingOptionOrOrganizerPolicyChanged";
    if (change) this.emit("capabilitiesChanged", { ...change, reason });
  }
}
