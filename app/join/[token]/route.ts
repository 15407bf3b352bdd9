import { cookies } from "next/headers";
import { AppError } from "@/lib/domain/errors";
import { openLink } from "@/lib/operations/links/open-link";
import { clientAddressOf } from "@/lib/web/client-address";
import { problemPage } from "@/lib/web/problem-page";
import { requestIdOf } from "@/lib/web/problem";
import { countTry, requireTriesLeft } from "@/lib/web/rate-limit";
import { seeOther } from "@/lib/web/room-route";
import { seatCookie } from "@/lib/web/seat-cookie";
import { toAppError } from "@/lib/web/to-app-error";
import { words } from "@/lib/words/words";

type Props = { params: Promise<{ token: string }> };

/** A personal link becomes a cookie of its room's pages and leaves the address bar. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  const isLookAhead = /prefetch/i.test(request.headers.get("sec-purpose") ?? "");
  return enterBy(params, request.headers, !isLookAhead);
}

export function HEAD(request: Request, { params }: Props): Promise<Response> {
  return enterBy(params, request.headers, false);
}

async function enterBy(
  params: Props["params"],
  headers: Headers,
  isVisit: boolean,
): Promise<Response> {
  const { token } = await params;
  const address = clientAddressOf(headers);
  try {
    await requireTriesLeft("link-guess", address);
    const { roomId, until } = await openLink(token, new Date(), isVisit);
    if (isVisit) (await cookies()).set(seatCookie(roomId, token, until));
    return seeOther(`/room/${roomId}`);
  } catch (error) {
    const isGuess = error instanceof AppError && error.code === "link-not-found";
    if (isGuess) await countTry("link-guess", address).catch(() => undefined);
    return refusalPage(error, headers);
  }
}

function refusalPage(thrown: unknown, asked: Headers): Response {
  const requestId = requestIdOf(asked);
  const { code, status } = toAppError(thrown, requestId);
  const say = words("public");
  const about =
    code === "link-not-found"
      ? { headline: say("link-gone-title"), title: say("link-gone-text") }
      : { title: words("failures")(code) };
  const body = problemPage({ ...about, requestId, nonce: asked.get("x-nonce") });
  return new Response(body, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
