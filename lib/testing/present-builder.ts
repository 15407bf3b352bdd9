import type { PresentParticipant } from "@/lib/domain/call/calls";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";

/** A patient in a call, as the media server sees them, but for what `changes` says. */
export function presentParticipant(changes: Partial<PresentParticipant> = {}): PresentParticipant {
  return {
    identity: "0192f0c1-0000-7000-8000-000000000001.0123456789abcdef",
    sid: "PA_1",
    joinedAt: new Date("2027-03-09T14:01:00Z"),
    grant: mediaGrantFor("attendee", "visit", []),
    isPerson: true,
    hasForeignRights: false,
    tracks: [],
    ...changes,
  };
}
