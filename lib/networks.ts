import "server-only";
import { BlockList, isIP } from "node:net";

/** What the internet does not reach: this machine, private networks and those that lie before them. */
export const PRIVATE_NETWORKS = [
  "127.0.0.0/8",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "::1",
  "fc00::/7",
  "fe80::/10",
];

/** Addresses and networks, such as `192.0.2.1` and `10.0.0.0/8`. */
export class Networks {
  private readonly list = new BlockList();

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      const [address = "", bits] = text.split("/");
      const family = familyOf(address);
      if (bits === undefined) this.list.addAddress(address, family);
      else this.list.addSubnet(address, Number(bits), family);
    }
  }

  /** Whether that address is among them; an IPv4 address that is written as an IPv6 one counts as itself. */
  has(address: string): boolean {
    return isIP(address) !== 0 && this.list.check(address, familyOf(address));
  }
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
