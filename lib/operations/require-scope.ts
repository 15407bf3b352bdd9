import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Scope } from "@/lib/domain/program/scope";
import type { PlannerActor } from "./context";

/**
 * Stops a program whose key was not given this scope. Members have no scopes: what they may do
 * follows from their staff role.
 *
 * @throws AppError "scope-missing".
 */
export function requireScope(actor: PlannerActor, scope: Scope): void {
  if (actor.kind === "program" && !actor.scopes.includes(scope)) {
    throw new AppError("scope-missing", { scope });
  }
}
