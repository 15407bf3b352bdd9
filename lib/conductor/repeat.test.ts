import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repeat } from "./repeat";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("it passes at the instant it was told, and twice a second when it was told none", async () => {
  const pass = vi.fn(() => Promise.resolve<Date | null>(new Date(Date.now() + 200)));
  const loop = repeat(pass);
  await vi.advanceTimersByTimeAsync(199);
  expect(pass).toHaveBeenCalledTimes(1);
  pass.mockResolvedValue(null);
  await vi.advanceTimersByTimeAsync(1);
  expect(pass).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(pass).toHaveBeenCalledTimes(3);
  await loop.stop();
});

test("it passes earlier when it is woken, never later, and not after it was stopped", async () => {
  const pass = vi.fn(() => Promise.resolve(null));
  const loop = repeat(pass);
  await vi.advanceTimersByTimeAsync(0);
  const start = Date.now();
  loop.wake(new Date(start + 9_000));
  loop.wake(new Date(start + 150));
  loop.wake(new Date(start + 300));
  await vi.advanceTimersByTimeAsync(149);
  expect(pass).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(pass).toHaveBeenCalledTimes(2);
  loop.wake(new Date());
  await vi.advanceTimersByTimeAsync(0);
  expect(pass).toHaveBeenCalledTimes(3);
  await loop.stop();
  loop.wake(new Date());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pass).toHaveBeenCalledTimes(3);
});

test("it is not forgotten that it was woken in the middle of a pass", async () => {
  let finish = () => {};
  const pass = vi.fn(() => new Promise<null>((resolve) => (finish = () => resolve(null))));
  const loop = repeat(pass);
  loop.wake(new Date(Date.now() + 150));
  finish();
  await vi.advanceTimersByTimeAsync(150);
  expect(pass).toHaveBeenCalledTimes(2);
  finish();
  await loop.stop();
});

test("while the database is away it waits longer each time, and goes on when it is back", async () => {
  const pass = vi.fn(() => Promise.reject<null>(new Error("away")));
  const loop = repeat(pass);
  await vi.advanceTimersByTimeAsync(500 + 1_000 + 2_000 + 2_000);
  expect(pass).toHaveBeenCalledTimes(5);
  pass.mockResolvedValue(null);
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.advanceTimersByTimeAsync(500);
  expect(pass).toHaveBeenCalledTimes(7);
  await loop.stop();
});
