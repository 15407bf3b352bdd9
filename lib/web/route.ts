import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { FieldProblems } from "@/lib/domain/problem";
import { isFromNext } from "./is-from-next";
import { requireOwnOrigin } from "./origin";
import { parseInput } from "./parse-input";
import { problemResponse } from "./problem";
import { readBody } from "./read-body";
import { responseOf } from "./response-of";

type Params = Record<string, string | string[] | undefined>;
export type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/**
 * What a route does with its checked input. A `Response` is sent as it is, nothing becomes 204,
 * anything else JSON.
 */
type Work<Schema extends z.ZodType> = (
  input: z.output<Schema>,
  request: Request,
) => Promise<unknown>;

/**
 * A POST that changes something: asked by our own pages only, its JSON or form fields and the
 * address's parameters (which win) checked together by `schema`. Failures are problem+json, or a
 * page for who sent a plain form; a parameter that no address of ours can have is "not-found".
 */
export function route<Schema extends z.ZodType>(schema: Schema, work: Work<Schema>): Handler {
  return (request, context) =>
    answer(request, async () => {
      requireOwnOrigin(request.headers);
      const params = await context.params;
      const input = parseAddressed(schema, await readBody(request), params);
      return work(input, request);
    });
}

/** A GET that changes nothing: query and parameters (which win) checked together by `schema`. */
export function readRoute<Schema extends z.ZodType>(schema: Schema, work: Work<Schema>): Handler {
  return (request, context) =>
    answer(request, async () => {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      return work(parseAddressed(schema, query, await context.params), request);
    });
}

function parseAddressed<Schema extends z.ZodType>(
  schema: Schema,
  fields: Record<string, unknown>,
  params: Params,
): z.output<Schema> {
  try {
    return parseInput(schema, { ...fields, ...params });
  } catch (error) {
    const isAddressWrong =
      error instanceof FieldProblems && Object.keys(error.fields).some((name) => name in params);
    throw isAddressWrong ? new AppError("not-found") : error;
  }
}

async function answer(request: Request, work: () => Promise<unknown>): Promise<Response> {
  try {
    return responseOf(await work());
  } catch (error) {
    if (isFromNext(error)) throw error;
    return problemResponse(error, request.headers);
  }
}
