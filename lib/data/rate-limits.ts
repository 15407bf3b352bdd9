import "server-only";
import { z } from "zod";
import { database } from "./client";

type Query = { text: string; values: (string | number | null)[] };

const counted = z.array(z.object({ points: z.number(), expire: z.coerce.number().nullable() }));

/** Runs rate-limiter-flexible's statements on our one pool; its table is made by our migrations. */
export async function queryRateLimits({ text, values }: Query) {
  const rows = await database().$queryRawUnsafe<unknown>(text, ...values);
  const found = counted.parse(rows);
  // `get` tells a key without a count from the number of rows alone.
  return { rows: found, rowCount: found.length };
}
