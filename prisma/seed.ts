import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { inTransaction, pool } from "@/lib/data/client";
import { env } from "@/lib/env";
import { addMissingRooms, addOrganization, findDemoOrganizations } from "./seed/add-demo";
import { DEMO, type DemoOrganization } from "./seed/demo-cast";
import { connectionOf } from "./seed/demo-acs";
import { linksOfMembers, linksOfSeats, type DemoLink } from "./seed/demo-links";

const demoLinks = z.array(
  z.object({
    room: z.string(),
    person: z.string(),
    capacity: z.string(),
    role: z.string(),
    url: z.string(),
    address: z.string().optional(),
  }),
);

/**
 * Fills an empty database with a clinic and an event company, and gives a demo from before what it
 * needs for today. An installation that has organizations of its own stays as it is.
 */
async function seed(now: Date): Promise<void> {
  const organizations = await inTransaction(async (tx) => {
    const isEmpty = !(await tx.organization.findFirst({ select: { id: true } }));
    if (isEmpty) for (const organization of DEMO) await addOrganization(tx, organization);
    const demo = isEmpty ? DEMO : await findDemoOrganizations(tx, DEMO);
    for (const organization of demo) await addMissingRooms(tx, organization, now);
    return demo;
  });
  const { DEMO_LINKS_FILE, DEMO_ACS_FILE } = process.env;
  if (DEMO_LINKS_FILE) await writeLinks(DEMO_LINKS_FILE, organizations, now);
  const [first] = organizations;
  if (DEMO_ACS_FILE && first) writeFile(DEMO_ACS_FILE, await connectionOf(first));
}

async function writeLinks(file: string, demo: DemoOrganization[], now: Date): Promise<void> {
  const publicUrl = env().PUBLIC_URL;
  const links = await linksOfSeats(readLinks(file), publicUrl, now);
  for (const organization of demo) {
    links.push(...(await linksOfMembers(organization, now)));
  }
  writeFile(file, links);
}

/** Written whole, and readable only for who runs it: what stands there opens doors. */
function writeFile(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readLinks(file: string): DemoLink[] {
  if (!existsSync(file)) return [];
  try {
    return demoLinks.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // A file that somebody edited or cut short is simply made anew.
    return [];
  }
}

try {
  await seed(new Date());
} finally {
  await pool().$disconnect();
}
