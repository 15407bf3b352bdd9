import "server-only";
import type { z } from "zod";
import { plainVersion } from "@/lib/domain/acs/api-version";
import { headerOf, type AcsRequest } from "./acs-request";
import { readPageToken, writePageToken } from "./page-token";
import { addressFor } from "./public-address";
import { badArguments } from "./wire-error";

/**
 * Where the page that is asked for begins; null for the first one.
 *
 * @throws WireError for a token that was not made for this list.
 */
export function placeAskedFor<Place>(
  { query }: AcsRequest,
  list: string,
  shape: z.ZodType<Place>,
): Place | null {
  const token = query.get("nextLink");
  if (!token) return null;
  const { success, data } = shape.safeParse(readPageToken(list, token));
  if (!success)
    throw badArguments([{ target: "nextLink", message: "Value is not a link of this list." }]);
  return data;
}

/**
 * The link to the page that begins there: whole and on the public host, since clients follow it as
 * it is, and not all of them send the port that they asked at. Nothing after the last page.
 */
export function nextLink(request: AcsRequest, list: string, place: unknown): { nextLink?: string } {
  if (place === null) return {};
  const [path = ""] = request.target.split("?");
  const query = new URLSearchParams({ nextLink: writePageToken(list, place) });
  const version = request.query.get("api-version") ?? "";
  query.set("api-version", plainVersion(version, request.query.has("nextLink")));
  return { nextLink: `${addressFor(headerOf(request, "host"))}${path}?${query.toString()}` };
}
