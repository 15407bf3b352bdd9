import { afterEach, expect, test, vi } from "vitest";

/** What a process that starts with this variable reads. */
async function envWith(name: string, value: string | undefined) {
  vi.resetModules();
  vi.stubEnv(name, value);
  const { env } = await import("./env");
  return env();
}

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ["unset", undefined, undefined],
  ["empty: nobody is believed", "", []],
  ["one", "192.0.2.1", ["192.0.2.1"]],
  ["several, with spaces", " 192.0.2.1, 2001:db8::/32 ", ["192.0.2.1", "2001:db8::/32"]],
])("the proxies that are believed: %s", async (_, text, proxies) => {
  expect((await envWith("TRUSTED_PROXIES", text)).TRUSTED_PROXIES).toEqual(proxies);
});

test("what is set but wrong is not said to be missing", async () => {
  await expect(envWith("TRUSTED_PROXIES", "the office")).rejects.toThrow("TRUSTED_PROXIES: ");
  await expect(envWith("LIVEKIT_API_KEY", "")).rejects.toThrow("LIVEKIT_API_KEY: ");
  await expect(envWith("LIVEKIT_API_KEY", undefined)).rejects.toThrow("LIVEKIT_API_KEY is not set");
});
