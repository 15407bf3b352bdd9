import { notFound, redirect } from "next/navigation";
import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { isFromNext } from "./is-from-next";

const thrownBy = (work: () => never): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test("failures are ours, what leads elsewhere is Next's", () => {
  expect(isFromNext(new AppError("not-found"))).toBe(false);
  expect(isFromNext(new TypeError("a bug"))).toBe(false);
  expect(isFromNext(undefined)).toBe(false);
  expect(isFromNext(thrownBy(() => redirect("/rooms")))).toBe(true);
  expect(isFromNext(thrownBy(notFound))).toBe(true);
});
