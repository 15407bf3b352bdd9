import { NextResponse, type NextRequest } from "next/server";
import { deviceCookie } from "@/lib/web/device-cookie";
import { dress } from "@/lib/web/dress";
import { outagePage } from "@/lib/web/outage-page";
import { PAGE_PATH_HEADER } from "@/lib/web/page-path";

/** Everything but the build's own files, which carry no person's data and never change. */
export const config = { matcher: ["/((?!_next/static/).*)"] };

/**
 * Gives every answer its headers and every browser its device id, and whoever opens a page while
 * the database is away a page that says so. It never decides who may see what: that is up to the
 * operations, which are asked however a request comes in.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const origin = request.headers.get("origin");
  // Next reads this header before our own check does, and fails on what is no address.
  if (origin && origin !== "null" && !URL.canParse(origin))
    return new NextResponse(null, { status: 400 });

  const { asked, headers, nonce, newDeviceId } = dress(pathname, request.headers);
  asked.set(PAGE_PATH_HEADER, pathname + search);
  // Next takes the nonce for its own scripts from here.
  asked.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");

  const outage = await outagePage(request, nonce);
  const answer = outage
    ? new NextResponse(outage.body, outage)
    : NextResponse.next({ request: { headers: asked } });
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  if (newDeviceId) answer.cookies.set(deviceCookie(newDeviceId));
  return answer;
}
