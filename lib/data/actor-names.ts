import "server-only";
import type { Database } from "./client";

/**
 * Names of a room's seats, and of its organization's members, API keys and ACS resources, by
 * `seat:<id>`, `member:<id>` and, of the last two, `key:<id>`.
 */
export async function listActorNames(
  tx: Database,
  organizationId: string,
  roomId: string,
): Promise<Map<string, string>> {
  const person = { select: { name: true } };
  const [seats, members, keys, resources] = await Promise.all([
    tx.seat.findMany({ where: { organizationId, roomId }, select: { id: true, person } }),
    tx.member.findMany({ where: { organizationId }, select: { id: true, person } }),
    tx.apiKey.findMany({ where: { organizationId }, select: { id: true, name: true } }),
    tx.acsResource.findMany({ where: { organizationId }, select: { id: true, name: true } }),
  ]);
  return new Map([
    ...seats.map((seat) => [`seat:${seat.id}`, seat.person.name] as const),
    ...members.map((member) => [`member:${member.id}`, member.person.name] as const),
    ...[...keys, ...resources].map((key) => [`key:${key.id}`, key.name] as const),
  ]);
}
