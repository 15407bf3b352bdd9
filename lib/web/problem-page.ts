import "server-only";
import { words } from "@/lib/words/words";
import { barePage, escapeHtml } from "./bare-page";

type Facts = {
  /** What is so, in one sentence. */
  title: string;
  /** What stands above it, where "That didn't work" says too little. */
  headline?: string;
  requestId: string;
  nonce: string | null;
};

/** A page of its own for a failure outside of our pages: what is so, and a way on. */
export function problemPage({ title, headline, requestId, nonce }: Facts): string {
  const say = words("public");
  return barePage({
    title: headline ?? say("problem-title"),
    content: `<p>${escapeHtml(title)}</p>
<p><a href="/">${escapeHtml(say("to-start"))}</a></p>
<p><small>${escapeHtml(say("request", { id: requestId }))}</small></p>`,
    nonce,
  });
}
