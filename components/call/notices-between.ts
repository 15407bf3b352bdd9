import { newcomers } from "@/lib/domain/call/arrivals";
import { ownChanges, type OwnChange } from "@/lib/domain/call/own-changes";
import type { IntrusionTold } from "@/lib/domain/call/intrusion";
import type { Source } from "@/lib/domain/call/media-grant";
import type { Role } from "@/lib/domain/room/role";
import type { LobbyView, RoomView, Wire } from "@/lib/domain/room/room-view";
import type { CallWord } from "@/lib/words/en/call";
import type { NewNotice } from "./notice-board";
import { sayHere } from "./say-here";

type View = Wire<RoomView>;

const WITHHELD: Record<Source, CallWord> = {
  microphone: "microphoneWithheld",
  camera: "cameraWithheld",
  screen: "screenWithheld",
};

const ALLOWED: Record<Source, CallWord> = {
  microphone: "microphoneAllowed",
  camera: "cameraAllowed",
  screen: "screenAllowed",
};

const INTRUSION: Record<IntrusionTold, CallWord> = {
  unknown: "strangerPutOut",
  "not-a-person": "strangerPutOut",
  "came-back": "cameBackPutOut",
  "mislabelled-track": "mislabelledPutOut",
  "too-many-tracks": "floodPutOut",
  "wrong-rights": "rightsSetRight",
};

const NEW_ROLE: Record<Role, CallWord> = {
  presenter: "becamePresenter",
  collaborator: "becameCollaborator",
  attendee: "becameAttendee",
  consumer: "becameConsumer",
};

/** What to tell somebody inside about a newer view of their room, most important first. */
export function noticesBetween(before: View, after: View): NewNotice[] {
  return [
    ...ownNotices(before, after),
    ...roomNotices(before, after),
    ...intrusionNotices(before, after),
  ];
}

/** Those who have come to the lobby since. */
export function newInLobby(before: View, after: View): Wire<LobbyView>[] {
  return newcomers(before.lobby, after.lobby);
}

/** Those who have asked to come back since. */
export function newlyAsking(before: View, after: View): View["removed"] {
  return newcomers(askingIn(before), askingIn(after));
}

/** Those of the removed who ask to come back. */
export function askingIn({ removed }: Pick<View, "removed">): View["removed"] {
  return removed.filter(({ askedAt }) => askedAt !== null);
}

function ownNotices({ me: before }: View, { me: after }: View): NewNotice[] {
  return before && after ? ownChanges(before, after).map(toNotice) : [];
}

function toNotice(change: OwnChange): NewNotice {
  if (change.kind === "role-changed") return { word: NEW_ROLE[change.role], topic: "rights" };
  if (change.kind === "source-allowed")
    return { word: ALLOWED[change.source], topic: change.source };
  return { word: WITHHELD[change.source], tone: "soon", topic: change.source };
}

function roomNotices({ room: before }: View, { room: after }: View): NewNotice[] {
  if (!before || !after) return [];
  const notices: NewNotice[] = [];
  if (after.closesAt > before.closesAt) {
    notices.push({
      word: "extended",
      values: { closesAt: sayHere(after.closesAt) },
      topic: "time",
    });
  }
  if (after.isLive && !before.isLive && after.kind === "webinar") notices.push({ word: "nowLive" });
  return notices;
}

function intrusionNotices(before: View, after: View): NewNotice[] {
  const known = before.intrusions[0]?.position ?? 0;
  const fresh = after.intrusions.filter(({ position }) => position > known);
  return fresh.reverse().map(({ why, name }) => ({
    word: INTRUSION[why],
    values: { name: name ?? "none" },
    tone: "stop",
    topic: "intrusion",
  }));
}
