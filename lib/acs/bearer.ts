import "server-only";
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { env } from "@/lib/env";
import { Denied } from "./wire-error";

const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 60;

const discoveryShape = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * The resources that a bearer token of the configured issuer is for, by the claim that lists them.
 *
 * @throws Denied for any other token, and when there is no issuer or it does not answer.
 */
export async function resourcesOfBearer(token: string, now: Date): Promise<string[]> {
  const { ACS_OIDC_ISSUER: issuer, ACS_OIDC_AUDIENCE, ACS_OIDC_RESOURCES_CLAIM } = env();
  if (!issuer) throw new Denied("no-issuer");
  try {
    const { payload } = await jwtVerify(token, await keysOf(issuer), {
      issuer,
      audience: ACS_OIDC_AUDIENCE,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp"],
      currentDate: now,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    const claim = payload[ACS_OIDC_RESOURCES_CLAIM];
    return z.array(z.string()).parse(typeof claim === "string" ? [claim] : claim);
  } catch {
    throw new Denied("wrong-bearer");
  }
}

let known: { issuer: string; keys: Promise<JWTVerifyGetKey> } | undefined;

/** The issuer's keys, found by discovery once; jose fetches them anew when it meets a new one. */
async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  if (known?.issuer !== issuer) known = { issuer, keys: discover(issuer) };
  try {
    return await known.keys;
  } catch (error) {
    known = undefined;
    throw error;
  }
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: "error" });
  const { issuer: named, jwks_uri: keysUrl } = discoveryShape.parse(await response.json());
  if (named !== issuer) throw new Error("the issuer calls itself another");
  return createRemoteJWKSet(new URL(keysUrl));
}
