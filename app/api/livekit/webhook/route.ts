import { readWebhook } from "@/lib/livekit/read-webhook";
import { problemResponse } from "@/lib/web/problem";
import { outsideWorld } from "@/lib/web/outside-world";
import { hearHint } from "@/lib/operations/call/hear-hint";

const MAX_BODY_BYTES = 256 * 1024;

/**
 * What the media server tells us. A hint and never the truth: it is lost when we are away, comes
 * twice and in any order. Anything but 2xx and 4xx makes it tell us again for half a minute.
 */
export async function POST(request: Request): Promise<Response> {
  const size = Number(request.headers.get("content-length"));
  if (!(size > 0 && size <= MAX_BODY_BYTES)) return new Response(null, { status: 413 });
  const hint = await readWebhook(await request.text(), request.headers.get("authorization"));
  if (!hint) return new Response(null, { status: 401 });
  try {
    await hearHint({ actor: { kind: "system" }, ...outsideWorld() }, hint);
  } catch (error) {
    return problemResponse(error, request.headers);
  }
  return new Response(null, { status: 200 });
}
