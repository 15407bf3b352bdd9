import type { Stay } from "./stay";

/** Breaks shorter than this are a lost connection or a change of device, and not worth telling. */
const TOLD_BREAK_MS = 60_000;

/**
 * Somebody's stays as people would tell them, in order: those that overlap, or follow each other
 * within a minute, are one. Whoever was put out between two of them was there twice.
 *
 * @param putOutAt the instants at which they were taken off the list or sent back to wait.
 */
export function joinStays(stays: readonly Stay[], putOutAt: readonly Date[] = []): Stay[] {
  const inOrder = [...stays].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  const told: Stay[] = [];
  for (const stay of inOrder) {
    const last = told.at(-1);
    const cut = last && putOutAt.find((at) => last.joinedAt <= at && at < stay.joinedAt);
    if (last && cut) told[told.length - 1] = endedBy(last, stay, cut);
    if (last && !cut && goesOn(last, stay)) told[told.length - 1] = bothOf(last, stay);
    else told.push(stay);
  }
  return told;
}

/** The stay that a removal ended; the news of its end may be late or missing. */
function endedBy({ joinedAt, leftAt }: Stay, next: Stay, cut: Date): Stay {
  return { joinedAt, leftAt: leftAt && leftAt < next.joinedAt ? leftAt : cut };
}

function goesOn({ leftAt }: Stay, next: Stay): boolean {
  return leftAt === null || next.joinedAt.getTime() - leftAt.getTime() < TOLD_BREAK_MS;
}

function bothOf({ joinedAt, leftAt }: Stay, next: Stay): Stay {
  if (!leftAt || !next.leftAt) return { joinedAt, leftAt: null };
  return { joinedAt, leftAt: next.leftAt > leftAt ? next.leftAt : leftAt };
}
