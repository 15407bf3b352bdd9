import type { Decision } from "@/lib/domain/room/decision";
import type { PresentParticipant, SentTrack } from "./calls";
import type { Intrusion } from "./intrusion";
import { grantForPresent, type MediaGrant } from "./media-grant";

/** How a call should be: over, or open to the identities that are admitted. */
export type DesiredCall =
  { kind: "over" } | { kind: "open"; decisions: ReadonlyMap<string, Decision> };

/** How the call is, as the media server sees it. */
export type ActualCall = { participants: readonly PresentParticipant[] };

export type Repair =
  | { do: "end-call" }
  | { do: "remove"; participant: PresentParticipant; intrusion: Intrusion | null }
  /** `isTooMuch`: they could do something that they may not; else they only lacked something. */
  | { do: "change-grant"; participant: PresentParticipant; grant: MediaGrant; isTooMuch: boolean };

/**
 * Camera, microphone, screen and its sound, each once more while the one before is still going.
 * LiveKit lets a client send any number, and each of the others has to receive them.
 */
const MOST_TRACKS = 8;

/** What has to be done so that the call is as the room wants it; empty when it is. */
export function reconcile(desired: DesiredCall, actual: ActualCall): Repair[] {
  if (desired.kind === "over") return [{ do: "end-call" }];
  return actual.participants.flatMap(
    (participant) => repairOf(participant, desired.decisions.get(participant.identity)) ?? [],
  );
}

function repairOf(participant: PresentParticipant, decision: Decision | undefined): Repair | null {
  const remove = (intrusion: Intrusion | null): Repair => ({
    do: "remove",
    participant,
    intrusion,
  });
  if (!decision) return remove("unknown");
  if (!participant.isPerson) return remove("not-a-person");
  if (decision.kind !== "admit") return remove(intrusionOf(participant, decision));
  if (!participant.tracks.every(isHonest)) return remove("mislabelled-track");
  if (participant.tracks.length > MOST_TRACKS) return remove("too-many-tracks");
  const grant = grantForPresent(decision.grant, participant.grant.hidden);
  const isRight = !participant.hasForeignRights && isSameGrant(participant.grant, grant);
  if (isRight) return null;
  return { do: "change-grant", participant, grant, isTooMuch: canTooMuch(participant, grant) };
}

function canTooMuch({ grant: has, hasForeignRights }: PresentParticipant, may: MediaGrant) {
  const rights = ["microphone", "camera", "screen", "data", "seeAndHear", "hidden"] as const;
  return hasForeignRights || rights.some((right) => has[right] && !may[right]);
}

/**
 * How long a change is on its way into a call. Who passed the gate while their link was being revoked
 * has not come back, and who had more until somebody took it is no intruder.
 */
export const SAME_MOMENT_MS = 5_000;

/** Whoever is put out in the usual way is no intruder; who came back after it is, or never had a seat. */
function intrusionOf({ joinedAt }: PresentParticipant, decision: Decision): Intrusion | null {
  if (decision.kind === "admit") return null;
  const outSince = outSinceOf(decision);
  if (outSince) return outSince < joinedAt ? "came-back" : null;
  const hasNoSeat =
    decision.reason === "not-invited" ||
    (decision.reason === "not-ready" && decision.requirement === "name");
  return hasNoSeat ? "unknown" : null;
}

/** When somebody was put out who had been in by right; null for everybody else. */
function outSinceOf(decision: Decision): Date | null {
  if (decision.kind !== "refuse") return null;
  if (decision.reason === "removed") return decision.removal.at;
  if (decision.reason !== "not-invited" || !decision.linkRevokedAt) return null;
  return new Date(decision.linkRevokedAt.getTime() + SAME_MOMENT_MS);
}

const MEDIA_OF = {
  microphone: ["audio"],
  camera: ["video"],
  screen: ["video"],
  "screen-audio": ["audio"],
  // Data has no source; sound or picture without one is hiding what it is.
  unknown: ["data"],
} as const satisfies Record<SentTrack["source"], readonly SentTrack["media"][]>;

/** Whether a track is what it says: LiveKit lets a picture pass as a microphone. */
function isHonest({ source, media }: SentTrack): boolean {
  return MEDIA_OF[source].some((allowed) => allowed === media);
}

function isSameGrant(a: MediaGrant, b: MediaGrant): boolean {
  return (
    a.microphone === b.microphone &&
    a.camera === b.camera &&
    a.screen === b.screen &&
    a.data === b.data &&
    a.seeAndHear === b.seeAndHear &&
    a.hidden === b.hidden
  );
}
