import "server-only";
import { database } from "@/lib/data/client";
import { findPerson, type StoredPerson } from "@/lib/data/people";
import { AppError } from "@/lib/domain/errors";
import type { Context, ProgramActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/**
 * Somebody the organization knows.
 *
 * @throws AppError "scope-missing", or "person-not-found" for everybody else.
 */
export async function readPerson(
  { actor }: Context<ProgramActor>,
  personId: string,
): Promise<StoredPerson> {
  requireScope(actor, "people:read");
  const person = await findPerson(database(), actor.organizationId, personId);
  if (!person) throw new AppError("person-not-found");
  return person;
}
