import "server-only";
import { database } from "@/lib/data/client";
import { listPeoplePage, type StoredPerson } from "@/lib/data/people";
import type { Context, ProgramActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

export type PeopleInput = {
  name: string | null;
  email: string | null;
  isStaff: boolean;
  after: string | null;
  limit: number;
};

/**
 * One page of the people an organization knows, in the order in which it came to know them, and
 * after whom the next one starts; null when this is the last.
 *
 * @throws AppError "scope-missing".
 */
export async function listPeople(
  { actor }: Context<ProgramActor>,
  { limit, ...asked }: PeopleInput,
): Promise<{ people: StoredPerson[]; next: string | null }> {
  requireScope(actor, "people:read");
  const { organizationId } = actor;
  const found = await listPeoplePage(database(), { organizationId, ...asked, limit: limit + 1 });
  const people = found.slice(0, limit);
  return { people, next: found.length > limit ? (people.at(-1)?.id ?? null) : null };
}
