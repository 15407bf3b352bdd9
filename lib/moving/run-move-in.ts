import "server-only";
import { parseArgs } from "node:util";
import { insertAcsResource, listAcsResources } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { findOrganizationBySlug, listOrganizationSlugs } from "@/lib/data/organizations";
import { SCOPES } from "@/lib/domain/program/scope";
import { env } from "@/lib/env";
import type { MovingContext } from "@/lib/operations/acs/move-room-in";
import type { AcsActor } from "@/lib/operations/context";
import { readConnectionString } from "./acs-source";
import { SourceProblem } from "./ask-source";
import { moveIn, type Mover } from "./move-in";
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
  const { organization, isDryRun } = readArguments(args);
  // Not an argument: those can be read in the list of processes, and npm repeats and keeps them.
  const connection = readConnectionString(env().MOVE_IN_FROM ?? "");
  const mover = await moverFor(organization, connection.endpoint.host);
  const report = new MoveReport(print);
  const source = { ...connection, onWait: report.tellWait };
  try {
    for await (const moved of moveIn(mover, source, { isDryRun })) report.tell(moved);
  } finally {
    report.sum(isDryRun);
  }
}

function readArguments(args: readonly string[]) {
  const { organization, "dry-run": isDryRun = false } = parse(args);
  if (!organization || !env().MOVE_IN_FROM) throw new SourceProblem(USAGE);
  return { organization, isDryRun };
}

/** Nothing where an option is unknown or lacks its value. */
function parse(args: readonly string[]): { organization?: string; "dry-run"?: boolean } {
  const options = { organization: { type: "string" }, "dry-run": { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return {};
  }
}

/**
 * The organization's oldest resource takes the rooms. One that has none gets one with its first room,
 * so that a run which reads nothing, for a wrong key say, leaves nothing behind.
 */
async function moverFor(slug: string, host: string): Promise<Mover> {
  const organization = await findOrganizationBySlug(database(), slug);
  if (!organization) {
    const known = (await listOrganizationSlugs(database())).join(", ");
    throw new SourceProblem(`There is no organization "${slug}". There is: ${known || "none"}.`);
  }
  const organizationId = organization.id;
  const [known] = await listAcsResources(organizationId);
  let resourceId = known?.id;
  return {
    // What reads asks for the organization alone.
    toRead: () => contextOf(organizationId, resourceId ?? organizationId),
    async toWrite() {
      resourceId ??= (await insertAcsResource(database(), organizationId, host)).id;
      return contextOf(organizationId, resourceId);
    },
  };
}

function contextOf(organizationId: string, resourceId: string): MovingContext {
  const resource = { organizationId, resourceId };
  const actor: AcsActor = { kind: "program", keyId: resourceId, ...resource, scopes: SCOPES };
  return { actor, now: new Date() };
}
