import { createHash, randomBytes } from "node:crypto";
import { makeSignInLink } from "@/lib/auth/make-sign-in-link";
import { database } from "@/lib/data/client";
import { DEMO_UID } from "./add-demo";
import type { DemoOrganization } from "./demo-cast";

/** One line of the file of demo links. */
export type DemoLink = {
  room: string;
  person: string;
  capacity: string;
  role: string;
  url: string;
  /** Of a member: where a new link can be sent once this one was used. */
  address?: string | undefined;
};

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;
const TOKEN = /\/join\/([\w-]{22})$/;

/**
 * A personal link for each seat of the demo rooms that are not long over. A link of `known` that is
 * still good stays the same.
 */
export async function linksOfSeats(
  known: DemoLink[],
  publicUrl: string,
  now: Date,
): Promise<DemoLink[]> {
  const tokens = await tokensBySeat(known);
  const seats = await database().seat.findMany({
    where: {
      removedAt: null,
      room: {
        calendarUid: { startsWith: DEMO_UID },
        closesAt: { gt: new Date(now.getTime() - 2 * DAY_MS) },
        cancelledAt: null,
        movedToId: null,
      },
    },
    select: {
      id: true,
      role: true,
      capacity: true,
      person: { select: { name: true } },
      room: { select: { title: true } },
    },
    orderBy: [{ room: { opensAt: "desc" } }, { id: "asc" }],
  });
  const links: DemoLink[] = [];
  for (const { id, role, capacity, person, room } of seats) {
    const token = tokens.get(id) ?? (await addLink(id));
    const url = `${publicUrl}/join/${token}`;
    links.push({ room: room.title, person: person.name, capacity, role, url });
  }
  return links;
}

/** A link that signs each member of a demo organization in, once and within a day. */
export async function linksOfMembers(
  { name, staff }: DemoOrganization,
  now: Date,
): Promise<DemoLink[]> {
  const links: DemoLink[] = [];
  for (const { name: person, email: address, staffRole } of staff) {
    const url = await makeSignInLink({ address, validMinutes: DAY_MINUTES, now });
    links.push({ room: name, person, capacity: "member", role: staffRole, url, address });
  }
  return links;
}

async function tokensBySeat(known: DemoLink[]): Promise<Map<string, string>> {
  const bySeat = new Map<string, string>();
  for (const { url } of known) {
    const token = TOKEN.exec(url)?.[1];
    if (!token) continue;
    const link = await database().personalLink.findUnique({ where: { tokenHash: hashOf(token) } });
    if (link && !link.revokedAt) bySeat.set(link.seatId, token);
  }
  return bySeat;
}

async function addLink(seatId: string): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  await database().personalLink.create({
    data: { seatId, tokenHash: hashOf(token), origin: "copied" },
  });
  return token;
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
