import "server-only";
import { createHash, createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { readAtMost } from "@/lib/read-at-most";

/** A resource of ACS, or of anything that speaks its language. */
export type AcsSource = {
  endpoint: URL;
  key: Buffer;
  /** Told before each pause, since it may be a long one. */
  onWait: (trouble: string, ms: number) => void;
};

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

const MOST_TRIES = 8;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 120_000;
const ANSWER_TIMEOUT_MS = 30_000;

/** A page of ACS, or a roster of thousands, stays far below it. */
const MAX_ANSWER_MB = 32;

/**
 * What the other side answers to a signed GET. It is asked again while it is busy or away, as long
 * after as it says, and when it falls silent in the middle of an answer.
 *
 * @throws SourceProblem when it says no, says more than anybody would, or does not come back.
 */
export async function askSource(source: AcsSource, url: URL): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const answer = await get(source, url);
    if ("body" in answer) return answer.body;
    const { status, trouble, waitMs } = answer;
    if (isLasting(status) || tries === MOST_TRIES) {
      throw new SourceProblem(`${url.host}${url.pathname} can't be read: ${trouble}`, status);
    }
    const ms = Math.min(waitMs ?? FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
    source.onWait(`${url.host}: ${trouble}`, ms);
    await pause(ms);
  }
}

/** A status is null where no whole answer came. */
type Answer = { body: string } | { status: number | null; trouble: string; waitMs: number | null };

async function get(source: AcsSource, url: URL): Promise<Answer> {
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  try {
    const answer = await fetch(url, {
      headers: signedHeaders(source, url),
      // Another address would be given our signature.
      redirect: "manual",
      signal,
    });
    const { ok, status, headers } = answer;
    const bytes = await readAtMost(answer.body, MAX_ANSWER_MB * 1024 * 1024, signal);
    if (!bytes) throw new SourceProblem(tooLong(url), status);
    const body = new TextDecoder().decode(bytes);
    if (ok) return { body };
    return {
      status,
      trouble: `${status} ${firstOf(body)}`.trim(),
      waitMs: waitAsked(headers.get("retry-after")),
    };
  } catch (error) {
    if (error instanceof SourceProblem) throw error;
    return { status: null, trouble: firstOf(describe(error)), waitMs: null };
  }
}

function tooLong({ host, pathname }: URL): string {
  return `${host}${pathname} can't be read: the answer is longer than ${MAX_ANSWER_MB} MB`;
}

function isLasting(status: number | null): boolean {
  return status !== null && status < 500 && status !== 429;
}

/** The beginning of what somebody else wrote, without what could lead a terminal astray. */
function firstOf(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").slice(0, 300);
}

/** `fetch` itself only says that it failed; why stands behind, at times in a code alone. */
function describe(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(reason instanceof Error)) return String(reason);
  return reason.message || ("code" in reason ? String(reason.code) : reason.name);
}

/** `Retry-After` in ms: seconds, or a date. Null when it says neither. */
function waitAsked(header: string | null): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

function signedHeaders({ key }: AcsSource, url: URL): Record<string, string> {
  const date = new Date().toUTCString();
  const hash = createHash("sha256").update("").digest("base64");
  const text = `GET\n${url.pathname}${url.search}\n${date};${url.host};${hash}`;
  const signature = createHmac("sha256", key).update(text).digest("base64");
  return {
    "x-ms-date": date,
    "x-ms-content-sha256": hash,
    Authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  };
}
