import "server-only";
import type { oas31 } from "zod-openapi";
import { API_PATH } from "@/lib/api/api-path";
import { AREAS, type Area } from "@/lib/api/endpoint";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { FAILURES } from "@/lib/domain/errors";
import type { FieldView, OperationView, ReferenceView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";
import { describeFields, describeType, shapeOf } from "./describe-shape";
import { makeDocument } from "./make-document";
import { everyRefusal } from "./refusals";
import { writeCurl, writeJavaScript } from "./write-samples";

/** All that the reference page says, read from the document. */
export function describeReference(): ReferenceView {
  const document = makeDocument();
  const say = words("developers");
  const areas = AREAS.map((name) => ({
    name,
    title: say(`title-${name}`),
    about: say(`area-${name}`),
    operations: operationsOf(document, name),
  }));
  return {
    areas: areas.filter(({ operations }) => operations.length > 0),
    shapes: Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
      name,
      type: describeType(schema),
      fields: describeFields(schema),
    })),
    problems: everyRefusal(ENDPOINTS).map((code) => ({
      code,
      status: FAILURES[code].status,
      means: words("programFailures")(code),
    })),
  };
}

function operationsOf(document: oas31.OpenAPIObject, area: Area): OperationView[] {
  return ENDPOINTS.filter((endpoint) => endpoint.area === area).map((endpoint) => {
    const {
      id,
      method,
      path,
      summary,
      description = null,
      scopes,
      answer,
      refusals = [],
    } = endpoint;
    const told = operationAt(document, path, method);
    const { requestBody, responses = {} } = told;
    const body = requestBody && "content" in requestBody ? requestBody : null;
    const answered: unknown = responses[answer.status];
    const schema = jsonSchemaOf(answered);
    return {
      ...{ id, method, path: API_PATH + path, summary, description, scopes, refusals },
      parameters: (told.parameters ?? []).flatMap(toField),
      body: describeFields(jsonSchemaOf(body)),
      answer: {
        ...{ status: answer.status, about: answer.about },
        type: schema ? describeType(schema) : null,
        fields: describeFields(schema),
      },
      samples: { curl: writeCurl(endpoint), javascript: writeJavaScript(endpoint) },
    };
  });
}

function operationAt(
  document: oas31.OpenAPIObject,
  path: string,
  method: string,
): oas31.OperationObject {
  const item = document.paths?.[path];
  const operation = { GET: item?.get, POST: item?.post, PATCH: item?.patch, DELETE: item?.delete }[
    method
  ];
  if (!operation) throw new Error(`The document has no ${method} ${path}.`);
  return operation;
}

function toField(parameter: oas31.ParameterObject | oas31.ReferenceObject): FieldView[] {
  if (!("name" in parameter)) return [];
  const { name, schema, required = false, description } = parameter;
  const type = schema ? describeType(schema) : "string";
  const own = schema && "description" in schema ? schema.description : undefined;
  const shape = schema ? shapeOf(schema) : null;
  return [{ name, type, shape, isRequired: required, about: description ?? own ?? null }];
}

type WithContent = {
  content?: Record<string, { schema?: oas31.SchemaObject | oas31.ReferenceObject }>;
};

function jsonSchemaOf(part: unknown) {
  const { content } = (part ?? {}) as WithContent;
  return content?.["application/json"]?.schema;
}
