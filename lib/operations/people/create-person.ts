import "server-only";
import { inTransaction } from "@/lib/data/client";
import { findOrAddPerson, findPerson, type NewPerson, type StoredPerson } from "@/lib/data/people";
import { FieldProblems } from "@/lib/domain/problem";
import type { Context, ProgramActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/**
 * Makes somebody known to the organization.
 *
 * @throws AppError "scope-missing"; FieldProblems when somebody there has that address.
 */
export async function createPerson(
  { actor }: Context<ProgramActor>,
  given: NewPerson,
): Promise<StoredPerson> {
  requireScope(actor, "people:write");
  const { organizationId } = actor;
  return inTransaction(async (tx) => {
    const { id, isNew } = await findOrAddPerson(tx, organizationId, given);
    if (!isNew) throw new FieldProblems({ email: "address-taken" });
    const person = await findPerson(tx, organizationId, id);
    if (!person) throw new Error("a person was gone before they were there");
    return person;
  });
}
