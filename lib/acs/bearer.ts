import "server-only";
import { jwtVerify } from "jose";
import { z } from "zod";
import { env } from "@/lib/env";
import { IssuerAway, IssuerKeys } from "./issuer-keys";
import { Denied, unavailable } from "./wire-error";

const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 60;

/** When to come again while the issuer is away: later than it is asked again. */
const AWAY_SECONDS = 5;

/**
 * The resources that a bearer token of the configured issuer is for, by the claim that lists them.
 *
 * @throws Denied for any other token, and when there is no issuer; WireError of 503 while the issuer
 *   can't be asked for a key that is not known yet.
 */
export async function resourcesOfBearer(token: string, now: Date): Promise<string[]> {
  const { ACS_OIDC_ISSUER: issuer, ACS_OIDC_AUDIENCE, ACS_OIDC_RESOURCES_CLAIM } = env();
  if (!issuer) throw new Denied("no-issuer");
  keys ??= new IssuerKeys(issuer);
  try {
    const { payload } = await jwtVerify(token, keys.keyFor, {
      issuer,
      audience: ACS_OIDC_AUDIENCE,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp"],
      currentDate: now,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    const claim = payload[ACS_OIDC_RESOURCES_CLAIM];
    return z.array(z.string()).parse(typeof claim === "string" ? [claim] : claim);
  } catch (error) {
    if (error instanceof IssuerAway) throw unavailable(AWAY_SECONDS);
    throw new Denied("wrong-bearer");
  }
}

let keys: IssuerKeys | undefined;
