import "server-only";
import { isDatabaseUp } from "@/lib/data/is-database-up";
import { log } from "@/lib/log";
import { words } from "@/lib/words/words";
import { barePage, escapeHtml } from "./bare-page";
import { isForReading } from "./is-for-reading";

/** Longer than a process that is busy with something else needs; what waits longer is stuck. */
const PATIENCE_MS = 5_000;
const RETRY_SECONDS = 5;

/**
 * Asks without moving the page, so that nothing is read out anew until there is something new; and
 * asks the start page, because this one's address may be good for one use only.
 */
const COME_BACK = `
const asked = { method: "HEAD", redirect: "manual", headers: { accept: "text/html" } };
setInterval(async () => {
  try {
    const answer = await fetch("/", asked);
    if (answer.ok || answer.type === "opaqueredirect") location.reload();
  } catch {}
}, ${RETRY_SECONDS * 1_000});
`;

let asking: Promise<boolean> | undefined;

/**
 * What whoever opens a page gets while the database is away: 503 and a page that comes back by
 * itself. Null when the database answers, and for what is not a page: that says 503 on its own.
 */
export async function outagePage(
  { method, headers }: Pick<Request, "method" | "headers">,
  nonce: string,
): Promise<Response | null> {
  if (!isForReading(headers)) return null;
  // Whoever comes while it is being asked takes that answer.
  asking ??= isDatabaseUp(PATIENCE_MS).finally(() => (asking = undefined));
  if (await asking) return null;
  log.warn({ method }, "a page was asked for while the database is away");
  const isRead = method === "GET" || method === "HEAD";
  return new Response(pageFor(isRead, nonce), {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": String(RETRY_SECONDS) },
  });
}

/** A form is not sent a second time by itself: only its sender knows whether they still want it. */
function pageFor(isRead: boolean, nonce: string): string {
  const say = words("public");
  const text = escapeHtml(say(isRead ? "outage-page" : "outage-form"));
  return barePage({
    title: say("outage-title"),
    content: `<p role="status">${text}</p>`,
    nonce,
    ...(isRead && { script: COME_BACK }),
  });
}
