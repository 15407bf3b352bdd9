import "server-only";
import { findListedApiKey } from "@/lib/data/api-keys";
import { database } from "@/lib/data/client";
import { findOrganization } from "@/lib/data/organizations";
import { AppError } from "@/lib/domain/errors";
import type { ListedKey } from "@/lib/domain/program/listed-key";
import type { Context, ProgramActor } from "@/lib/operations/context";

/** What a program may know of the key it came with, whatever that allows. */
export type OwnKey = ListedKey & { organization: { id: string; name: string } };

/**
 * The key that proves the program itself.
 *
 * @throws AppError "not-found" when the organization is gone.
 */
export async function readOwnKey({ actor }: Context<ProgramActor>): Promise<OwnKey> {
  const { organizationId, keyId } = actor;
  const [key, organization] = await Promise.all([
    findListedApiKey(database(), organizationId, keyId),
    findOrganization(database(), organizationId),
  ]);
  if (!key || !organization) throw new AppError("not-found");
  return { ...key, organization: { id: organizationId, name: organization.name } };
}
