import "server-only";
import { database } from "./client";

/** Keeps the hash of a sign-in link's token, for one address, until `expires`. */
export async function createSignInToken(
  address: string,
  tokenHash: string,
  expires: Date,
): Promise<void> {
  await database().verificationToken.create({
    data: { identifier: address, token: tokenHash, expires },
  });
}

/** Whose sign-in link this is; null when it is unknown, used, or too old at `now`. */
export async function findSignInAddress(tokenHash: string, now: Date): Promise<string | null> {
  const token = await database().verificationToken.findFirst({
    where: { token: tokenHash, expires: { gt: now } },
    select: { identifier: true },
  });
  return token?.identifier ?? null;
}
