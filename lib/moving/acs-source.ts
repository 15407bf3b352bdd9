import "server-only";
import { z } from "zod";
import { MOVING_VERSION } from "@/lib/domain/acs/moving-room";
import { askSource, SourceProblem, type AcsSource } from "./ask-source";

/**
 * How many pages a list may have; ACS gives thirty lines on each. Rooms are dealt with one by one, a
 * roster is held whole.
 */
const MOST_PAGES = { rooms: 100_000, roster: 1_000 };

const KEY = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * The two parts of a connection string, in either order.
 *
 * @throws SourceProblem
 */
export function readConnectionString(text: string): Pick<AcsSource, "endpoint" | "key"> {
  const parts = new Map(text.trim().split(";").map(toPart));
  const [endpoint = "", key = ""] = [parts.get("endpoint"), parts.get("accesskey")];
  if (!/^https?:/i.test(endpoint) || !URL.canParse(endpoint) || !KEY.test(key)) {
    throw new SourceProblem("The connection string is not of the form endpoint=…;accesskey=…");
  }
  return { endpoint: new URL(endpoint), key: Buffer.from(key, "base64") };
}

function toPart(text: string): [string, string] {
  const [name = "", ...value] = text.split("=");
  return [name.trim().toLowerCase(), value.join("=").trim()];
}

/** Every room of the resource, page by page, as it is given. */
export function listSourceRooms(source: AcsSource): AsyncGenerator<unknown> {
  return listAll(source, `/rooms?api-version=${MOVING_VERSION}`, MOST_PAGES.rooms);
}

/** Every line of a room's roster; null when the room is gone since it was listed. */
export async function listSourceRoster(
  source: AcsSource,
  acsId: string,
): Promise<unknown[] | null> {
  const path = `/rooms/${encodeURIComponent(acsId)}/participants?api-version=${MOVING_VERSION}`;
  const lines: unknown[] = [];
  try {
    for await (const line of listAll(source, path, MOST_PAGES.roster)) lines.push(line);
  } catch (error) {
    if (error instanceof SourceProblem && error.status === 404) return null;
    throw error;
  }
  return lines;
}

const pageShape = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });

async function* listAll(
  source: AcsSource,
  path: string,
  mostPages: number,
): AsyncGenerator<unknown> {
  const asked = new Set<string>();
  let next: string | null = path;
  while (next) {
    const url = addressOf(source, next);
    // Without end: it would be read again and again.
    if (asked.has(url.href)) throw new SourceProblem(`${url.pathname} links back to itself`);
    if (asked.size === mostPages) {
      throw new SourceProblem(`${url.pathname} has more than ${mostPages} pages`);
    }
    asked.add(url.href);
    const page = await getPage(source, url);
    yield* page.value;
    next = page.nextLink || null;
  }
}

function addressOf({ endpoint }: AcsSource, link: string): URL {
  if (!URL.canParse(link, endpoint.href)) {
    throw new SourceProblem(`${endpoint.host} links to what is no address`);
  }
  const url = new URL(link, endpoint);
  // A link that leads elsewhere would be given our signature.
  if (url.origin !== endpoint.origin) {
    throw new SourceProblem(`${endpoint.host} links to ${url.host}`);
  }
  return url;
}

async function getPage(source: AcsSource, url: URL): Promise<z.output<typeof pageShape>> {
  const page = pageShape.safeParse(parseJson(await askSource(source, url)));
  if (!page.success) throw new SourceProblem(`${url.pathname} is answered with no list`);
  return page.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
