import { describe, expect, test } from "vitest";
import { CLOSES_AT, OPENS_AT } from "@/lib/testing/join-question-builder";
import { presentParticipant } from "@/lib/testing/present-builder";
import type { Decision } from "@/lib/domain/room/decision";
import type { PresentParticipant, SentTrack } from "./calls";
import { mediaGrantFor } from "./media-grant";
import { reconcile } from "./reconcile";

const ATTENDEE = mediaGrantFor("attendee", "visit", []);
const ADMIT: Decision = { kind: "admit", grant: ATTENDEE, until: CLOSES_AT };

/** Later than `presentParticipant` joined. */
const WHILE_INSIDE = new Date("2027-03-09T14:02:00Z");

const PICTURE: SentTrack = { sid: "TR_1", source: "camera", media: "video", muted: false };

function repairs(participant: Partial<PresentParticipant>, decision: Decision | null = ADMIT) {
  const present = presentParticipant(participant);
  const decisions = new Map(decision ? [[present.identity, decision]] : []);
  return reconcile({ kind: "open", decisions }, { participants: [present] }).map((repair) => {
    if (repair.do === "remove") return `remove: ${repair.intrusion ?? "no intruder"}`;
    return repair.do === "change-grant" ? repair.grant : repair.do;
  });
}

const removal = (at: Date): Decision => ({
  kind: "refuse",
  reason: "removed",
  removal: { at, byRole: "presenter", reason: null, fromCall: true, askedToReturnAt: null },
  mayAskToReturn: true,
  overSince: null,
});

const revoked = (linkRevokedAt: Date): Decision => ({
  kind: "refuse",
  reason: "not-invited",
  linkRevokedAt,
});

test("a call whose room is over ends, whoever is in it", () => {
  const participants = [presentParticipant()];
  expect(reconcile({ kind: "over" }, { participants })).toEqual([{ do: "end-call" }]);
});

describe("somebody is put out", () => {
  test.each<[string, Partial<PresentParticipant>, Decision | null, string]>([
    ["whom the room does not know", {}, null, "unknown"],
    ["under a made-up identity", { identity: "someone#x" }, null, "unknown"],
    ["who has no seat", {}, { kind: "refuse", reason: "not-invited" }, "unknown"],
    [
      "who has no seat in an open room",
      {},
      { kind: "wait", reason: "not-ready", requirement: "name" },
      "unknown",
    ],
    ["who is a recorder or an agent", { isPerson: false }, ADMIT, "not-a-person"],
    ["who was removed while inside", {}, removal(WHILE_INSIDE), "no intruder"],
    ["who came back after the removal", {}, removal(OPENS_AT), "came-back"],
    ["whose link was revoked while inside", {}, revoked(WHILE_INSIDE), "no intruder"],
    ["who came back after their link was revoked", {}, revoked(OPENS_AT), "came-back"],
    [
      "who was sent back to the lobby",
      {},
      { kind: "wait", reason: "in-lobby", since: null },
      "no intruder",
    ],
    ["who moved to another device", {}, { kind: "wait", reason: "elsewhere" }, "no intruder"],
    [
      "for whom the room has closed",
      {},
      { kind: "refuse", reason: "too-early", opensAt: CLOSES_AT },
      "no intruder",
    ],
    [
      "who sends a picture as microphone",
      { tracks: [{ ...PICTURE, source: "microphone" }] },
      ADMIT,
      "mislabelled-track",
    ],
    [
      "who sends sound as camera",
      { tracks: [{ ...PICTURE, media: "audio" }] },
      ADMIT,
      "mislabelled-track",
    ],
    [
      "who sends sound as screen",
      { tracks: [{ ...PICTURE, source: "screen", media: "audio" }] },
      ADMIT,
      "mislabelled-track",
    ],
    [
      "who sends a picture from nowhere",
      { tracks: [{ ...PICTURE, source: "unknown" }] },
      ADMIT,
      "mislabelled-track",
    ],
    [
      "who sends more than any client of ours",
      { tracks: Array.from({ length: 9 }, () => PICTURE) },
      ADMIT,
      "too-many-tracks",
    ],
  ])("%s", (_, participant, decision, intrusion) => {
    expect(repairs(participant, decision)).toEqual([`remove: ${intrusion}`]);
  });
});

describe("somebody's rights are set right", () => {
  test.each<[string, Partial<PresentParticipant>]>([
    ["who came with an older ticket", { grant: mediaGrantFor("presenter", "visit", []) }],
    ["who has fewer than they should", { grant: mediaGrantFor("consumer", "visit", []) }],
    ["who hides", { grant: { ...ATTENDEE, hidden: true } }],
    ["who has rights that no ticket carries", { hasForeignRights: true }],
  ])("%s", (_, participant) => {
    expect(repairs(participant)).toEqual([ATTENDEE]);
  });

  test.each<[string, Partial<PresentParticipant>, boolean]>([
    ["an older ticket's rights are", { grant: mediaGrantFor("presenter", "visit", []) }, true],
    ["being hidden is", { grant: { ...ATTENDEE, hidden: true } }, true],
    ["rights that no ticket carries are", { hasForeignRights: true }, true],
    [
      "rights that are only missing are not",
      { grant: mediaGrantFor("consumer", "visit", []) },
      false,
    ],
  ])("%s more than they may", (_, participant, isTooMuch) => {
    const present = presentParticipant(participant);
    const decisions = new Map([[present.identity, ADMIT]]);
    const [repair] = reconcile({ kind: "open", decisions }, { participants: [present] });
    expect(repair).toMatchObject({ do: "change-grant", isTooMuch });
  });

  test("who became audience while visible, without hiding them", () => {
    const audience = mediaGrantFor("consumer", "webinar", []);
    const decision: Decision = { kind: "admit", grant: audience, until: CLOSES_AT };
    expect(repairs({ grant: ATTENDEE }, decision)).toEqual([{ ...audience, hidden: false }]);
    expect(repairs({ grant: { ...audience, hidden: false } }, decision)).toEqual([]);
    expect(repairs({ grant: audience }, decision)).toEqual([]);
  });
});

test("whoever is as they should be is left alone", () => {
  const tracks: SentTrack[] = [
    PICTURE,
    { ...PICTURE, source: "microphone", media: "audio" },
    { ...PICTURE, source: "screen-audio", media: "audio" },
    { ...PICTURE, source: "unknown", media: "data" },
  ];
  expect(repairs({ tracks })).toEqual([]);
  // Somebody who turns things off and on quickly: what was sent before is not gone yet.
  expect(repairs({ tracks: [...tracks, ...tracks] })).toEqual([]);
});
