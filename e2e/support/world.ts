import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import { sql, sqlRow } from "./database";
import { environment } from "./environment";

export type Capacity =
  "clinician" | "patient" | "helper" | "interpreter" | "host" | "speaker" | "audience";

const ROLE = {
  clinician: "presenter",
  patient: "attendee",
  helper: "attendee",
  interpreter: "collaborator",
  host: "presenter",
  speaker: "collaborator",
  audience: "consumer",
} as const satisfies Record<Capacity, string>;

export type Organization = { id: string; name: string };
export type Room = { id: string; organizationId: string; title: string };
export type Seat = { id: string; roomId: string; name: string; email: string; link: string };
export type Member = { personId: string; name: string; email: string; sessionToken: string };

/** An organization of its own for one test, so that tests never meet. */
export async function makeOrganization(
  kind: "clinic" | "events" = "clinic",
): Promise<Organization> {
  const name = kind === "clinic" ? "Hillside Practice" : "Harbour Talks";
  return sqlRow<Organization>(
    `INSERT INTO organizations (id, name, slug, kind, time_zone)
     VALUES ($1, $2, $3, $4::"OrganizationKind", 'Europe/Berlin') RETURNING id, name`,
    [randomUUID(), name, `test-${randomBytes(6).toString("hex")}`, kind],
  );
}

type RoomChanges = {
  title?: string;
  kind?: "visit" | "webinar" | "meeting";
  access?: "invited" | "open";
  /** Seconds from now until it opens; negative when it is open already. */
  opensInSeconds?: number;
  /** Seconds from now until it closes. */
  closesInSeconds?: number;
  lobby?: boolean;
  isLive?: boolean;
};

/** A room; a visit that opened ten minutes ago and lasts an hour more, unless told otherwise. */
export async function makeRoom(
  { id: organizationId }: Organization,
  changes: RoomChanges = {},
): Promise<Room> {
  const {
    title = "Visit with Dr Mira Halloran",
    kind = "visit",
    access = "invited",
    opensInSeconds = -600,
    closesInSeconds = opensInSeconds + 4_200,
    lobby = false,
    isLive = false,
  } = changes;
  const room = await sqlRow<{ id: string }>(
    `INSERT INTO rooms (id, organization_id, title, kind, access, opens_at, closes_at, time_zone, lobby,
       presenter_lead_minutes, collaborator_lead_minutes, attendee_lead_minutes, consumer_lead_minutes,
       calendar_uid, live_at)
     VALUES ($1, $2, $3, $4::"RoomKind", $5::"RoomAccess",
       date_trunc('milliseconds', now()) + make_interval(secs => $6),
       date_trunc('milliseconds', now()) + make_interval(secs => $7), 'Europe/Berlin', $8, 0, 0, 0, 0, $9,
       CASE WHEN $10::boolean THEN now() END)
     RETURNING id`,
    [
      randomUUID(),
      organizationId,
      title,
      kind,
      access,
      opensInSeconds,
      closesInSeconds,
      lobby,
      randomUUID(),
      isLive,
    ],
  );
  return { id: room.id, organizationId, title };
}

/** A person of an organization with an address of their own. */
export async function makePerson(organizationId: string, name: string) {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${randomBytes(4).toString("hex")}@example.org`;
  const { id } = await sqlRow<{ id: string }>(
    `INSERT INTO people (id, organization_id, name, email, time_zone)
     VALUES ($1, $2, $3, $4, 'Europe/Berlin') RETURNING id`,
    [randomUUID(), organizationId, name, email],
  );
  return { personId: id, name, email };
}

/** A webinar that has gone live, of an organization of its own. */
export async function makeLiveWebinar(): Promise<Room> {
  const organization = await makeOrganization("events");
  return makeRoom(organization, { title: "Living with asthma", kind: "webinar", isLive: true });
}

/** A seat on a room's roster, with a personal link. */
export async function makeSeat(room: Room, capacity: Capacity, name: string): Promise<Seat> {
  const { personId, email } = await makePerson(room.organizationId, name);
  const { id } = await sqlRow<{ id: string }>(
    `INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
     VALUES ($1, $2, $3, $4, $5::"Role", $6::"Capacity") RETURNING id`,
    [randomUUID(), room.organizationId, room.id, personId, ROLE[capacity], capacity],
  );
  const { link } = await makeLink(id);
  return { id, roomId: room.id, name, email, link };
}

/** One more personal link of a seat. */
export async function makeLink(seatId: string): Promise<{ linkId: string; link: string }> {
  const token = randomBytes(16).toString("base64url");
  const { id: linkId } = await sqlRow<{ id: string }>(
    `INSERT INTO personal_links (id, seat_id, token_hash, origin)
     VALUES ($1, $2, $3, 'copied'::"LinkOrigin") RETURNING id`,
    [randomUUID(), seatId, createHash("sha256").update(token).digest()],
  );
  return { linkId, link: `${environment.baseUrl}/join/${token}` };
}

/** A member of the staff with a session, so that a journey need not sign in first. */
export async function makeMember(
  { id: organizationId }: Organization,
  name = "Dr Mira Halloran",
  staffRole: "owner" | "manager" | "host" = "owner",
): Promise<Member> {
  const person = await makePerson(organizationId, name);
  await sql(
    `INSERT INTO members (id, organization_id, person_id, staff_role)
     VALUES ($1, $2, $3, $4::"StaffRole")`,
    [randomUUID(), organizationId, person.personId, staffRole],
  );
  const user = await sqlRow<{ id: string }>(
    `INSERT INTO users (id, name, email, email_verified) VALUES ($1, $2, $3, now()) RETURNING id`,
    [randomUUID(), name, person.email],
  );
  const sessionToken = randomBytes(32).toString("hex");
  await sql(
    `INSERT INTO sessions (id, session_token, user_id, expires)
     VALUES ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), createHash("sha256").update(sessionToken).digest("hex"), user.id],
  );
  return { ...person, sessionToken };
}

/** A resource for programs of ACS whose keys nobody can read: the product alone seals them. */
export async function makeAcsResource({ id }: Organization): Promise<string> {
  const resourceId = randomUUID();
  await sql(
    `INSERT INTO acs_resources (id, organization_id, name, primary_key, secondary_key)
     VALUES ($1, $2, 'Old portal', $3, $4)`,
    [resourceId, id, randomBytes(93), randomBytes(93)],
  );
  return resourceId;
}

export const SCOPES = [
  ...["rooms:read", "rooms:write", "links:write", "record:read"],
  ...["people:read", "people:write", "webhooks:read", "webhooks:write"],
];

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A key for a program of an organization; returns its secret. */
export async function makeKey({ id }: Organization, scopes: string[] = SCOPES): Promise<string> {
  const random = Array.from({ length: 40 }, () => SIGNS[randomInt(62)]).join("");
  let check = "";
  for (let left = crc32(random); check.length < 6; left = Math.floor(left / 62)) {
    check = SIGNS[left % 62] + check;
  }
  const secret = `rk_${random}${check}`;
  await sql(
    `INSERT INTO api_keys (id, organization_id, name, prefix, secret_hash, scopes)
     VALUES ($1, $2, 'Records system', $3, $4, $5)`,
    [randomUUID(), id, secret.slice(0, 9), createHash("sha256").update(secret).digest(), scopes],
  );
  return secret;
}
