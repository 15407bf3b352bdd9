import "server-only";
import { env } from "@/lib/env";

/** The address at which programs reach the wire; links that clients follow begin with it. */
export function acsPublicUrl(): string {
  const { ACS_PUBLIC_URL, ACS_PORT, ACS_TLS } = env();
  return ACS_PUBLIC_URL ?? `${ACS_TLS === "off" ? "http" : "https"}://localhost:${ACS_PORT}`;
}

/** The public name with and without its port. */
export function publicHosts(): string[] {
  const { host, hostname } = new URL(acsPublicUrl());
  return host === hostname ? [host] : [host, hostname];
}

/**
 * The id of the resource that a host names, as in `<resource id>.acs.example.org`; null for the plain
 * public name and for any other.
 */
export function resourceNamedBy(host: string | undefined): string | null {
  const [first = "", ...rest] = (host ?? "").replace(/:\d+$/, "").toLowerCase().split(".");
  return rest.join(".") === new URL(acsPublicUrl()).hostname ? first : null;
}

/** The host under which a program asks for this resource: its own below the public one, or the public one. */
export function addressFor(host: string | undefined): string {
  const url = acsPublicUrl();
  const named = resourceNamedBy(host);
  if (!named) return url;
  const { protocol, host: plain } = new URL(url);
  return `${protocol}//${named}.${plain}`;
}
