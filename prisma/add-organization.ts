import { parseArgs } from "node:util";
import { z } from "zod";
import { inTransaction, pool } from "@/lib/data/client";
import { parseTimeZone } from "@/lib/domain/calendar/time-zone";
import { parseEmailAddress } from "@/lib/domain/roster/email-address";
import { env } from "@/lib/env";
import { addOrganization } from "./seed/add-demo";

const text = z.string("is missing").trim().min(1, "is missing").max(120, "is too long");

const input = z.object({
  name: text,
  kind: z.enum(["clinic", "events"], "is clinic or events"),
  "time-zone": text.refine((zone) => parseTimeZone(zone), "is no zone such as Europe/Berlin"),
  owner: text,
  email: text.refine((address) => parseEmailAddress(address), "is no e-mail address"),
});

type Input = z.infer<typeof input>;

/** Adds an organization and its owner, who then signs in by e-mail. @returns what to say */
async function add(given: Input): Promise<string> {
  const { name, kind, owner } = given;
  const timeZone = parseTimeZone(given["time-zone"]) ?? given["time-zone"];
  const email = parseEmailAddress(given.email) ?? given.email;
  const slug = slugOf(name);
  const staff = [{ name: owner, email, timeZone, staffRole: "owner" as const }];
  const isAdded = await inTransaction(async (tx) => {
    if (await tx.organization.findUnique({ where: { slug }, select: { id: true } })) return false;
    await addOrganization(tx, { name, slug, kind, timeZone, staff, guests: [], rooms: [] });
    return true;
  });
  if (!isAdded) throw new Refusal([`There is an organization called ${slug} already.`]);
  return `${name} is there. ${owner} signs in at ${env().PUBLIC_URL}/sign-in with ${email}.`;
}

/** What the person who typed the command has to put right, a line each. */
class Refusal extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join("\n"));
  }
}

function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join("-") ?? "organization";
}

function readInput(): Input {
  const options = Object.fromEntries(
    Object.keys(input.shape).map((option) => [option, { type: "string" as const }]),
  );
  const { values } = parseArgs({ options, strict: false });
  const result = input.safeParse(values);
  if (result.success) return result.data;
  throw new Refusal(
    result.error.issues.map(({ path, message }) => `--${path.join(".")} ${message}`),
  );
}

try {
  console.log(await add(readInput()));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  for (const line of error.lines) console.error(line);
  process.exitCode = 1;
} finally {
  await pool().$disconnect();
}
