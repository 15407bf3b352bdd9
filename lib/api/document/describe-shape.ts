import "server-only";
import type { oas31 } from "zod-openapi";
import type { FieldView } from "@/lib/domain/program/reference-view";

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** The fields of an object, those of inner objects right behind it. */
export function describeFields(schema: Schema | undefined, before = ""): FieldView[] {
  if (!schema || "$ref" in schema || !schema.properties) return [];
  const { required = [] } = schema;
  return Object.entries(schema.properties).flatMap(([name, field]) => [
    {
      name: before + name,
      type: describeType(field),
      shape: shapeOf(field),
      isRequired: required.includes(name),
      about: "description" in field ? (field.description ?? null) : null,
    },
    ...describeFields(innerObject(field), `${before}${name}.`),
  ]);
}

/** A schema's type in a few words. */
export function describeType(schema: Schema): string {
  if ("$ref" in schema && schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (!("type" in schema) && !("anyOf" in schema) && !("oneOf" in schema) && !("const" in schema)) {
    return "enum" in schema ? describeEnum(schema) : "any";
  }
  const { type, format, items, anyOf, oneOf } = schema;
  const options = anyOf ?? oneOf;
  if (options) return [...new Set(options.map(describeType))].join(" | ");
  if (schema.enum) return describeEnum(schema);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (type === "array" && items && typeof items === "object") return `${describeType(items)}[]`;
  return [type]
    .flat()
    .map((name) => (name === "string" && format) || name)
    .join(" | ");
}

/** The named shape that a schema is, lists, or is unless it is null. */
export function shapeOf(schema: Schema): string | null {
  if ("$ref" in schema && schema.$ref) return describeType(schema);
  if (!("type" in schema) && !("anyOf" in schema)) return null;
  const { items, anyOf } = schema;
  if (items && typeof items === "object") return shapeOf(items);
  return anyOf?.map(shapeOf).find((name) => name !== null) ?? null;
}

function describeEnum(schema: oas31.SchemaObject): string {
  return (schema.enum ?? []).map((value) => JSON.stringify(value)).join(" | ");
}

/** The object inside an optional or listed one. */
function innerObject(schema: Schema): Schema | undefined {
  if (!("type" in schema) && !("anyOf" in schema)) return undefined;
  const { anyOf, items } = schema;
  if (items && typeof items === "object") return items;
  return anyOf?.find((option) => "properties" in option) ?? schema;
}
