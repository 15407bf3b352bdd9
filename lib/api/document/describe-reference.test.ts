import { expect, test } from "vitest";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { answerProblem } from "@/lib/api/problem/answer-problem";
import { AppError } from "@/lib/domain/errors";
import { describeReference } from "./describe-reference";
import { describeFields, describeType, shapeOf } from "./describe-shape";

const reference = describeReference();
const operations = reference.areas.flatMap((area) => area.operations);
const operationOf = (id: string) => operations.find((each) => each.id === id);

test("the reference has every operation once", () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
});

test("a field tells its type, whether it has to be there, and what it is about", () => {
  const body = operationOf("createRoom")?.body ?? [];
  const names = body.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["kind", "opensAt", "seats", "seats.person"]));
  expect(body.find(({ name }) => name === "kind")).toEqual({
    name: "kind",
    type: '"visit" | "webinar" | "meeting"',
    shape: null,
    isRequired: true,
    about: null,
  });
  expect(body.find(({ name }) => name === "closesAt")?.isRequired).toBe(false);
});

test("an answer names its shape, and each shape that is named is there", () => {
  expect(operationOf("getRoom")?.answer.type).toBe("Room");
  const shapes = reference.shapes.map(({ name }) => name);
  const named = operations.flatMap(({ answer }) => answer.type ?? []);
  const own = named.filter((type) => /^[A-Z]/.test(type));
  expect(shapes).toEqual(expect.arrayContaining(own));
});

test("a field that holds shapes, or one or null, leads to it, and it is there", () => {
  const items = operationOf("listRooms")?.answer.fields.find(({ name }) => name === "items");
  expect(items).toMatchObject({ type: "Room[]", shape: "Room" });
  const fields = [
    ...operations.flatMap(({ parameters, body, answer }) => [parameters, body, answer.fields]),
    ...reference.shapes.map((shape) => shape.fields),
  ].flat();
  const led = fields.flatMap(({ shape }) => shape ?? []);
  expect(reference.shapes.map(({ name }) => name)).toEqual(expect.arrayContaining(led));
  const room = { $ref: "#/components/schemas/Room" };
  expect(shapeOf({ anyOf: [{ type: "null" as const }, room] })).toBe("Room");
  expect(shapeOf({ type: "array" as const, items: { type: "string" as const } })).toBeNull();
});

test("each failure of an operation stands among the problems", () => {
  const codes = reference.problems.map(({ code }) => code);
  for (const { refusals } of operations)
    expect(codes).toEqual(expect.arrayContaining([...refusals]));
});

test.each([
  [{ type: "string" as const, format: "uuid" }, "uuid"],
  [{ type: "array" as const, items: { type: "integer" as const } }, "integer[]"],
  [{ anyOf: [{ type: "string" as const }, { type: "null" as const }] }, "string | null"],
  [{ enum: ["a", "b"] }, '"a" | "b"'],
  [{ const: "wait" }, '"wait"'],
  [{ $ref: "#/components/schemas/Room" }, "Room"],
  [{}, "any"],
])("%j is %s", (schema, type) => expect(describeType(schema)).toBe(type));

test("what is no object has no fields", () =>
  expect(describeFields({ type: "string" })).toEqual([]));

test("a problem means there what its answer says, and sends no program to a form or a page", async () => {
  for (const { code, means } of reference.problems) {
    const answer = answerProblem(new AppError(code), { requestId: code, allowance: null });
    expect(await answer.json(), code).toMatchObject({ title: means });
    expect(means, code).not.toMatch(/form|invitation|reload|this page/i);
  }
});
