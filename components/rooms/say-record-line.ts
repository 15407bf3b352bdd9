import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import { words } from "@/lib/words/words";

/** One line of a room's record. */
export type RecordLine = {
  position: number;
  at: Date;
  actor: string;
  kind: RecordKind;
  facts: RecordFacts[RecordKind];
};

/**
 * A line of a room's record as one sentence.
 *
 * @param names by `seat:<id>` and `member:<id>`
 */
export function sayRecordLine(
  { actor, kind, facts }: Pick<RecordLine, "actor" | "kind" | "facts">,
  names: ReadonlyMap<string, string>,
): string {
  const say = words("record");
  const seatId = "seatId" in facts ? facts.seatId : null;
  const reason = "reason" in facts ? facts.reason : null;
  return say(kind, {
    who: nameOf(actor, names),
    seat: (seatId && names.get(`seat:${seatId}`)) || say("unknownSeat"),
    reason: reason ?? "",
    isReasoned: reason ? "yes" : "no",
    to: "to" in facts ? facts.to : "",
  });
}

function nameOf(actor: string, names: ReadonlyMap<string, string>): string {
  const say = words("record");
  if (actor === "system") return say("system");
  return names.get(actor) ?? (actor.startsWith("key:") ? say("program") : say("staff"));
}
