import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { Networks, PRIVATE_NETWORKS } from "@/lib/networks";

const TIMEOUT_MS = 1_000;

const PRIVATE = new Networks(PRIVATE_NETWORKS);

/**
 * An address at which people could reach the media server's own port past the gate: the address we
 * use when it is public, or one of this machine's when we use loopback. Null when there is none.
 */
export async function findExposedAddress(mediaUrl: string): Promise<string | null> {
  const { hostname, protocol, port } = new URL(mediaUrl.replace(/^ws/, "http"));
  const addresses = await addressesOf(hostname.replace(/^\[|\]$/g, ""));
  const open = addresses.find((address) => !PRIVATE.has(address));
  if (open) return open;
  if (!addresses.every((address) => address === "::1" || address.startsWith("127."))) return null;
  const answers = await Promise.all(
    ownAddresses().map(async (address) => {
      const host = isIP(address) === 6 ? `[${address}]` : address;
      return (await answersAt(`${protocol}//${host}:${port}/`)) ? address : null;
    }),
  );
  return answers.find((address) => address !== null) ?? null;
}

async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

/** This machine's addresses besides loopback. Link-local ones need a scope and are left out. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith("fe80"))
    .map(({ address }) => address);
}

async function answersAt(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
