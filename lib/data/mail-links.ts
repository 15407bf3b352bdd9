import "server-only";
import type { Database } from "./client";
import { hashLinkToken } from "./personal-links";

/**
 * Stores the personal link that a mail carries. Its token is made from the job, so that each try of
 * the job carries the same one: a second copy of a mail that arrived works like the first.
 *
 * @returns the link's id.
 */
export async function keepMailLink(tx: Database, seatId: string, token: string): Promise<string> {
  const tokenHash = hashLinkToken(token);
  const { id } = await tx.personalLink.upsert({
    where: { tokenHash },
    create: { seatId, tokenHash, origin: "mail" },
    update: {},
    select: { id: true },
  });
  return id;
}

/** Forgets the link of a mail that surely never left: nobody has it. */
export async function dropMailLink(tx: Database, token: string): Promise<void> {
  await tx.personalLink.deleteMany({
    where: { tokenHash: hashLinkToken(token), firstUsedAt: null },
  });
}
