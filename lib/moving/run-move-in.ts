import "server-only";
import { parseArgs } from "node:util";
import { insertAcsResource, listAcsResources } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { findOrganizationBySlug } from "@/lib/data/organizations";
import { SCOPES } from "@/lib/domain/program/scope";
import { env } from "@/lib/env";
import type { AcsActor } from "@/lib/operations/context";
import { readConnectionString, SourceProblem } from "./acs-source";
import { moveIn } from "./move-in";
import { MoveReport } from "./move-report";

const USAGE = `Usage: MOVE_IN_FROM="endpoint=…;accesskey=…" npm run move-in -- --organization <slug> [--dry-run]`;

/**
 * The whole command: reads its arguments, moves, and prints what became of each room.
 *
 * @throws SourceProblem, whose message says what to do.
 */
export async function runMoveIn(
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const { organization, "dry-run": isDryRun } = readArguments(args);
  // Not an argument: those can be read in the list of processes, and npm repeats and keeps them.
  const source = readConnectionString(env().MOVE_IN_FROM ?? "");
  const actor = await actorFor(organization, source.endpoint.host, isDryRun);
  const report = new MoveReport(print);
  try {
    const makeContext = () => ({ actor, now: new Date() });
    for await (const moved of moveIn(makeContext, source, { isDryRun })) report.tell(moved);
  } finally {
    report.sum(isDryRun);
  }
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      organization: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
  });
  const { organization } = values;
  if (!organization || !env().MOVE_IN_FROM) throw new SourceProblem(USAGE);
  return { ...values, organization };
}

/** The organization's oldest resource takes the rooms; one that has none gets one. */
async function actorFor(slug: string, host: string, isDryRun: boolean): Promise<AcsActor> {
  const organization = await findOrganizationBySlug(database(), slug);
  if (!organization) throw new SourceProblem(`There is no organization "${slug}".`);
  const organizationId = organization.id;
  const [known] = await listAcsResources(organizationId);
  const isNeeded = !known && !isDryRun;
  const made = isNeeded ? await insertAcsResource(database(), organizationId, host) : known;
  // A dry run writes nothing, so it never gets to use this.
  const resourceId = made?.id ?? organizationId;
  return { kind: "program", keyId: resourceId, organizationId, resourceId, scopes: SCOPES };
}
