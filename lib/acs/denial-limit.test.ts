import { expect, test } from "vitest";
import { DenialLimit } from "./denial-limit";

test("an address with too many refused proofs waits, every other one does not", async () => {
  const limit = new DenialLimit({ points: 2, duration: 60 });
  await limit.count("192.0.2.1");
  expect(await limit.secondsToWait("192.0.2.1")).toBeNull();
  await limit.count("192.0.2.1");
  await limit.count("192.0.2.1");
  const seconds = await limit.secondsToWait("192.0.2.1");
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await limit.secondsToWait("192.0.2.2")).toBeNull();
});
