import { expect, test } from "vitest";
import { clientAddressOf } from "./client-address";

const addressOf = (remoteAddress: string | undefined, forwarded?: string) =>
  clientAddressOf({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress },
  });

test.each(["203.0.113.9", "::ffff:203.0.113.9", "172.32.0.1"])(
  "what %s says of itself does not count",
  (stranger) => {
    const own = addressOf(stranger);
    expect(addressOf(stranger, "192.0.2.1")).toBe(own);
    expect(addressOf(stranger, "127.0.0.1")).toBe(own);
  },
);

test.each(["127.0.0.1", "::1", "::ffff:10.0.0.7", "192.168.1.2", "fd00::7"])(
  "a proxy at %s is believed for the one address that it saw",
  (proxy) => {
    expect(addressOf(proxy, "192.0.2.1")).toBe("192.0.2.1");
    expect(addressOf(proxy, "made up, 127.0.0.1, 192.0.2.1")).toBe("192.0.2.1");
    expect(addressOf(proxy, "192.0.2.1:50123")).toBe("192.0.2.1");
    expect(addressOf(proxy, "[2001:db8:1:2::3]:50123")).toBe("2001:db8:1:2::");
  },
);

test("without a proxy's word the connection's own end counts", () => {
  expect(addressOf("127.0.0.1")).toBe("127.0.0.1");
  expect(addressOf("127.0.0.1", "192.0.2.1, ")).toBe("127.0.0.1");
  expect(addressOf(undefined)).toBe("unknown");
});
