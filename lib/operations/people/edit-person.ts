import "server-only";
import { database } from "@/lib/data/client";
import { findPerson, savePerson, type PersonChanges, type StoredPerson } from "@/lib/data/people";
import { AppError } from "@/lib/domain/errors";
import { FieldProblems } from "@/lib/domain/problem";
import type { Context, ProgramActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/**
 * Changes what the organization knows of a person. Staff sign in by their address, so a program
 * that could change it could sign in as them: their address stays.
 *
 * @throws AppError "scope-missing" or "person-not-found"; FieldProblems for the address of staff and
 *   for one that somebody else has.
 */
export async function editPerson(
  { actor }: Context<ProgramActor>,
  personId: string,
  changes: PersonChanges,
): Promise<StoredPerson> {
  requireScope(actor, "people:write");
  const person = await findPerson(database(), actor.organizationId, personId);
  if (!person) throw new AppError("person-not-found");
  const isAnotherAddress = changes.email !== undefined && changes.email !== person.email;
  if (isAnotherAddress && person.staffRole) throw new FieldProblems({ email: "address-of-staff" });
  const saved = await savePerson(database(), personId, changes);
  if (!saved) throw new FieldProblems({ email: "address-taken" });
  return saved;
}
