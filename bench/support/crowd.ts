import { createHash, randomBytes } from "node:crypto";
import { sql } from "@/e2e/support/database";
import { environment } from "@/e2e/support/environment";
import { makeOrganization, makeRoom, type Room, type Seat } from "@/e2e/support/world";

/** Somebody with a personal link. */
export type Invited = Pick<Seat, "id" | "roomId" | "link">;

/** Rooms that are open, each with so many attendees who hold a personal link; in few statements. */
export async function makeCrowd(roomCount: number, seatsEach: number): Promise<Invited[]> {
  const rooms = await makeMeetings(roomCount);
  const all = await Promise.all(rooms.map((room) => invite(room, seatsEach)));
  await sql("ANALYZE");
  return all.flat();
}

/** Meetings of one organization that are open for two hours more. */
export async function makeMeetings(count: number): Promise<Room[]> {
  const organization = await makeOrganization();
  const open = { kind: "meeting", closesInSeconds: 7_200 } as const;
  return Promise.all(Array.from({ length: count }, () => makeRoom(organization, open)));
}

/** Puts `count` attendees on a room's roster, each with a personal link. */
export async function invite(room: Room, count: number): Promise<Invited[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(16).toString("base64url"));
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest());
  const seats = await sql<{ id: string }>(
    `WITH person AS (
       INSERT INTO people (id, organization_id, name, email, time_zone)
       SELECT uuidv7(), $1::uuid, 'Guest ' || n, 'guest.' || n || '.' || $2::text || '@example.org', 'Europe/Berlin'
       FROM generate_series(1, $3::int) n RETURNING id
     ), seat AS (
       INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
       SELECT uuidv7(), $1::uuid, $2::uuid, id, 'attendee', 'patient' FROM person RETURNING id
     ), link AS (
       INSERT INTO personal_links (id, seat_id, token_hash, origin)
       SELECT uuidv7(), numbered.id, hash, 'copied'
       FROM (SELECT id, row_number() OVER () AS nth FROM seat) numbered
       JOIN unnest($4::bytea[]) WITH ORDINALITY AS given (hash, nth) USING (nth)
       RETURNING seat_id AS id, token_hash
     )
     SELECT link.id FROM link JOIN unnest($4::bytea[]) WITH ORDINALITY AS given (hash, nth)
       ON given.hash = link.token_hash ORDER BY given.nth`,
    [room.organizationId, room.id, count, hashes],
  );
  return seats.map(({ id }, index) => ({
    id,
    roomId: room.id,
    link: `${environment.baseUrl}/join/${tokens[index] ?? ""}`,
  }));
}
