import "server-only";
import type { Endpoint } from "@/lib/api/endpoint";
import { FAILURES, type FailureCode } from "@/lib/domain/errors";

const OF_EVERY: readonly FailureCode[] = [
  "key-in-address",
  "key-missing",
  "key-refused",
  "too-many-requests",
  "unexpected",
  "database-unreachable",
];

/** What each parameter of an address may name in vain. */
const NOT_FOUND_OF: Readonly<Record<string, FailureCode>> = {
  roomId: "room-not-found",
  seatId: "seat-not-found",
  linkId: "link-not-found",
  callId: "call-not-found",
  personId: "person-not-found",
};

/** Every failure that an endpoint can answer with, by status. */
export function refusalsOf(endpoint: Endpoint): Map<number, FailureCode[]> {
  const { scopes, schemas, method, needsVersion, keepsAnswer, refusals = [] } = endpoint;
  const params = Object.keys(schemas.params.shape);
  const takesBody = method === "POST" || method === "PATCH";
  const codes: FailureCode[] = [
    ...OF_EVERY,
    ...(scopes.length > 0 ? (["scope-missing"] as const) : []),
    ...params.flatMap((name) => NOT_FOUND_OF[name] ?? []),
    ...(takesBody ? (["body-unreadable", "body-too-large", "media-type-unknown"] as const) : []),
    "invalid-input",
    ...(needsVersion ? (["version-missing", "version-outdated"] as const) : []),
    ...(method === "POST" && keepsAnswer !== false ? IDEMPOTENCY : []),
    ...refusals,
  ];
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of new Set(codes)) {
    const { status } = FAILURES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

const IDEMPOTENCY = ["idempotency-key-unreadable", "idempotency-key-reused"] as const;

/** Every failure that the API can answer with, in the order of the failure table. */
export function everyRefusal(endpoints: readonly Endpoint[]): FailureCode[] {
  const known = new Set(endpoints.flatMap((one) => [...refusalsOf(one).values()].flat()));
  const codes = Object.keys(FAILURES).filter((code): code is FailureCode => code in FAILURES);
  return codes.filter(
    (code) => known.has(code) || code === "method-not-allowed" || code === "not-found",
  );
}
