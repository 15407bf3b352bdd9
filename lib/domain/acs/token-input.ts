import type { FieldProblem } from "./field-problem";

/** What a token may be good for. */
export const TOKEN_SCOPES = [
  "chat",
  "voip",
  "chat.join",
  "chat.join.limited",
  "voip.join",
] as const;

export type TokenScope = (typeof TOKEN_SCOPES)[number];

export const FEWEST_MINUTES = 60;
export const MOST_MINUTES = 1_440;

export type TokenInput = { scopes: TokenScope[]; minutes: number };

/** The token that a request asks for, or what is wrong with it. Both ends of the minutes count. */
export function readTokenInput(
  given: { scopes: unknown; expiresInMinutes: unknown },
  scopesTarget = "scopes",
): { token: TokenInput } | { problem: FieldProblem } {
  const scopes = readScopes(given.scopes, scopesTarget);
  if ("problem" in scopes) return scopes;
  const minutes = given.expiresInMinutes ?? MOST_MINUTES;
  if (typeof minutes !== "number" || !Number.isInteger(minutes) || !isInRange(minutes)) {
    const interval = `[${FEWEST_MINUTES}, ${MOST_MINUTES}]`;
    const message = `ExpiresInMinutes value ${String(minutes)} is invalid. Value must be within the ${interval} interval.`;
    return { problem: { target: "ExpiresInMinutes", message } };
  }
  return { token: { scopes: scopes.scopes, minutes } };
}

function readScopes(
  given: unknown,
  target: string,
): { scopes: TokenScope[] } | { problem: FieldProblem } {
  if (given === undefined || given === null) {
    return { problem: { target: "Scopes", message: "Scopes: The Scopes field is required." } };
  }
  if (!Array.isArray(given) || given.length === 0) {
    return { problem: { target, message: "Invalid scopes - Scopes field is required." } };
  }
  const scopes = TOKEN_SCOPES.filter((scope) => given.includes(scope));
  const unknown: unknown = given.find((scope) => !TOKEN_SCOPES.some((known) => known === scope));
  if (unknown !== undefined) {
    return {
      problem: { target, message: `Invalid scopes - ${JSON.stringify(unknown)} is unknown.` },
    };
  }
  return { scopes };
}

function isInRange(minutes: number): boolean {
  return FEWEST_MINUTES <= minutes && minutes <= MOST_MINUTES;
}
