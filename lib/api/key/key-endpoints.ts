import "server-only";
import { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import { toldId, toldInstant } from "@/lib/api/fields";
import { SCOPES } from "@/lib/domain/program/scope";
import { readOwnKey } from "@/lib/operations/keys/read-own-key";

const keyBody = z
  .strictObject({
    id: toldId,
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: toldInstant,
    expiresAt: toldInstant.nullable(),
    organization: z.strictObject({ id: toldId, name: z.string() }),
  })
  .meta({ id: "Key" });

const own = endpoint({
  id: "getKey",
  method: "GET",
  path: "/key",
  area: "Key",
  summary: "Ask what your key is good for",
  scopes: [],
  answer: { status: 200, about: "The key that you came with.", schema: keyBody },
  sample: {},
  work: async (ctx) => {
    const { id, name, scopes, createdAt, expiresAt, organization } = await readOwnKey(ctx);
    return {
      body: {
        ...{ id, name, scopes, organization },
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
      },
    };
  },
});

export const keyEndpoints = [own];
