import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { FieldProblems } from "@/lib/domain/problem";
import { readRoute, route } from "./route";

const ID = "0190c5a0-0000-7000-8000-000000000001";
const schema = z.object({
  roomId: z.uuid(),
  minutes: z.coerce.number().int("not-a-length").optional(),
});
const echo = route(schema, async (input) => input);

const context = (params: Record<string, string> = { roomId: ID }) => ({
  params: Promise.resolve(params),
});

function post(body?: BodyInit | null, headers: Record<string, string> = {}) {
  const type = typeof body === "string" ? { "content-type": "application/json" } : {};
  return new Request("http://127.0.0.1:3000/room/x/extend?roomId=other", {
    method: "POST",
    body: body ?? null,
    headers: {
      "sec-fetch-site": "same-origin",
      "x-request-id": "r1",
      ...type,
      ...headers,
    },
  });
}

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const body: unknown = await response.json();
  return { status: response.status, body: body as Record<string, unknown> };
}

describe("a body is refused, and nothing is done,", () => {
  test.each<[string, BodyInit, Record<string, string>]>([
    ["when it is broken JSON", '{"minutes":', {}],
    ["when it is a list", "[1]", {}],
    ["when it is a bare text", '"5"', {}],
    ["when it is of another kind", "minutes=5", { "content-type": "text/plain" }],
    [
      "when it is not UTF-8",
      new Uint8Array([0x22, 0xff, 0x22]),
      { "content-type": "application/json" },
    ],
    ["when a text contains NUL", '{"pad":"a\\u0000b"}', {}],
    ["when a field is wrong", '{"minutes":"soon"}', {}],
  ])("%s", async (_, body, headers) => {
    let isDone = false;
    const POST = route(schema, async () => void (isDone = true));
    const { status, body: problem } = await problemOf(await POST(post(body, headers), context()));
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: "invalid-input", requestId: "r1" });
    expect(isDone).toBe(false);
  });
});

test("a body that is too large is not read to its end", async () => {
  let isDone = false;
  const POST = route(schema, async () => void (isDone = true));
  const huge = JSON.stringify({ pad: "x".repeat(300_000) });
  const { status, body } = await problemOf(await POST(post(huge), context()));
  expect([status, body.code, isDone]).toEqual([413, "body-too-large", false]);
});

test("a body that breaks off is no outage of ours", async () => {
  const lost = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  const body = new ReadableStream({ pull: (stream) => stream.error(lost) });
  const init: RequestInit & { duplex: "half" } = { body, duplex: "half" };
  const { status } = await problemOf(await echo(new Request(post("{}"), init), context()));
  expect(status).toBe(422);
});

test("a wrong field is named with a sentence", async () => {
  const POST = route(
    z.object({ roomId: z.string(), minutes: z.number("not-a-length") }),
    async () => null,
  );
  const { body } = await problemOf(await POST(post('{"minutes":"soon"}'), context()));
  expect(body.fields).toEqual({ minutes: expect.stringContaining("minutes") });
});

test("an address that cannot be ours is not found, whatever else is wrong", async () => {
  const answer = await echo(post('{"minutes":"soon"}'), context({ roomId: "../x" }));
  expect((await problemOf(answer)).status).toBe(404);
});

test("a request from another site does nothing", async () => {
  const { status, body } = await problemOf(
    await echo(post("{}", { "sec-fetch-site": "cross-site" }), context()),
  );
  expect([status, body.code]).toEqual([403, "foreign-origin"]);
});

test("a parameter of the address wins over query and body", async () => {
  const answer = await echo(post('{"roomId":"0190c5a0-0000-7000-8000-000000000002"}'), context());
  expect(await answer.json()).toEqual({ roomId: ID });
  const GET = readRoute(schema, async ({ roomId }) => roomId);
  expect(await (await GET(new Request("http://x/?roomId=1"), context())).json()).toBe(ID);
});

test("JSON, form and empty bodies reach the work", async () => {
  const json = await echo(post('{"minutes":5}'), context());
  const form = await echo(post(new URLSearchParams({ minutes: "5" })), context());
  expect(await json.json()).toEqual({ roomId: ID, minutes: 5 });
  expect(await form.json()).toEqual({ roomId: ID, minutes: 5 });
  expect(await (await echo(post(), context())).json()).toEqual({ roomId: ID });
});

test("nothing becomes 204, and a response stays itself", async () => {
  const silent = await route(schema, async () => undefined)(post(), context());
  expect(silent.status).toBe(204);
  const own = await route(schema, async () => new Response("x", { status: 207 }))(
    post(),
    context(),
  );
  expect(own.status).toBe(207);
});

describe("a failure", () => {
  const failing = (error: unknown) =>
    route(schema, async () => {
      throw error;
    })(post(), context());

  test("of ours keeps its code and its sentence", async () => {
    const { status, body } = await problemOf(
      await failing(new AppError("not-allowed", { seatId: "s" })),
    );
    expect(status).toBe(403);
    expect(Object.keys(body).sort()).toEqual(["code", "requestId", "status", "title", "type"]);
  });

  test("that only the operation could see names its field", async () => {
    const { body } = await problemOf(await failing(new FieldProblems({ email: "not-an-address" })));
    expect(body).toMatchObject({
      code: "invalid-input",
      fields: { email: expect.any(String) },
    });
  });

  test.each<[string, unknown]>([
    ["a refused connection", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    [
      "all addresses refused",
      new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]),
    ],
    ["Prisma without a server", Object.assign(new Error("no"), { code: "P1001" })],
    [
      "a shutdown, wrapped",
      new Error("x", {
        cause: Object.assign(new Error("y"), { code: "57P01" }),
      }),
    ],
    ["a cut connection", new Error("Connection terminated unexpectedly")],
  ])("of the database (%s) asks to come back", async (_, error) => {
    const answer = await failing(error);
    expect(answer.headers.get("retry-after")).toBe("5");
    const { status, body } = await problemOf(answer);
    expect([status, body.code]).toEqual([503, "database-unreachable"]);
  });

  test.each<[string, unknown]>([
    ["an error", new Error("select * from people where name = 'Samuel'")],
    ["a thrown text", "Samuel"],
    ["nothing", undefined],
  ])("nobody expected (%s) tells nothing", async (_, error) => {
    const { status, body } = await problemOf(await failing(error));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("Samuel");
  });

  test("of asking too often says when to come back", async () => {
    const answer = await failing(new AppError("too-many-requests", { retryAfterSeconds: 12.2 }));
    expect(answer.headers.get("retry-after")).toBe("13");
  });
});
