import "server-only";
import { KEY_SLOTS, type AcsResource } from "@/lib/data/acs-resources";
import { keyPrint } from "@/lib/data/key-print";
import { knownAcsResources } from "@/lib/data/known-acs-resources";
import { SCOPES } from "@/lib/domain/program/scope";
import type { AcsActor } from "@/lib/operations/context";
import { headerOf, type AcsRequest } from "./acs-request";
import { resourcesOfBearer } from "./bearer";
import { publicHosts, resourceNamedBy } from "./public-address";
import { findSigningKey } from "./signature";
import { noteUnreadableKey } from "./unreadable-keys";
import { Denied } from "./wire-error";

/** Who asks. `keyPrint` is that of the access key; null for a bearer. */
export type Caller = { actor: AcsActor; keyPrint: string | null };

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** What an access key opens: everything about rooms and people. */
const KEY_SCOPES = SCOPES.filter((scope) => /^(rooms|people):/.test(scope));

/**
 * The program that proved itself with an access key's signature or a bearer token.
 *
 * @throws Denied.
 */
export async function authenticate(request: AcsRequest, now: Date): Promise<Caller> {
  const host = headerOf(request, "host");
  const named = resourceNamedBy(host);
  const all = await knownAcsResources();
  const resources = named ? all.filter(({ id }) => id === named) : all;
  const [, token] = BEARER.exec(headerOf(request, "authorization") ?? "") ?? [];
  if (token) return callerByBearer(resources, await resourcesOfBearer(token, now));

  const keys = resources.flatMap(readableKeysOf);
  const hosts = named && host ? [host, ...publicHosts()] : publicHosts();
  const { secret, resource } = findSigningKey(request, keys, hosts, now);
  return { actor: toActor(resource), keyPrint: keyPrint(secret) };
}

/** A key that does not open signs for nobody, and stands in nobody's way. */
function readableKeysOf(resource: AcsResource) {
  return KEY_SLOTS.flatMap((slot) => {
    const secret = resource.keys[slot];
    if (!secret) noteUnreadableKey(resource.id, slot);
    return secret ? [{ secret, resource }] : [];
  });
}

/** A token for several resources has to be used at the host of one. */
function callerByBearer(resources: readonly AcsResource[], granted: readonly string[]): Caller {
  const [resource, ...others] = resources.filter(({ id }) => granted.includes(id));
  if (!resource || others.length > 0) throw new Denied("no-single-resource");
  return { actor: toActor(resource), keyPrint: null };
}

function toActor({ id, organizationId }: AcsResource): AcsActor {
  return { kind: "program", keyId: id, resourceId: id, organizationId, scopes: KEY_SCOPES };
}
