import "server-only";
import { z } from "zod";
import type { FailureCode } from "@/lib/domain/errors";
import type { Scope } from "@/lib/domain/program/scope";
import type { Context, ProgramActor } from "@/lib/operations/context";
import { parsePart } from "./request/parse-part";

export type ApiContext = Context<ProgramActor>;

/** The chapters of the reference, in its order. */
export const AREAS = [
  "Key",
  "Rooms",
  "Roster",
  "Decisions",
  "Calls",
  "Record",
  "People",
  "Webhooks",
] as const;

export type Area = (typeof AREAS)[number];

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What an endpoint tells besides its status. */
export type Told<Body> = {
  body: Body;
  /** Becomes the ETag. */
  version?: number;
  /** Path of what was made, below the API's address. */
  location?: string;
  /** Where the next page starts; null on the last. */
  next?: string | null;
};

/** The parts of a request as they came. */
export type RawParts = {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  /**
   * Checks that the asker saw this version of what they change.
   *
   * @throws AppError "version-outdated".
   */
  requireSeen: (version: number) => number;
};

/** Values for a sample request. Texts that begin with `$` are variables of whoever runs it. */
export type Sample = { query?: Record<string, string>; body?: Record<string, unknown> };

const NOTHING = z.strictObject({});

type Facts = {
  /** Names the operation in the document, and in programs made from it. */
  id: string;
  method: Method;
  /** Below the API's address, with `{parameters}`. */
  path: `/${string}`;
  area: Area;
  summary: string;
  description?: string;
  /** What the operation will ask the key for. */
  scopes: readonly Scope[];
  /** An If-Match is required: the change must not overwrite one that nobody saw. */
  needsVersion?: boolean;
  /**
   * A repeated Idempotency-Key gets the kept answer. False where the answer is a secret that stands
   * nowhere, or where doing it again changes nothing anyway.
   */
  keepsAnswer?: boolean;
  /** Failures of its own, besides those of every request. */
  refusals?: readonly FailureCode[];
  sample: Sample;
};

type Definition<
  Params extends z.ZodObject,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = Facts & {
  params?: Params;
  query?: Query;
  body?: Body;
  answer: { status: 200 | 201 | 202 | 204; about: string; schema?: Answer };
  work(
    ctx: ApiContext,
    input: {
      params: z.output<Params>;
      query: z.output<Query>;
      body: z.output<Body>;
      requireSeen: RawParts["requireSeen"];
    },
  ): Promise<Told<z.input<Answer>>>;
};

/** One operation of the API: how it is asked, what it answers, and what it does. */
export type Endpoint = Facts & {
  schemas: { params: z.ZodObject; query: z.ZodType; body: z.ZodType | null };
  answer: { status: number; about: string; schema?: z.ZodType };
  /**
   * Checks the request's parts and does the work.
   *
   * @throws RequestProblems for parts that are wrong, or what the operation throws.
   */
  run(ctx: ApiContext, raw: RawParts): Promise<Told<unknown>>;
};

/** Defines an endpoint. The same schemas check its requests and make its part of the document. */
export function endpoint<
  Params extends z.ZodObject = typeof NOTHING,
  Query extends z.ZodType = typeof NOTHING,
  Body extends z.ZodType = typeof NOTHING,
  Answer extends z.ZodType = z.ZodUndefined,
>(definition: Definition<Params, Query, Body, Answer>): Endpoint {
  const { params, query, body, work, ...facts } = definition;
  return {
    ...facts,
    schemas: { params: params ?? NOTHING, query: query ?? NOTHING, body: body ?? null },
    run: async (ctx, raw) =>
      work(ctx, {
        params: parsePart("path", params ?? NOTHING, raw.params) as z.output<Params>,
        query: parsePart("query", query ?? NOTHING, raw.query) as z.output<Query>,
        body: parsePart("body", body ?? NOTHING, raw.body) as z.output<Body>,
        requireSeen: raw.requireSeen,
      }),
  };
}
