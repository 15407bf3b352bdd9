import fc from "fast-check";
import { ROOMS_VERSIONS } from "@/lib/domain/acs/api-version";
import type { VersionName, Wish } from "./acs-model";

const DAY_MS = 86_400_000;

/** What a program may say of a room's times. */
const SAYINGS = ["both", "neither", "start", "end", "over", "too long"] as const;
const WISHES = ["Presenter", "Attendee", "Consumer", "Collaborator", "unsaid", "off"] as const;

const version = fc.constantFrom(...(Object.keys(ROOMS_VERSIONS) as VersionName[]));
const room = fc.nat(7);
const who = fc.nat(7);
const flag = fc.option(fc.boolean(), { nil: null });

const wishes: fc.Arbitrary<{ who: number; wish: Wish }[]> = fc.uniqueArray(
  fc.record({ who, wish: fc.constantFrom(...WISHES) }),
  { selector: (one) => one.who, maxLength: 5 },
);

const times = fc.record({
  say: fc.constantFrom(...SAYINGS),
  startDay: fc.constantFrom(-3, 0, 1, 100),
  // A room holds for 180 days at most, which one that begins at once and ends on day 180 may just pass.
  days: fc.integer({ min: 4, max: 79 }),
  digits: fc.stringMatching(/^\d{7}$/),
});

/** Times that a program says, by days from now, with the seven digits of their fractions. */
export type Times = typeof times extends fc.Arbitrary<infer T> ? T : never;

/** One request to the wire. Numbers stand for whichever rooms and people there are by then. */
export const acsStep = fc.oneof(
  { weight: 4, arbitrary: ask("create", { version, times, flag, wishes }) },
  { weight: 2, arbitrary: ask("get", { version, room }) },
  { weight: 1, arbitrary: ask("list", { version }) },
  { weight: 4, arbitrary: ask("update", { version, room, times, flag }) },
  { weight: 1, arbitrary: ask("delete", { version, room }) },
  { weight: 6, arbitrary: ask("seat", { version, room, wishes }) },
  { weight: 1, arbitrary: ask("welcome", {}) },
  { weight: 1, arbitrary: ask("token", { who }) },
  { weight: 1, arbitrary: ask("part", { who }) },
);

type AnyStep = typeof acsStep extends fc.Arbitrary<infer T> ? T : never;

export type AcsStep<Ask extends AnyStep["ask"] = AnyStep["ask"]> = Extract<AnyStep, { ask: Ask }>;

function ask<const Ask extends string, Fields extends Record<string, fc.Arbitrary<unknown>>>(
  name: Ask,
  fields: Fields,
) {
  return fc
    .record(fields)
    .map((values) => ({ ask: name, ...(values as { [F in keyof Fields]: Said<Fields[F]> }) }));
}

type Said<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** The fields of a body that say these times; null, as Python sends it, says nothing. */
export function fieldsOf({ say, startDay, days, digits }: Times): Record<string, string | null> {
  const at = (day: number) =>
    new Date(Date.now() + day * DAY_MS).toISOString().replace(/\d{3}Z$/, `${digits}Z`);
  const [validFrom, validUntil] = [at(startDay), at(startDay + days)];
  const said = {
    both: { validFrom, validUntil },
    neither: {},
    start: { validFrom, validUntil: null },
    end: { validFrom: null, validUntil },
    over: { validFrom: at(-days), validUntil: at(-1) },
    "too long": { validFrom, validUntil: at(startDay + 182) },
  };
  return said[say];
}

/** What was said of the times as the wire says it back. */
export function saidBack(said: Record<string, string | null>): Record<string, string> {
  const written = Object.entries(said).flatMap(([name, text]) =>
    text === null ? [] : [[name, text.replace(/\.?0*Z$/, "+00:00")] as const],
  );
  return Object.fromEntries(written);
}
