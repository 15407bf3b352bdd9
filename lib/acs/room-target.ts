import "server-only";
import { findRoomIdProblem } from "@/lib/domain/acs/acs-room-id";
import type { AcsTarget } from "@/lib/operations/acs/require-acs-room";
import { jsonOf, type AcsRequest } from "./acs-request";
import type { Call } from "./route";
import { badArguments, badRequest } from "./wire-error";

/**
 * The room that the path names.
 *
 * @throws WireError for an id of another form.
 */
export function targetOf({ parts: [acsId = ""], vanishedBefore }: Call): AcsTarget {
  const wrong = findRoomIdProblem(acsId);
  if (wrong === "not-digits") throw badRequest("Invalid room ID.");
  if (wrong) throw badRequest("Invalid room ID length.");
  return { acsId, vanishedBefore };
}

/** @throws WireError for a body that is no object of JSON. */
export function requireBody(request: AcsRequest): Record<string, unknown> {
  const body = jsonOf(request);
  if (!body) throw badArguments([{ target: "$", message: "The body is not an object of JSON." }]);
  return body;
}
