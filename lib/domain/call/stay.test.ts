import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallHint } from "./call-hint";
import { mergeStay, newsOf, type Stay } from "./stay";

const START = Date.parse("2027-03-09T14:00:00Z");

type Visit = { sid: string; joinedAt: Date; leftAt: Date };

const visits = fc
  .array(fc.record({ after: fc.nat(600_000), lasts: fc.nat(600_000) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all.map(({ after, lasts }, index): Visit => {
      const joinedAt = new Date(START + after);
      return { sid: `PA_${index}`, joinedAt, leftAt: new Date(START + after + lasts) };
    }),
  );

function hintsOf({ sid, joinedAt, leftAt }: Visit): CallHint[] {
  const who = { callName: "a-call", identity: "someone", sid, joinedAt };
  const inSeconds = new Date(Math.floor(leftAt.getTime() / 1000) * 1000);
  return [
    { kind: "joined", ...who, at: joinedAt },
    { kind: "left", ...who, at: inSeconds },
  ];
}

function replay(hints: readonly CallHint[]): Record<string, Stay> {
  const stays: Record<string, Stay> = {};
  for (const hint of hints) {
    const news = newsOf(hint);
    if (news && hint.kind !== "other") stays[hint.sid] = mergeStay(stays[hint.sid] ?? null, news);
  }
  return stays;
}

test("doubled, shuffled, late and partly lost webhooks give the same stays", () => {
  const shuffled = visits.chain((all) => {
    const hints = all.flatMap(hintsOf);
    // A lost "joined" does not matter, because the "left" carries it.
    const needed = hints.filter(({ kind }) => kind === "left");
    return fc
      .record({
        doubled: fc.subarray(hints),
        lost: fc.subarray(hints.filter((hint) => !needed.includes(hint))),
      })
      .map(({ doubled, lost }) => [...hints.filter((hint) => !lost.includes(hint)), ...doubled])
      .chain((heard) => fc.shuffledSubarray(heard, { minLength: heard.length }))
      .map((heard) => ({ heard, inOrder: hints }));
  });
  fc.assert(
    fc.property(shuffled, ({ heard, inOrder }) => {
      expect(replay(heard)).toEqual(replay(inOrder));
    }),
    { numRuns: 10_000 },
  );
});

test("whenever a sweep notices that somebody is gone, the webhook's earlier end wins", () => {
  fc.assert(
    fc.property(visits, fc.nat(5_000), fc.boolean(), (all, lateMs, isSweepFirst) => {
      for (const visit of all) {
        const sweep = {
          joinedAt: visit.joinedAt,
          leftAt: new Date(visit.leftAt.getTime() + lateMs),
        };
        const webhooks = hintsOf(visit).flatMap((hint) => newsOf(hint) ?? []);
        const news = isSweepFirst ? [sweep, ...webhooks] : [...webhooks, sweep];
        const stay = news.reduce<Stay | null>(mergeStay, null);
        expect(stay).toEqual(replay(hintsOf(visit))[visit.sid]);
      }
    }),
  );
});

test("no stay ends before it begins, although LiveKit rounds ends down", () => {
  fc.assert(
    fc.property(visits, (all) => {
      for (const { joinedAt, leftAt } of Object.values(replay(all.flatMap(hintsOf)))) {
        expect(leftAt?.getTime()).toBeGreaterThanOrEqual(joinedAt.getTime());
      }
    }),
  );
});
