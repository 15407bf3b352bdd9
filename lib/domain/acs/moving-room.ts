import { z } from "zod";
import type { Role } from "@/lib/domain/room/role";
import type { RoomAccess } from "@/lib/domain/room/room-kind";
import { findRoomIdProblem } from "./acs-room-id";
import { ROOMS_VERSIONS } from "./api-version";
import { parseInstant, type Instant } from "./instant";
import { accessOfPolicy } from "./join-policy";
import { parseRawId } from "./raw-id";
import { readRoleName, USUAL_ROLE } from "./role-name";
import { MAX_WINDOW_MS, type RoomTimes } from "./room-times";

/** The version of the API in which another resource is read: the newest, which knows every role. */
export const MOVING_VERSION = "2025-03-13" satisfies keyof typeof ROOMS_VERSIONS;

/** A room as it stands at another resource, with the id that it keeps. */
export type MovingRoom = {
  acsId: string;
  createdAt: Instant;
  times: RoomTimes;
  pstnDialOutEnabled: boolean;
  access: RoomAccess;
};

/** Why something is not brought along. */
export type Unmovable =
  "unreadable" | "id-not-of-acs" | "window-ends-before-it-begins" | "window-longer-than-180-days";

const instant = z.string().transform((text, ctx) => {
  const read = parseInstant(text);
  if (!read) ctx.addIssue({ code: "custom", message: "not an instant" });
  return read ?? z.NEVER;
});

const roomShape = z.object({
  id: z.string(),
  createdAt: instant,
  validFrom: instant,
  validUntil: instant,
  pstnDialOutEnabled: z.boolean().optional(),
  // ACS's own rooms have none; those of an installation like this one may be open.
  roomJoinPolicy: z.string().nullish(),
});

/** One room of a list, or why it cannot be moved. */
export function readMovingRoom(given: unknown): { room: MovingRoom } | { why: Unmovable } {
  const read = roomShape.safeParse(given);
  if (!read.success) return { why: "unreadable" };
  const { id, createdAt, validFrom, validUntil, pstnDialOutEnabled = false } = read.data;
  const lengthMs = validUntil.at.getTime() - validFrom.at.getTime();
  if (findRoomIdProblem(id)) return { why: "id-not-of-acs" };
  if (lengthMs <= 0) return { why: "window-ends-before-it-begins" };
  if (lengthMs > MAX_WINDOW_MS) return { why: "window-longer-than-180-days" };
  const times = { validFrom, validUntil };
  const access = accessOfPolicy(read.data.roomJoinPolicy) ?? "invited";
  return { room: { acsId: id, createdAt, times, pstnDialOutEnabled, access } };
}

export type MovingRoster = {
  /** Role by raw id. */
  seats: Map<string, Role>;
  /** Lines that are none of an ACS user, or that nobody can read. */
  leftOut: number;
};

const lineShape = z.object({ rawId: z.string(), role: z.string().nullish() });

/** A roster. A role that is not known here becomes the usual one, which may the least of a speaker. */
export function readMovingRoster(lines: readonly unknown[]): MovingRoster {
  const seats = new Map<string, Role>();
  let leftOut = 0;
  for (const line of lines) {
    const read = lineShape.safeParse(line);
    if (!read.success || !parseRawId(read.data.rawId)) {
      leftOut += 1;
      continue;
    }
    const role = readRoleName(read.data.role ?? "", ROOMS_VERSIONS[MOVING_VERSION]);
    seats.set(read.data.rawId, role ?? USUAL_ROLE);
  }
  return { seats, leftOut };
}
