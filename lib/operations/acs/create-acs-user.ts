import "server-only";
import { randomUUID } from "node:crypto";
import { insertAcsUser, type AcsUserKey } from "@/lib/data/acs-users";
import { database } from "@/lib/data/client";
import { toRawId } from "@/lib/domain/acs/raw-id";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/**
 * Makes a user of the resource. It becomes a person of the organization when it first stands on a
 * roster.
 *
 * @throws AppError "scope-missing".
 */
export async function createAcsUser({ actor, now }: Context<AcsActor>): Promise<AcsUserKey> {
  requireScope(actor, "people:write");
  const { organizationId, resourceId } = actor;
  const rawId = toRawId({ resourceId, userId: randomUUID() });
  await insertAcsUser(database(), { organizationId, resourceId, rawId }, now);
  return { organizationId, resourceId, rawId };
}
