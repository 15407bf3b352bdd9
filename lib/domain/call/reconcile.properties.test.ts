import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "@/lib/domain/room/decision";
import { CLOSES_AT } from "@/lib/testing/join-question-builder";
import { presentParticipant } from "@/lib/testing/present-builder";
import type { PresentParticipant, SentTrack } from "./calls";
import type { MediaGrant } from "./media-grant";
import { reconcile, type DesiredCall, type Repair } from "./reconcile";

const grant: fc.Arbitrary<MediaGrant> = fc.record({
  microphone: fc.boolean(),
  camera: fc.boolean(),
  screen: fc.boolean(),
  data: fc.boolean(),
  seeAndHear: fc.boolean(),
  hidden: fc.boolean(),
});

const track: fc.Arbitrary<SentTrack> = fc.record({
  sid: fc.constant("TR_1"),
  source: fc.constantFrom("microphone", "camera", "screen", "screen-audio", "unknown"),
  media: fc.constantFrom("audio", "video", "data"),
  muted: fc.boolean(),
});

const participants: fc.Arbitrary<PresentParticipant[]> = fc.uniqueArray(
  fc
    .record({
      identity: fc.constantFrom("a", "b", "c", "d", "e"),
      grant,
      isPerson: fc.boolean(),
      hasForeignRights: fc.boolean(),
      tracks: fc.oneof(fc.array(track, { maxLength: 2 }), fc.array(track, { minLength: 8 })),
    })
    .map(presentParticipant),
  { selector: ({ identity }) => identity },
);

const decision: fc.Arbitrary<Decision> = fc.oneof(
  grant.map((granted): Decision => ({ kind: "admit", grant: granted, until: CLOSES_AT })),
  fc.constantFrom<Decision>(
    { kind: "wait", reason: "elsewhere" },
    { kind: "refuse", reason: "ended", endedAt: CLOSES_AT },
    { kind: "refuse", reason: "not-invited" },
  ),
);

const desired: fc.Arbitrary<DesiredCall & { kind: "open" }> = fc
  .dictionary(fc.constantFrom("a", "b", "c", "d"), decision)
  .map((decisions) => ({ kind: "open", decisions: new Map(Object.entries(decisions)) }));

/** What the media server does with the list. */
function carryOut(present: readonly PresentParticipant[], repairs: readonly Repair[]) {
  return present.flatMap((participant) => {
    const repair = repairs.find(
      (each) => each.do !== "end-call" && each.participant === participant,
    );
    if (repair?.do === "remove") return [];
    if (repair?.do !== "change-grant") return [participant];
    return [{ ...participant, grant: repair.grant, hasForeignRights: false }];
  });
}

test("carrying the list out leaves nothing to do", () => {
  fc.assert(
    fc.property(desired, participants, (wanted, present) => {
      const after = carryOut(present, reconcile(wanted, { participants: present }));
      expect(reconcile(wanted, { participants: after })).toEqual([]);
    }),
  );
});

test("whoever stays is a person, admitted, and has no right beyond the decision", () => {
  fc.assert(
    fc.property(desired, participants, (wanted, present) => {
      for (const participant of carryOut(present, reconcile(wanted, { participants: present }))) {
        const answer = wanted.decisions.get(participant.identity);
        if (answer?.kind !== "admit") throw new Error("somebody stayed who is not admitted");
        expect(participant).toMatchObject({ isPerson: true, hasForeignRights: false });
        const { hidden, ...rights } = participant.grant;
        expect(answer.grant).toMatchObject(rights);
        expect(hidden && !answer.grant.hidden).toBe(false);
      }
    }),
  );
});

test("nobody who is admitted and honest is put out, and nobody visible is hidden", () => {
  fc.assert(
    fc.property(desired, participants, (wanted, present) => {
      for (const repair of reconcile(wanted, { participants: present })) {
        if (repair.do === "end-call") throw new Error("an open call ended");
        const isAdmitted = wanted.decisions.get(repair.participant.identity)?.kind === "admit";
        if (repair.do === "change-grant") {
          expect(repair.grant.hidden && !repair.participant.grant.hidden).toBe(false);
        } else if (isAdmitted) {
          expect(["not-a-person", "mislabelled-track", "too-many-tracks"]).toContain(
            repair.intrusion,
          );
        }
      }
    }),
  );
});
