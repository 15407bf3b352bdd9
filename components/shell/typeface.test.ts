import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import ranges from "@fontsource-variable/atkinson-hyperlegible-next/unicode.json";

test("each file of the typeface is used for the letters that its package says it has", () => {
  const source = readFileSync(new URL("typeface.ts", import.meta.url), "utf8");
  const used = [...source.matchAll(/next-(latin(?:-ext)?)-wght-normal.*?"(U\+[^"]+)"/gs)];
  expect(Object.fromEntries(used.map(([, file, range]) => [file, range]))).toEqual(ranges);
});
