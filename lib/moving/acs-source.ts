import "server-only";
import { createHash, createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { MOVING_VERSION } from "@/lib/domain/acs/moving-room";

/** A resource of ACS, or of anything that speaks its language. */
export type AcsSource = { endpoint: URL; key: Buffer };

/** The other side is away, or will not have us. The message is for whoever runs the command. */
export class SourceProblem extends Error {
  override readonly name = "SourceProblem";

  constructor(
    message: string,
    /** Of the answer; null where none came, or one that is no list. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

const CONNECTION = /^\s*endpoint=([^;]+);\s*accesskey=([A-Za-z0-9+/]+={0,2});?\s*$/i;

const MOST_TRIES = 8;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 120_000;
const ANSWER_TIMEOUT_MS = 30_000;

/** @throws SourceProblem */
export function readConnectionString(text: string): AcsSource {
  const [, endpoint = "", key = ""] = CONNECTION.exec(text) ?? [];
  if (!URL.canParse(endpoint)) {
    throw new SourceProblem("The connection string is not of the form endpoint=…;accesskey=…");
  }
  return { endpoint: new URL(endpoint), key: Buffer.from(key, "base64") };
}

/** Every room of the resource, page by page, as it is given. */
export function listSourceRooms(source: AcsSource): AsyncGenerator<unknown> {
  return listAll(source, `/rooms?api-version=${MOVING_VERSION}`);
}

/** Every line of a room's roster; null when the room is gone since it was listed. */
export async function listSourceRoster(
  source: AcsSource,
  acsId: string,
): Promise<unknown[] | null> {
  const path = `/rooms/${encodeURIComponent(acsId)}/participants?api-version=${MOVING_VERSION}`;
  const lines: unknown[] = [];
  try {
    for await (const line of listAll(source, path)) lines.push(line);
  } catch (error) {
    if (error instanceof SourceProblem && error.status === 404) return null;
    throw error;
  }
  return lines;
}

const pageShape = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });

async function* listAll(source: AcsSource, path: string): AsyncGenerator<unknown> {
  let next: string | null = path;
  while (next) {
    const page: z.output<typeof pageShape> = await getPage(source, new URL(next, source.endpoint));
    yield* page.value;
    next = page.nextLink || null;
  }
}

async function getPage(source: AcsSource, url: URL) {
  // A link that leads elsewhere would be given our signature.
  if (url.origin !== source.endpoint.origin) {
    throw new SourceProblem(`${source.endpoint.host} links to ${url.host}`);
  }
  const answer = await getPatiently(source, url);
  const page = pageShape.safeParse(await answer.json().catch(() => null));
  if (!page.success) throw new SourceProblem(`${url.pathname} is answered with no list`);
  return page.data;
}

/** Asks again while the other side is busy or away, as long after as it says. */
async function getPatiently(source: AcsSource, url: URL): Promise<Response> {
  let trouble = "";
  let status = 0;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await get(source, url).catch((error: unknown) => String(error));
    if (typeof answer !== "string" && answer.ok) return answer;
    status = typeof answer === "string" ? 0 : answer.status;
    trouble = typeof answer === "string" ? answer : `${status} ${await answer.text()}`;
    if (status >= 400 && status < 500 && status !== 429) break;
    const asked = typeof answer === "string" ? null : answer.headers.get("retry-after");
    await pause(Math.min(waitAsked(asked) ?? FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS));
  }
  const said = `${url.host}${url.pathname} can't be read: ${trouble.slice(0, 300)}`;
  throw new SourceProblem(said, status || null);
}

/** `Retry-After` in ms: seconds, or a date. Null when it says neither. */
function waitAsked(header: string | null): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

function get({ key }: AcsSource, url: URL): Promise<Response> {
  const date = new Date().toUTCString();
  const hash = createHash("sha256").update("").digest("base64");
  const text = `GET\n${url.pathname}${url.search}\n${date};${url.host};${hash}`;
  const signature = createHmac("sha256", key).update(text).digest("base64");
  return fetch(url, {
    headers: {
      "x-ms-date": date,
      "x-ms-content-sha256": hash,
      Authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
    },
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
}
