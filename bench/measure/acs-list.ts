import { z } from "zod";
import { describe, percentile } from "@/bench/support/percentile";
import type { Row } from "@/bench/support/row";
import { acsConnection, acsRequest } from "@/e2e/support/acs";
import { sql, sqlRow } from "@/e2e/support/database";

const ROOMS = 100_000;
const PAGES = 100;
const TARGET_MS = 100;
/** How much longer the last pages may take than the first ones. */
const EVENLY = 1.5;

const pageShape = z.object({ value: z.array(z.unknown()), nextLink: z.string().optional() });

/** Follows the list of the demo's resource through 100,000 rooms, from link to link as clients do. */
export async function measureAcsList(): Promise<Row[]> {
  const { organizationId } = await sqlRow<{ organizationId: string }>(
    `SELECT organization_id AS "organizationId" FROM acs_resources ORDER BY created_at LIMIT 1`,
  );
  await fill(organizationId);
  const took = await timesOfPages();
  await sql("DELETE FROM rooms WHERE organization_id = $1 AND title LIKE 'Bench %'", [
    organizationId,
  ]);
  const [first, last] = [took.slice(0, PAGES), took.slice(-PAGES)];
  const median = percentile(first, 50);
  return [
    {
      what: `ACS: list of ${ROOMS.toLocaleString("en")} rooms, first ${PAGES} pages, p95`,
      value: percentile(first, 95),
      unit: "ms",
      target: { atMost: TARGET_MS },
      note: describe(first),
    },
    {
      what: `ACS: the same, last ${PAGES} of ${took.length} pages, median`,
      value: percentile(last, 50),
      unit: "ms",
      target: { atMost: Math.ceil(median * EVENLY) },
      note: describe(last),
    },
  ];
}

async function timesOfPages(): Promise<number[]> {
  const { endpoint } = acsConnection();
  const took: number[] = [];
  let seen = 0;
  let target: string | undefined = "/rooms?api-version=2025-03-13";
  while (target) {
    const began = performance.now();
    const { json } = await acsRequest({ method: "GET", target });
    took.push(performance.now() - began);
    const page = pageShape.parse(json);
    seen += page.value.length;
    target = page.nextLink?.replace(endpoint, "");
  }
  if (seen < ROOMS) throw new Error(`The list ends after ${seen} rooms.`);
  return took;
}

/** A room made every second before now, each open for a month. */
async function fill(organizationId: string): Promise<void> {
  await sql(
    `INSERT INTO rooms (id, organization_id, title, kind, access, opens_at, closes_at, time_zone,
       lobby, presenter_lead_minutes, collaborator_lead_minutes, attendee_lead_minutes,
       consumer_lead_minutes, calendar_uid, created_at)
     SELECT uuidv7(), $1::uuid, 'Bench ' || n, 'meeting', 'invited', now(), now() + interval '30 days',
       'Europe/Berlin', false, 0, 0, 0, 0, uuidv7()::text, now() - n * interval '1 second'
     FROM generate_series(1, $2::int) n`,
    [organizationId, ROOMS],
  );
  await sql("ANALYZE rooms");
}
