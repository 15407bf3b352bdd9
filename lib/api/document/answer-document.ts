import "server-only";
import { makeDocument } from "./make-document";

let written: string | undefined;

/** The document for everybody: it tells nothing that the reference page does not. */
export function answerDocument(): Response {
  written ??= JSON.stringify(makeDocument());
  return new Response(written, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
