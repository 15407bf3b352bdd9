export type KeyState = "active" | "expired" | "revoked";

/** What a key is good for at `now`; at `expiresAt` itself it has expired. */
export function keyState(
  { expiresAt, revokedAt }: { expiresAt: Date | null; revokedAt: Date | null },
  now: Date,
): KeyState {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "active";
}
