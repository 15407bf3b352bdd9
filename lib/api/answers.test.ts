import { beforeEach, describe, expect, test } from "vitest";
import {
  askEndpoint,
  buildApiWorld,
  endpointOf,
  fillSample,
  sampleHeaders,
} from "@/lib/testing/api-builder";
import { useDatabase } from "@/lib/testing/database";
import { ENDPOINTS } from "./endpoints";

useDatabase();

let world: Awaited<ReturnType<typeof buildApiWorld>>;

beforeEach(async () => {
  world = await buildApiWorld();
});

/** Some acts are for a seat that is off the roster, or for a room in which nobody is. */
async function prepare(id: string): Promise<void> {
  const { secret, params } = world;
  if (id === "returnSeat")
    await askEndpoint(endpointOf("removeSeat"), secret, params, { body: {} });
}

describe.each(ENDPOINTS.map((one) => [one.id, one] as const))("%s", (id, endpoint) => {
  const variables = () => ({ MEMBER_ID: world.ownerId, SEAT_ID: world.params.seatId });

  const ask = () => {
    const { query, body } = fillSample(endpoint.sample, variables());
    return askEndpoint(endpoint, world.secret, world.params, {
      ...(query && { query }),
      ...(body && { body }),
      headers: sampleHeaders(endpoint),
    });
  };

  test("answers its sample in the shape of the document", async () => {
    await prepare(id);
    const { status, headers, body, text } = await ask();
    expect(status, text).toBe(endpoint.answer.status);
    const { schema } = endpoint.answer;
    const { error } = schema?.safeParse(body) ?? {};
    expect(error?.issues ?? [], text).toEqual([]);
    expect(body === undefined).toBe(schema === undefined);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
    expect(headers.get("ratelimit-policy")).toBe('"key";q=1200;w=60');
    if (status === 201 && id !== "createLink") {
      expect(headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:3000\/api\/v1\//);
    }
  });
});
