import { expect, test } from "vitest";
import { rememberEnsured } from "./ensured-calls";

function setUp(ensure: (name: string) => Promise<void> = () => Promise.resolve()) {
  const asked: string[] = [];
  const clock = { ms: 0 };
  const remembered = rememberEnsured(
    (name) => {
      asked.push(name);
      return ensure(name);
    },
    () => clock.ms,
  );
  return { asked, clock, remembered };
}

test("a crowd that joins within two seconds asks once", async () => {
  const { asked, clock, remembered } = setUp();
  await Promise.all([remembered.ensure("a"), remembered.ensure("a")]);
  clock.ms = 1_999;
  await remembered.ensure("a");
  expect(asked).toEqual(["a"]);
  clock.ms = 2_000;
  await remembered.ensure("a");
  expect(asked).toEqual(["a", "a"]);
});

test("a failure is not remembered, and neither is a call that was deleted", async () => {
  let isDown = true;
  const { asked, remembered } = setUp(() =>
    isDown ? Promise.reject(new Error("down")) : Promise.resolve(),
  );
  await expect(remembered.ensure("a")).rejects.toThrow("down");
  isDown = false;
  await remembered.ensure("a");
  remembered.forget("a");
  await remembered.ensure("a");
  expect(asked).toHaveLength(3);
});
