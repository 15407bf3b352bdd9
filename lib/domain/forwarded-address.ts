/**
 * The network address that the nearest proxy saw, from `X-Forwarded-For`, without the port that some
 * proxies write behind it; null when it says none. A proxy appends what it saw, so the last one
 * counts: what stands before can be made up by anybody.
 */
export function lastForwarded(header: string | readonly string[] | null | undefined) {
  const text = typeof header === "string" ? header : header?.join();
  const last = text?.split(",").at(-1)?.trim() ?? "";
  return withoutPort(last) || null;
}

const IPV6_IN_BRACKETS = /^\[([\da-f:.]+)\](:\d+)?$/i;
const IPV4_WITH_PORT = /^(\d+(?:\.\d+){3}):\d+$/;

function withoutPort(address: string): string {
  const found = IPV6_IN_BRACKETS.exec(address) ?? IPV4_WITH_PORT.exec(address);
  return found?.[1] ?? address;
}

const IPV6_GROUPS = 8;
/** Whoever has one address of the network that these name has them all. */
const IPV6_NETWORK_GROUPS = 4;

/**
 * What of an address limits count by: all of an IPv4 address, also where it is written as an IPv6
 * one; of an IPv6 address its network of 64 bits, as its first address. Other texts stay as they are.
 */
export function countedPart(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(":")) return address;
  const [left = [], right = []] = address
    .toLowerCase()
    .split("::")
    .map((half) => half.split(":").filter(Boolean));
  const zeros = Array.from({ length: IPV6_GROUPS - left.length - right.length }, () => "0");
  const network = [...left, ...zeros, ...right].slice(0, IPV6_NETWORK_GROUPS);
  return `${network.map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::`;
}
