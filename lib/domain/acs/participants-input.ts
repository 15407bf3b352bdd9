import type { Role } from "@/lib/domain/room/role";
import type { RoomsVersion } from "./api-version";
import { parseRawId } from "./raw-id";
import { readRoleName, USUAL_ROLE } from "./role-name";

/** A roster that a program sends: who is to sit there with which role, and whom it takes off. */
export type RosterChange = { seats: Map<string, Role>; removed: string[] };

/** What is wrong with it. */
export type RosterProblem =
  { kind: "not-an-object" } | { kind: "malformed-id" } | { kind: "unknown-role"; rawId: string };

/**
 * Reads the `participants` of a request: an object keyed by raw id. Null takes somebody off; a role
 * that is missing or null is the usual one. Nothing given changes nothing.
 */
export function readParticipants(
  given: unknown,
  version: RoomsVersion,
): { change: RosterChange } | { problem: RosterProblem } {
  const change: RosterChange = { seats: new Map(), removed: [] };
  if (given === undefined || given === null) return { change };
  if (!isObject(given)) return { problem: { kind: "not-an-object" } };
  for (const [rawId, seat] of Object.entries(given)) {
    if (!parseRawId(rawId)) return { problem: { kind: "malformed-id" } };
    if (seat === null) {
      change.removed.push(rawId);
      continue;
    }
    const role = isObject(seat) ? readRole(seat.role, version) : null;
    if (!role) return { problem: { kind: "unknown-role", rawId } };
    change.seats.set(rawId, role);
  }
  return { change };
}

function readRole(given: unknown, version: RoomsVersion): Role | null {
  if (given === undefined || given === null) return USUAL_ROLE;
  return typeof given === "string" ? readRoleName(given, version) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
