import "server-only";
import { createHash } from "node:crypto";
import { isLinkToken, LINK_ORIGINS } from "@/lib/domain/roster/personal-link";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { runPrepared } from "./prepared-statement";

export type LinkOrigin = (typeof LINK_ORIGINS)[number];

/** A link as the holder's browser knows it. */
export type HeldLink = {
  id: string;
  seatId: string;
  roomId: string;
  organizationId: string;
  isRevoked: boolean;
  /** The address of whose seat it is. */
  email: string | null;
  roomClosesAt: Date;
};

/** A link as staff see it: never the secret. */
export type ListedLink = {
  id: string;
  origin: LinkOrigin;
  createdAt: Date;
  firstUsedAt: Date | null;
  revokedAt: Date | null;
};

/** Keeps a new link of a seat; the secret itself is stored nowhere. */
export async function insertLink(
  tx: Database,
  seatId: string,
  token: string,
  origin: LinkOrigin,
): Promise<string> {
  const data = { seatId, origin, tokenHash: hashLinkToken(token) };
  const { id } = await tx.personalLink.create({ data, select: { id: true } });
  return id;
}

/** The link with that secret, revoked or not; null for a secret that nobody was given. */
export async function findLink(tx: Database, token: string): Promise<HeldLink | null> {
  if (!isLinkToken(token)) return null;
  const { rows } = await runPrepared<HeldLink>(
    tx,
    "link-by-token",
    Prisma.sql`
    SELECT l.id, l.seat_id AS "seatId", s.room_id AS "roomId",
      s.organization_id AS "organizationId", l.revoked_at IS NOT NULL AS "isRevoked",
      p.email::text, r.closes_at AS "roomClosesAt"
    FROM personal_links l
    JOIN seats s ON s.id = l.seat_id
    JOIN rooms r ON r.id = s.room_id
    JOIN people p ON p.id = s.person_id
    WHERE l.token_hash = ${hashLinkToken(token)}`,
  );
  return rows[0] ?? null;
}

/** Notes the first use of a link; later ones change nothing. */
export async function markLinkUsed(tx: Database, linkId: string, at: Date): Promise<void> {
  await tx.personalLink.updateMany({
    where: { id: linkId, firstUsedAt: null },
    data: { firstUsedAt: at },
  });
}

/** A seat's links, newest first. */
export function listLinks(tx: Database, seatId: string): Promise<ListedLink[]> {
  return tx.personalLink.findMany({
    where: { seatId },
    select: { id: true, origin: true, createdAt: true, firstUsedAt: true, revokedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** Revokes what is left of a seat's links, or the one of them that is named; the ids of those it did. */
export async function markLinksRevoked(
  tx: Database,
  { seatId, linkId, at }: { seatId: string; linkId: string | null; at: Date },
): Promise<string[]> {
  const links = await tx.personalLink.updateManyAndReturn({
    where: { seatId, revokedAt: null, ...(linkId !== null && { id: linkId }) },
    data: { revokedAt: at },
    select: { id: true },
  });
  return links.map(({ id }) => id);
}

/** What stands in place of a token. */
export function hashLinkToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
