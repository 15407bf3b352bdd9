import type { Source } from "@/lib/domain/call/media-grant";
import { can, type Action } from "@/lib/domain/room/permissions";
import type { Role } from "@/lib/domain/room/role";

/** Why a capability is there or not, in the Calling SDK's words. */
export type CapabilityReason =
  | "Capable"
  | "RoleRestricted"
  /** Taken from this one seat for now. */
  | "MeetingRestricted"
  | "CapabilityNotApplicableForTheCallType"
  | "FeatureNotSupported"
  | "NotInitialized";

export type Capability = { isPresent: boolean; reason: CapabilityReason };

const CAPABLE: Capability = { isPresent: true, reason: "Capable" };
const NOT_IN_ROOMS = absent("CapabilityNotApplicableForTheCallType");
const NOT_HERE = absent("FeatureNotSupported");

/**
 * Every capability that the Calling SDK names, as a seat has it in a call, by our permissions.
 * Without a role nothing is known yet.
 */
export function capabilitiesOf(role: Role | null, withheld: readonly string[]) {
  const by = (action: Action, source?: Source) => byRole(role, withheld, action, source);
  return {
    turnVideoOn: by("useCamera", "camera"),
    unmuteMic: by("useMicrophone", "microphone"),
    shareScreen: by("shareScreen", "screen"),
    removeParticipant: by("removeOthers"),
    hangUpForEveryOne: by("endForEveryone"),
    muteOthers: by("muteOthers"),
    viewAttendeeNames: by("seeWhoIsMuted"),
    addCommunicationUser: NOT_HERE,
    addTeamsUser: NOT_IN_ROOMS,
    addPhoneNumber: NOT_HERE,
    manageLobby: NOT_IN_ROOMS,
    spotlightParticipant: NOT_HERE,
    removeParticipantsSpotlight: NOT_HERE,
    blurBackground: NOT_HERE,
    startLiveMeetingCaptions: NOT_IN_ROOMS,
    startLiveCallingCaptions: NOT_HERE,
    setCaptionLanguage: NOT_HERE,
    raiseHand: NOT_HERE,
    pstnDialOut: NOT_HERE,
    useReactions: NOT_HERE,
    startTogetherMode: NOT_IN_ROOMS,
    joinBreakoutRooms: NOT_IN_ROOMS,
    forbidOthersAudio: NOT_HERE,
    forbidOthersVideo: NOT_HERE,
    realTimeText: NOT_HERE,
  } satisfies Record<string, Capability>;
}

export type Capabilities = ReturnType<typeof capabilitiesOf>;
export type CapabilityName = keyof Capabilities;

function byRole(
  role: Role | null,
  withheld: readonly string[],
  action: Action,
  source: Source | undefined,
): Capability {
  if (role === null) return absent("NotInitialized");
  if (!can(role, action)) return absent("RoleRestricted");
  return source && withheld.includes(source) ? absent("MeetingRestricted") : CAPABLE;
}

function absent(reason: CapabilityReason): Capability {
  return { isPresent: false, reason };
}

export type ChangedCapabilities = {
  oldValue: Partial<Capabilities>;
  newValue: Partial<Capabilities>;
};

/** The capabilities that are others than before, as they were and as they are; null for none. */
export function changedCapabilities(
  before: Capabilities,
  after: Capabilities,
): ChangedCapabilities | null {
  const isName = (name: string): name is CapabilityName => name in after;
  // What is present says so by its reason, too.
  const changed = Object.keys(after)
    .filter(isName)
    .filter((name) => before[name].reason !== after[name].reason);
  if (changed.length === 0) return null;
  const change: ChangedCapabilities = { oldValue: {}, newValue: {} };
  for (const name of changed) {
    change.oldValue[name] = before[name];
    change.newValue[name] = after[name];
  }
  return change;
}
