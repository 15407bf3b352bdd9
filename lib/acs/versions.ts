import "server-only";
import {
  DEPRECATED_ROOMS_VERSIONS,
  IDENTITY_VERSIONS,
  readRoomsVersion,
  ROOMS_VERSIONS,
  type RoomsVersion,
} from "@/lib/domain/acs/api-version";
import { addressFor } from "./public-address";
import { headerOf, type AcsRequest } from "./acs-request";
import { WireError } from "./wire-error";

export type Area = "rooms" | "identity";

const HEADERS = {
  rooms: {
    "api-supported-versions": Object.keys(ROOMS_VERSIONS).join(", "),
    "api-deprecated-versions": DEPRECATED_ROOMS_VERSIONS.join(", "),
  },
  identity: { "api-supported-versions": IDENTITY_VERSIONS.join(", ") },
} as const satisfies Record<Area, Record<string, string>>;

/** What every answer of an area says about its versions. */
export function versionHeaders(area: Area): Record<string, string> {
  return HEADERS[area];
}

/** @throws WireError when the request names no version of rooms, or one that is not ours. */
export function requireRoomsVersion(request: AcsRequest): RoomsVersion {
  const named = nameOf(request);
  const version = readRoomsVersion(named, request.query.has("nextLink"));
  if (!version) throw unsupported(request, named);
  return version;
}

/** @throws WireError when the request names no version of identity, or one that is not ours. */
export function requireIdentityVersion(request: AcsRequest): void {
  const named = nameOf(request);
  if (!IDENTITY_VERSIONS.some((known) => known === named)) throw unsupported(request, named);
}

function nameOf({ query }: AcsRequest): string {
  const [named, ...others] = query.getAll("api-version");
  if (others.length > 0) {
    const list = [named, ...others].join(", ");
    throw new WireError(
      400,
      "AmbiguousApiVersion",
      `The following API versions were requested: ${list}. At most, only a single API version may be specified. Please update the intended API version and retry the request.`,
    );
  }
  if (named) return named;
  throw new WireError(
    400,
    "ApiVersionUnspecified",
    "An API version is required, but was not specified.",
  );
}

function unsupported(request: AcsRequest, named: string): WireError {
  const [path = ""] = request.target.split("?");
  const uri = `${addressFor(headerOf(request, "host"))}${path}`;
  return new WireError(
    400,
    "UnsupportedApiVersion",
    `The HTTP resource that matches the request URI '${uri}' does not support the API version '${named}'.`,
  );
}
