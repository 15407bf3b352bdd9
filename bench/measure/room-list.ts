import { describe, percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { sql, sqlRow } from "@/e2e/support/database";
import { environment } from "@/e2e/support/environment";
import { makeMember, makeOrganization } from "@/e2e/support/world";

const ROOMS = 100_000;
const TIMES = 20;

/**
 * The schedule of an organization with 100,000 rooms to come, as a member's browser gets it: its
 * first page, its last one, and a search for what only one room has in its title.
 */
export async function measureRoomList(): Promise<Row[]> {
  const organization = await makeOrganization();
  const { sessionToken } = await makeMember(organization);
  await fill(organization.id);
  const last = await sqlRow<{ place: string }>(
    `SELECT to_char(opens_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '_' || id AS place
     FROM rooms WHERE organization_id = $1 ORDER BY opens_at DESC, id DESC OFFSET 25 LIMIT 1`,
    [organization.id],
  );
  const pages = {
    "first page": "/rooms",
    "last page": `/rooms?later=${encodeURIComponent(last.place)}`,
    "search for one": `/rooms?search=${encodeURIComponent(`Consultation ${ROOMS}`)}`,
  };
  const rows: Row[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const took = await timesOf(path, `session=${sessionToken}`);
    rows.push({
      what: `schedule of ${ROOMS.toLocaleString("en")} rooms, ${name}, p95`,
      value: percentile(took, 95),
      unit: "ms",
      target: { atMost: 200 },
      note: describe(took),
    });
  }
  await sql("DELETE FROM rooms WHERE organization_id = $1", [organization.id]);
  return rows;
}

async function timesOf(path: string, cookie: string): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    const began = performance.now();
    const response = await fetch(environment.baseUrl + path, { headers: { cookie } });
    const text = await response.text();
    if (!text.includes("Consultation")) throw new Error(`${path} shows no rooms.`);
    // The first one warms the route.
    if (time > 0) took.push(performance.now() - began);
  }
  return took;
}

/** A room every five minutes from tomorrow on, each a quarter of an hour long. */
async function fill(organizationId: string): Promise<void> {
  await sql(
    `INSERT INTO rooms (id, organization_id, title, kind, access, opens_at, closes_at, time_zone,
       lobby, presenter_lead_minutes, collaborator_lead_minutes, attendee_lead_minutes,
       consumer_lead_minutes, calendar_uid)
     SELECT uuidv7(), $1::uuid, 'Consultation ' || n, 'visit', 'invited', at, at + interval '15 minutes',
       'Europe/Berlin', true, 10, 10, 5, 0, uuidv7()::text
     FROM generate_series(1, $2::int) n,
       LATERAL (SELECT date_trunc('hour', now()) + interval '1 day' + n * interval '5 minutes' AS at)`,
    [organizationId, ROOMS],
  );
  await sql("ANALYZE rooms");
}
