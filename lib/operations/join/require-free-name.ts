import "server-only";
import type { Database } from "@/lib/data/client";
import { listNamesByRole } from "@/lib/data/seats";
import { FieldProblems } from "@/lib/domain/problem";
import { rolesThat } from "@/lib/domain/room/permissions";
import { nameKey } from "@/lib/domain/roster/name-key";

const PASSING_ROLES = rolesThat("passLobby");

/**
 * Keeps people who name themselves from taking the name of one who leads.
 *
 * @throws FieldProblems "name-of-host".
 */
export async function requireFreeName(tx: Database, roomId: string, name: string): Promise<void> {
  const leading = await listNamesByRole(tx, roomId, PASSING_ROLES);
  if (leading.some((taken) => nameKey(taken) === nameKey(name))) {
    throw new FieldProblems({ name: "name-of-host" });
  }
}
