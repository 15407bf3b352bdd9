import type { Stay } from "./stay";

/** Breaks shorter than this are a lost connection or a change of device, and not worth telling. */
const TOLD_BREAK_MS = 60_000;

/**
 * Somebody's stays as people would tell them, in order: those that overlap, or follow each other
 * within a minute, are one.
 */
export function joinStays(stays: readonly Stay[]): Stay[] {
  const inOrder = [...stays].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  const told: Stay[] = [];
  for (const stay of inOrder) {
    const last = told.at(-1);
    if (last && goesOn(last, stay)) told[told.length - 1] = bothOf(last, stay);
    else told.push(stay);
  }
  return told;
}

function goesOn({ leftAt }: Stay, next: Stay): boolean {
  return leftAt === null || next.joinedAt.getTime() - leftAt.getTime() < TOLD_BREAK_MS;
}

function bothOf({ joinedAt, leftAt }: Stay, next: Stay): Stay {
  if (!leftAt || !next.leftAt) return { joinedAt, leftAt: null };
  return { joinedAt, leftAt: next.leftAt > leftAt ? next.leftAt : leftAt };
}
