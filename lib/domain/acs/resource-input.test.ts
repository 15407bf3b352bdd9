import { expect, test } from "vitest";
import { resourceOriginsInput } from "./resource-input";

const read = (origins: string) => resourceOriginsInput.safeParse({ resourceId: "any", origins });

test.each([
  "http://clinic.example",
  "https://clinic.example/",
  "https://clinic.example/path",
  "clinic.example",
  "javascript:alert(1)",
  "null",
])("pages of %s can't be allowed", (origin) => {
  const { error } = read(`https://good.example ${origin}`);
  expect(error?.issues.map(({ message }) => message)).toEqual(["not-an-origin"]);
});

test("origins with TLS are allowed, and those of one's own machine", () => {
  const origins = ["https://clinic.example", "http://localhost:5173"];
  expect(read(origins.join(", ")).data).toMatchObject({ origins });
});
