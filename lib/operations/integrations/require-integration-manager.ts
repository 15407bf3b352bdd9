import "server-only";
import { AppError } from "@/lib/domain/errors";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import type { Context, MemberActor } from "@/lib/operations/context";

/**
 * Stops members who may not connect their organization to other programs.
 *
 * @throws AppError "not-allowed".
 */
export function requireIntegrationManager({ actor }: Context<MemberActor>): void {
  if (!staffCan(actor.staffRole, "manageIntegrations")) throw new AppError("not-allowed");
}
