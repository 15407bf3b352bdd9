import { expect, test } from "vitest";
import { Networks, PRIVATE_NETWORKS } from "./networks";

const privateOnes = new Networks(PRIVATE_NETWORKS);

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.0.1",
  "192.168.1.1",
  "100.64.0.1",
  "::1",
  "fd00::1",
  "::ffff:10.0.0.1",
])("%s is private", (address) => expect(privateOnes.has(address)).toBe(true));

test.each(["8.8.8.8", "172.32.0.1", "192.169.0.1", "2001:db8::1", "::ffff:8.8.8.8", "nonsense"])(
  "%s is not private",
  (address) => expect(privateOnes.has(address)).toBe(false),
);

test("a single address is one that counts alone", () => {
  const one = new Networks(["192.0.2.1", "2001:db8::1"]);
  expect([one.has("192.0.2.1"), one.has("2001:db8:0::1")]).toEqual([true, true]);
  expect([one.has("192.0.2.2"), one.has("2001:db8::2")]).toEqual([false, false]);
});
