import "server-only";
import { lookup as lookupName, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Said of a name or address that webhooks never go to. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

// request-filtering-agent refuses what the registries set apart (loopback, private, link-local,
// shared, mapped, tunnelled …) and takes the rest for public. These are in the rest.
const UNROUTED = new BlockList();
// IPv6 is routed within 2000::/3 only; below it lie old forms of IPv4 addresses, such as ::7f00:1.
UNROUTED.addSubnet("::", 3, "ipv6");
UNROUTED.addSubnet("4000::", 2, "ipv6");
UNROUTED.addSubnet("8000::", 1, "ipv6");
const INTERNAL = new BlockList();
// Azure's host answers its virtual machines here, with secrets among other things.
INTERNAL.addAddress("168.63.129.16");

/** The addresses of one's own machine, for trying things out where that is allowed. */
export const LOOPBACK = ["127.0.0.1", "::1"];

/**
 * Whether an address that request-filtering-agent takes for public is one that webhooks go to.
 * What is no address is a name, and is judged by what it leads to.
 */
export function mayGoTo(address: string, allowed: readonly string[]): boolean {
  if (allowed.includes(address)) return true;
  const version = isIP(address);
  if (version === 6) return !UNROUTED.check(address, "ipv6");
  return version === 0 || !INTERNAL.check(address, "ipv4");
}

/** Looks a name up, and refuses it when any address it leads to is one that webhooks don't go to. */
export function guardedLookup(
  allowed: readonly string[],
  lookup: LookupFunction = lookupName,
): LookupFunction {
  return (name, options, answer) =>
    lookup(name, options, (error, found, family) => {
      const addresses = typeof found === "string" ? [found] : found.map(addressOf);
      const isRefused = !error && !addresses.every((address) => mayGoTo(address, allowed));
      answer(isRefused ? new AddressRefused() : error, found, family);
    });
}

const addressOf = ({ address }: LookupAddress) => address;
